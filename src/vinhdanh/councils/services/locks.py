"""Holding rows while they change, always in the same order: the meeting, then its items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.councils.enums import MeetingState, Outcome
from vinhdanh.councils.models import AgendaItem, Meeting
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.queries.audit import who_did

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.accounts.actor import Actor

NOT_OPEN = {
    MeetingState.PLANNED: "Phiên họp chưa khai mạc nên chưa biểu quyết được: hãy chờ Chủ tịch Hội"
    " đồng khai mạc.",
    MeetingState.CLOSED: "Phiên họp đã kết thúc nên không biểu quyết được nữa.",
    MeetingState.CANCELLED: "Phiên họp đã hủy nên không biểu quyết được nữa.",
}


def held_meeting(actor: Actor, meeting: Meeting) -> Meeting:
    """Return the meeting as it is now, held until the transaction ends."""
    actor.require_own(meeting.council.body_id)
    return (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("council__body")
        .get(pk=meeting.pk)
    )


def held_open_meeting(actor: Actor, meeting: Meeting) -> Meeting:
    """Return a held meeting in which votes are taken.

    Raises:
        DomainError: it is not open.
    """
    meeting = held_meeting(actor, meeting)
    if sentence := NOT_OPEN.get(MeetingState(meeting.state)):
        raise DomainError(sentence)
    return meeting


def held_items(meeting: Meeting, items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Return items of a held meeting as they are now, in their order."""
    keys = [item.pk for item in items]
    rows = (
        AgendaItem.objects.select_for_update(of=("self",))
        .select_related("nomination__recipient", "nomination__submission__body", "box")
        .filter(meeting=meeting, pk__in=keys)
        .order_by("order")
    )
    held = list(rows)
    for item in held:
        item.meeting = meeting
    return held


def held_item(actor: Actor, item: AgendaItem) -> AgendaItem:
    """Return the item as it is now, held together with its meeting."""
    (held,) = held_items(held_meeting(actor, item.meeting), [item])
    return held


def held_open_item(actor: Actor, item: AgendaItem) -> AgendaItem:
    """Return a held item that may be voted on.

    Raises:
        DomainError: its meeting is not open, or it is decided.
    """
    (held,) = held_items(held_open_meeting(actor, item.meeting), [item])
    require_pending(held)
    return held


def require_pending(item: AgendaItem) -> None:
    """Refuse an item whose vote is over.

    Raises:
        StaleError: it is counted, put off or taken off; a count says by whom and when.
    """
    if item.outcome != Outcome.PENDING:
        raise already_decided(item)


def already_decided(item: AgendaItem) -> StaleError:
    """Return what whoever comes second is told: that an item is counted, put off or taken off."""
    name = item.nomination.recipient.name
    if item.votes_for is None:
        outcome = item.get_outcome_display().lower()
        return StaleError(f"Hồ sơ của {name} đã {outcome}: hãy tải lại trang.")
    counted = who_did(item, "vote.counted", f"chốt kết quả hồ sơ của {name}")
    return StaleError(f"{counted}: hãy tải lại trang.")
