"""Drafting and signing an award decision; honours come from nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import MeetingState, Outcome
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.merit import worded_merit
from vinhdanh.decisions.models import Decision, DecisionLine
from vinhdanh.decisions.papers import SYMBOL, decision_context, decision_files
from vinhdanh.decisions.queries.decisions import awards_of, names_to_confirm, nominations_to_decide
from vinhdanh.decisions.queries.waiting import last_agreed
from vinhdanh.decisions.services.granting import grant
from vinhdanh.decisions.services.payments_opening import open_payments
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.queries.audit import who_did
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import joined
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.services.documents import issue_document

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting
    from vinhdanh.decisions.papers import Award
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Unit
    from vinhdanh.records.content import FileContent


@transaction.atomic
def draft_decision(
    *,
    actor: Actor,
    merit: str,
    meeting: Meeting | None = None,
    nominations: Sequence[Nomination] | None = None,
) -> Decision:
    """Draft a decision on approved nominations; one meeting may have several decisions.

    Args:
        actor: a clerk.
        merit: why they are honoured, in the words of the decision ("đã có thành tích …").
        meeting: a closed meeting whose results are carried out; none where the nominations were
            approved by the simplified procedure.
        nominations: the rows of the list; left out, everything the meeting approved that no
            decision holds yet.

    Raises:
        DomainError: the meeting is not closed, nothing is left to decide, or a nomination is not
            approved, stands in another decision, or is another authority's to decide.
    """
    actor.require(Act.DRAFT_DECISION)
    if meeting is not None:
        actor.require_own(meeting.council.body_id)
        if meeting.state != MeetingState.CLOSED:
            raise DomainError(
                "Phiên họp chưa kết thúc: hãy kết thúc phiên họp rồi soạn quyết định."
            )
    rows = _rows_to_decide(actor, meeting, nominations)
    decision = Decision.objects.create(body=actor.body, meeting=meeting, merit=_award_merit(merit))
    DecisionLine.objects.bulk_create(
        DecisionLine(decision=decision, nomination=row, order=order)
        for order, row in enumerate(rows, start=1)
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="decision.drafted",
        target=decision,
        sentence=f"soạn dự thảo quyết định khen thưởng {len(rows)} trường hợp",
    )
    return decision


@transaction.atomic
def correct_decision(
    *, actor: Actor, decision: Decision, merit: str, given_number: int | None = None
) -> Decision:
    """Rewrite why a draft honours, and the number that was written by hand before.

    Args:
        actor: a clerk.
        decision: a draft.
        merit: why they are honoured.
        given_number: the number it has in the paper book; none takes the next one when it is
            signed.

    Raises:
        DomainError: it is issued, the reason is empty, or another document has the number.
    """
    decision = _held_draft(actor, decision, "không sửa được")
    is_award = decision.kind == DecisionKind.AWARD
    what = "lý do khen thưởng" if is_award else "lý do"
    before = decision.merit
    decision.merit = _award_merit(merit) if is_award else _worded(merit, what)
    decision.given_number = _free(actor, given_number)
    decision.save(update_fields=["merit", "given_number"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="decision.corrected",
        target=decision,
        sentence=f"sửa {what} trong dự thảo"
        + (f"; ghi số {given_number} theo sổ giấy" if given_number else ""),
        details={"merit": [before, decision.merit], "given_number": given_number},
    )
    return decision


@transaction.atomic
def discard_decision(*, actor: Actor, decision: Decision) -> None:
    """Drop a draft; its nominations may stand in another one.

    Raises:
        DomainError: it is issued.
    """
    decision = _held_draft(actor, decision, "không bỏ được")
    record(
        scope=actor.scope,
        actor=actor.name,
        action="decision.discarded",
        target=decision.meeting or decision.body,
        sentence=f"bỏ dự thảo {decision.get_kind_display().lower()}"
        if decision.kind != DecisionKind.AWARD
        else "bỏ dự thảo quyết định khen thưởng",
        details={"merit": decision.merit},
    )
    decision.delete()


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


def _free(actor: Actor, number: int | None) -> int | None:
    """Return a number of the paper book that nothing bears this year."""
    year = clock.today().year
    taken = OfficialDocument.objects.filter(
        body=actor.body, symbol=SYMBOL, year=year, number=number
    )
    if number is not None and taken.exists():
        raise DomainError(
            f"Sổ văn bản đi năm {year} đã có số {number:02d}/{SYMBOL}: hãy kiểm tra lại số trong"
            " sổ giấy.",
            field="given_number",
        )
    return number


def _held_draft(actor: Actor, decision: Decision, refusal: str) -> Decision:
    actor.require(Act.DRAFT_DECISION)
    actor.require_own(decision.body_id)
    decision = (
        Decision.objects.select_for_update(of=("self",))
        .select_related("meeting")
        .get(pk=decision.pk)
    )
    if decision.state == DecisionState.ISSUED:
        raise DomainError(f"{decision} đã ban hành nên {refusal}: hãy tải lại trang.")
    return decision


def _rows_to_decide(
    actor: Actor, meeting: Meeting | None, nominations: Sequence[Nomination] | None
) -> list[Nomination]:
    """Hold the rows of a list, in the meeting's order or as given."""
    open_rows = nominations_to_decide(actor).select_for_update(of=("self",))
    if meeting is not None:
        open_rows = open_rows.filter(
            agenda_items__meeting=meeting, agenda_items__outcome=Outcome.APPROVED
        ).order_by("agenda_items__order")
    found = list(open_rows)
    if nominations is not None:
        by_id = {each.pk: each for each in found}
        for asked in nominations:
            if asked.pk not in by_id:
                raise DomainError(
                    f"Hồ sơ của {asked.recipient.name} chưa được thông qua, đã có quyết định hoặc"
                    " thuộc thẩm quyền cấp trên: hãy tải lại trang rồi chọn lại.",
                    field="nominations",
                )
        found = [by_id[asked.pk] for asked in nominations]
    if not found:
        raise DomainError(_nothing_left(meeting))
    return found


def _nothing_left(meeting: Meeting | None) -> str:
    """Say why there is nothing to decide."""
    if meeting is None:
        return "Chưa chọn hồ sơ nào: hãy chọn ít nhất một hồ sơ đã được đồng ý."
    if not meeting.items.filter(outcome=Outcome.APPROVED).exists():
        return "Phiên họp không thông qua hồ sơ nào nên không có gì để quyết định."
    if meeting.decisions.exists():
        return "Mọi hồ sơ phiên họp thông qua đã có trong quyết định: hãy mở quyết định đó."
    return (
        "Các hồ sơ phiên họp thông qua đều thuộc thẩm quyền cấp trên: hãy trình cấp trên quyết"
        " định."
    )


def _award_merit(merit: str) -> str:
    """Return the reason as Article 1 prints it, after the recipients."""
    merit = worded_merit(_worded(merit))
    require_fits(Decision, "merit", merit)
    return merit


def _worded(merit: str, what: str = "lý do khen thưởng") -> str:
    merit = squeeze(merit).rstrip(".")
    if not merit:
        raise DomainError(f"Chưa ghi {what}: hãy viết một câu.", field="merit")
    require_fits(Decision, "merit", merit)
    return merit


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
