"""Holding rows while they change, always in the same order: the meeting, then its item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.councils.enums import MeetingState, Outcome
from vinhdanh.councils.models import AgendaItem, Meeting
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
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


def held_item(actor: Actor, item: AgendaItem) -> AgendaItem:
    """Return the item as it is now, held together with its meeting."""
    meeting = held_meeting(actor, item.meeting)
    item = (
        AgendaItem.objects.select_for_update(of=("self",))
        .select_related("nomination__recipient", "nomination__submission__body")
        .get(pk=item.pk)
    )
    item.meeting = meeting
    return item


def held_open_item(actor: Actor, item: AgendaItem) -> AgendaItem:
    """Return a held item that may be voted on.

    Raises:
        DomainError: its meeting is not open, or it is decided.
    """
    item = held_item(actor, item)
    if sentence := NOT_OPEN.get(MeetingState(item.meeting.state)):
        raise DomainError(sentence)
    if item.outcome != Outcome.PENDING:
        raise DomainError(
            f"Hồ sơ của {item.nomination.recipient.name} đã chốt kết quả: hãy tải lại trang."
        )
    return item
