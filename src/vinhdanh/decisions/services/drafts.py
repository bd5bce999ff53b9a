"""Drafting an award decision on what was approved; correcting and dropping any draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import MeetingState, Outcome
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.merit import worded_merit
from vinhdanh.decisions.models import Decision, DecisionLine
from vinhdanh.decisions.papers import SYMBOL
from vinhdanh.decisions.queries.decisions import nominations_to_decide
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.records.models import OfficialDocument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting
    from vinhdanh.nominations.models import Nomination


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
