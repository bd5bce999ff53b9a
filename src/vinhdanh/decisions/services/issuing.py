"""Signing an award decision; honours come from nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.models import Decision
from vinhdanh.decisions.papers import SYMBOL, decision_context, decision_files
from vinhdanh.decisions.queries.decisions import awards_of, names_to_confirm
from vinhdanh.decisions.queries.waiting import last_agreed
from vinhdanh.decisions.services.granting import grant
from vinhdanh.decisions.services.payments_opening import open_payments
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.queries.audit import who_did
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import joined
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.services.documents import issue_document

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.papers import Award
    from vinhdanh.organizations.models import Unit
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument


@transaction.atomic
def issue_decision(
    *, actor: Actor, decision: Decision, decided_on: dt.date, authority_note: str = ""
) -> Decision:
    """Sign the decision: it takes its number, and every row of its list becomes an honour.

    Args:
        actor: the chair.
        decision: a draft.
        decided_on: the day it is signed.
        authority_note: which text gives the authority and who confirmed it, where the texts read
            do not give an honour to the commune's chair on that day.

    Raises:
        StaleError: it is issued already; says who signed it and when.
        DomainError: its day is before the meeting or in the future, or the
            authority is not confirmed.
    """
    actor.require(Act.SIGN_DECISION)
    actor.require_own(decision.body_id)
    decision = Decision.objects.select_for_update().get(pk=decision.pk)
    if decision.kind != DecisionKind.AWARD:
        raise ValueError("Only a decision that gives honours is issued here.")
    if decision.state == DecisionState.ISSUED:
        signed = who_did(decision, "decision.issued", f"ký {decision}")
        raise StaleError(f"{signed}: hãy tải lại trang.")
    _require_fitting_day(decision, decided_on)
    decision.signer_name = actor.name
    awards = awards_of(decision, as_of=decided_on)
    unsure = names_to_confirm(awards, as_of=decided_on)
    decision.authority_note = _confirmed(unsure, authority_note, decided_on)

    def render(document: OfficialDocument) -> list[FileContent]:
        context = decision_context(
            decision, awards, number=document.number, date=decided_on, as_of=decided_on
        )
        return decision_files(context)

    decision.document = issue_document(
        actor=actor,
        kind=DocumentKind.DECISION,
        symbol=SYMBOL,
        abstract=f"Về việc khen thưởng {len(awards)} trường hợp {decision.merit}",
        issued_on=decided_on,
        signer_position="CHỦ TỊCH",
        signer_name=actor.name,
        number=decision.given_number,
        addressees=_proposing_units(awards),
        render=render,
    )
    decision.state = DecisionState.ISSUED
    decision.decided_on = decided_on
    decision.save()
    grant(actor, decision, awards)
    open_payments(decision=decision)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="decision.issued",
        target=decision,
        sentence=f"ký {decision}, khen thưởng {len(awards)} trường hợp"
        + (f"; thẩm quyền: {decision.authority_note}" if decision.authority_note else ""),
        details={"authority_note": decision.authority_note} if decision.authority_note else {},
    )
    return decision


def _confirmed(unsure: Sequence[str], note: str, decided_on: dt.date) -> str:
    """Return the note to keep; nothing is kept where the law itself gives the authority."""
    note = squeeze(note)
    if unsure and not note:
        raise DomainError(
            f"Theo các văn bản hiện có, chưa thấy Chủ tịch UBND xã có thẩm quyền quyết định"
            f" {joined(list(unsure))} vào ngày {decided_on:%d/%m/%Y}: hãy ghi văn bản giao thẩm"
            " quyền và người đã xác nhận rồi ký.",
            field="authority_note",
        )
    return note if unsure else ""


def _require_fitting_day(decision: Decision, decided_on: dt.date) -> None:
    if decided_on > clock.today():
        raise DomainError(
            f"Ngày ký {decided_on:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            field="decided_on",
        )
    held_on = decision.meeting.held_on if decision.meeting else None
    if held_on and decided_on < held_on:
        raise DomainError(
            f"Ngày ký đứng trước ngày họp Hội đồng {held_on:%d/%m/%Y}: hãy kiểm tra lại ngày.",
            field="decided_on",
        )
    agreed_on = None if decision.meeting else last_agreed(decision)
    if agreed_on and decided_on < agreed_on:
        raise DomainError(
            f"Ngày ký đứng trước ngày đồng ý theo thủ tục đơn giản {agreed_on:%d/%m/%Y}: hãy kiểm"
            " tra lại ngày.",
            field="decided_on",
        )


def _proposing_units(awards: Sequence[Award]) -> list[Unit]:
    units = {
        award.nomination.submission.unit_id: award.nomination.submission.unit for award in awards
    }
    return list(units.values())
