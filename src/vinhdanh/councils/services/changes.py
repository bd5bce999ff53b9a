"""Moving a meeting to another day or hour, and giving it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import UNFINISHED, BoxState, MeetingState, Outcome, VoteForm
from vinhdanh.councils.models import Meeting
from vinhdanh.councils.services.attendance import follow_seats
from vinhdanh.councils.services.boxes import give_up
from vinhdanh.councils.services.locks import held_meeting
from vinhdanh.councils.services.papers import is_invited, renew_invitation
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import CouncilMember


@transaction.atomic
def reschedule_meeting(
    *,
    actor: Actor,
    meeting: Meeting,
    held_on: dt.date,
    starts_at: dt.time | None,
    place: str,
    opinions_by: dt.date | None,
) -> Meeting:
    """Give a planned meeting another day, hour, place or last day for opinions in writing.

    Who sits on the new day is expected.

    Where members were invited, a new invitation replaces the one that was issued, and each of them
    is asked to say that they know.

    Raises:
        DomainError: it is open or over, or nothing would change.
    """
    actor.require(Act.CONVENE)
    meeting = held_meeting(actor, meeting)
    if meeting.state != MeetingState.PLANNED:
        raise DomainError(
            f"Phiên họp {_state(meeting)} nên không dời được: chỉ phiên họp chưa khai mạc mới dời"
            " ngày giờ."
        )
    before = _arranged(meeting)
    meeting.held_on, meeting.starts_at, meeting.place = held_on, starts_at, squeeze(place)
    meeting.opinions_by = opinions_by
    require_fits(Meeting, "place", meeting.place)
    if _arranged(meeting) == before:
        raise DomainError(
            "Ngày, giờ và địa điểm vẫn như cũ: hãy ghi ngày, giờ hoặc địa điểm mới.",
            field="held_on",
        )
    if opinions_by is None and meeting.items.filter(form=VoteForm.WRITTEN).exists():
        raise DomainError(
            "Có hồ sơ lấy ý kiến bằng văn bản thay họp: hãy giữ ngày hết hạn nhận ý kiến, hoặc chọn"
            " hình thức biểu quyết khác trước.",
            field="opinions_by",
        )
    meeting.save(update_fields=["held_on", "starts_at", "place", "opinions_by"])
    were_invited = is_invited(meeting)
    if were_invited:
        told = meeting.attendance.exclude(member__person=actor.user.person_id)
        told.update(awaits_word=True)
    follow_seats(meeting)
    if were_invited:
        renew_invitation(actor, meeting)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.rescheduled",
        target=meeting,
        sentence=f"dời phiên họp từ {before} sang {_arranged(meeting)}",
    )
    return meeting


@transaction.atomic
def know_move(*, actor: Actor, meeting: Meeting, member: CouncilMember) -> None:
    """Note that a member knows the new day and hour of a moved meeting.

    Args:
        actor: the member, or who convenes and has told them.
        meeting: which was moved after its invitation.
        member: who knows.

    Raises:
        NotAllowedError: the member is another, and the actor convenes no meetings.
        DomainError: the member knew already, or was not told to.
    """
    if actor.user.person_id != member.person_id:
        actor.require(Act.CONVENE)
    meeting = held_meeting(actor, meeting)
    waiting = meeting.attendance.filter(member=member, awaits_word=True)
    if not waiting.update(awaits_word=False):
        raise DomainError(f"{member} đã biết ngày giờ họp rồi: hãy tải lại trang.")
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.move_known",
        target=meeting,
        sentence=f"ghi nhận {member} đã biết phiên họp dời sang {meeting.stands}",
    )


@transaction.atomic
def cancel_meeting(*, actor: Actor, meeting: Meeting, reason: str) -> Meeting:
    """Give a meeting up; its nominations wait for another one, and it stays in the list.

    Raises:
        DomainError: no reason, it is over, or an item is counted already.
    """
    actor.require(Act.CONVENE)
    reason = squeeze(reason).rstrip(".")
    if not reason:
        raise DomainError(
            "Chưa ghi vì sao hủy phiên họp: hãy ghi một câu, các đơn vị sẽ đọc câu này.",
            field="reason",
        )
    meeting = held_meeting(actor, meeting)
    if meeting.state not in UNFINISHED:
        raise DomainError(f"Phiên họp {_state(meeting)} nên không hủy được: hãy tải lại trang.")
    counted = meeting.items.filter(Q(votes_for__isnull=False) | Q(rounds__isnull=False))
    if first := counted.select_related("nomination__recipient").first():
        raise DomainError(
            f"Phiên họp đã chốt kết quả của {first.nomination.recipient.name} nên không hủy được:"
            " hãy hoãn xét các hồ sơ còn lại rồi kết thúc phiên họp."
        )
    for box in meeting.boxes.filter(state=BoxState.OPEN):
        give_up(box, f"hủy phiên họp: {reason}"[:500])
    pending = meeting.items.filter(outcome=Outcome.PENDING)
    for item in pending.select_for_update(of=("self",)).select_related("nomination"):
        take_step(actor=actor, nomination=item.nomination, name="take_off_agenda", reason=reason)
        item.outcome = Outcome.TAKEN_OFF
        item.save(update_fields=["outcome"])
    meeting.state = MeetingState.CANCELLED
    meeting.cancel_reason = reason
    meeting.save(update_fields=["state", "cancel_reason"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.cancelled",
        target=meeting,
        sentence=f"hủy phiên họp ngày {meeting.held_on:%d/%m/%Y} vì: {reason}",
    )
    return meeting


def _arranged(meeting: Meeting) -> str:
    """Return when and where a meeting is held, and until when letters come."""
    last = meeting.opinions_by
    letters = f" (nhận ý kiến bằng văn bản đến hết ngày {last:%d/%m/%Y})" if last else ""
    return f"{meeting.stands}{letters}"


def _state(meeting: Meeting) -> str:
    return MeetingState(meeting.state).label.lower()
