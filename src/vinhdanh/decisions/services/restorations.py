"""Giving honours back that were taken wrongly: the honour lives again, the trail stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.models import Decision, Restoration
from vinhdanh.decisions.queries.revocations import lines_of, restorable, restored_lines
from vinhdanh.decisions.restoration_papers import restoration_context, restoration_files
from vinhdanh.decisions.services.later_decisions import (
    OtherPaper,
    held_to_sign,
    put_out,
    require_here,
    units_of,
    worded,
    write_down,
)
from vinhdanh.decisions.services.taking_back import give_back
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Revocation
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

NO_REASON = "Chưa ghi lý do khôi phục: hãy viết một câu."
NO_BASIS = "Chưa ghi căn cứ: hãy ghi văn bản kết luận việc hủy bỏ là sai, với số và ngày."


@transaction.atomic
def draft_restoration(
    *, actor: Actor, revocation: Revocation, lines: Collection[int], reason: str, basis: str
) -> Decision:
    """Draft the decision that undoes a revocation, wholly or in part.

    Args:
        actor: a clerk.
        revocation: signed here.
        lines: numbers of its lines whose honours hold again.
        reason: follows "vì": "kết luận xác định thành tích đã kê khai là đúng".
        basis: the paper that says so, with number and day.

    Raises:
        DomainError: the revocation is another office's or not signed, no line is chosen, one is
            restored or drafted already, or a word is missing.
    """
    actor.require(Act.DRAFT_DECISION)
    actor.require_own(revocation.decision.body_id)
    require_here(revocation.decision)
    decision = Decision.objects.create(
        body=actor.body,
        kind=DecisionKind.RESTORATION,
        merit=worded(reason, missing=NO_REASON),
    )
    restoration = _restoration(decision, revocation, lines, basis)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="restoration.drafted",
        target=decision,
        sentence=f"soạn dự thảo quyết định khôi phục {restoration.lines.count()} trường hợp đã hủy"
        f" bỏ tại {revocation.decision}",
    )
    return decision


@transaction.atomic
def issue_restoration(*, actor: Actor, decision: Decision, decided_on: dt.date) -> Decision:
    """Sign a restoration: with its number the honours hold again, for the law as well.

    Args:
        actor: the chair.
        decision: a draft.
        decided_on: the day it is signed.

    Raises:
        StaleError: it is issued already; says who signed it and when.
        DomainError: its day is in the future or before the revocation.
    """
    restoration = Restoration.objects.select_related(
        "decision__body", "revocation__decision__document", "revocation__award__document"
    ).get(decision=decision)
    decision, revoked = restoration.decision, restoration.revocation.decision
    held_to_sign(actor, decision, since=revoked.decided_on, on=decided_on)
    lines = list(restored_lines(restoration))

    def render(document: OfficialDocument) -> list[FileContent]:
        return restoration_files(
            restoration_context(
                restoration, lines, number=document.number, date=decided_on, as_of=decided_on
            )
        )

    put_out(
        actor,
        decision,
        decided_on=decided_on,
        abstract=f"Về việc khôi phục khen thưởng {len(lines)} trường hợp đã hủy bỏ tại {revoked}",
        units=units_of(line.honour for line in lines),
        render=render,
    )
    give_back(actor, restoration, lines)
    return decision


@transaction.atomic
def record_restoration(
    *,
    actor: Actor,
    revocation: Revocation,
    lines: Collection[int],
    reason: str,
    basis: str,
    paper: OtherPaper,
) -> Decision:
    """Write down that another office undid its own revocation.

    Its paper may undo several: each is written into the same restoration, whose reason and basis
    stay as they were first written.

    Raises:
        DomainError: the revocation was signed here, no line is chosen or one is restored already,
            a word is missing, or the paper is known as something else or its day does not fit.
    """
    merit = worded(reason, missing=NO_REASON)
    decision = write_down(
        actor,
        paper,
        merit=merit,
        since=revocation.decision.decided_on,
        award=revocation.decision,
        adds_to="restoration",
    )
    restoration = _restoration(decision, revocation, lines, basis)
    give_back(actor, restoration, list(restored_lines(restoration).filter(restored_on=None)))
    return decision


def _restoration(
    decision: Decision, revocation: Revocation, chosen: Collection[int], basis: str
) -> Restoration:
    if revocation.decision.state != DecisionState.ISSUED:
        raise DomainError("Quyết định hủy bỏ chưa ký: hãy bỏ dự thảo đó.")
    basis = squeeze(basis).rstrip(".").removeprefix("Căn cứ ")
    if not basis:
        raise DomainError(NO_BASIS, field="basis")
    require_fits(Restoration, "basis", basis)
    list(lines_of(revocation).select_for_update(of=("self",)))
    held = restorable(revocation).filter(pk__in=chosen)
    if not held or held.count() < len(set(chosen)):
        raise DomainError(
            "Chưa chọn trường hợp nào còn bị hủy bỏ để khôi phục: hãy đánh dấu ít nhất một dòng.",
            field="honours",
        )
    restoration, _ = Restoration.objects.get_or_create(
        decision=decision, defaults={"revocation": revocation, "basis": basis}
    )
    held.update(restoration=restoration)
    return restoration
