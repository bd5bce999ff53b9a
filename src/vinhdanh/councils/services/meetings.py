"""Calling a meeting, taking attendance, opening and closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import MeetingState, Outcome
from vinhdanh.councils.models import AgendaItem, Attendance, CouncilMember, Meeting, Recusal
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Council
    from vinhdanh.nominations.models import Nomination


@transaction.atomic
def call_meeting(
    *,
    actor: Actor,
    council: Council,
    title: str,
    held_on: dt.date,
    place: str,
    nominations: Sequence[Nomination],
) -> Meeting:
    """Call a meeting over some nominations; members who are nominees are recused at once.

    Raises:
        DomainError: there is nothing to vote on, or a nomination is not ready.
    """
    actor.require(Act.CONVENE)
    actor.require_own(council.body_id)
    if not nominations:
        raise DomainError(
            "Phiên họp chưa có hồ sơ nào để xét: hãy chọn ít nhất một đề nghị đã thẩm định.",
            field="nominations",
        )
    meeting = Meeting.objects.create(
        council=council, title=squeeze(title), held_on=held_on, place=squeeze(place)
    )
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, member=member) for member in council.members.all()
    )
    for order, nomination in enumerate(nominations, start=1):
        take_step(actor=actor, nomination=nomination, name="put_before_council")
        item = AgendaItem.objects.create(meeting=meeting, nomination=nomination, order=order)
        _recuse_nominee(item)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.called",
        target=meeting,
        sentence=f"lập phiên họp ngày {held_on:%d/%m/%Y} xét {len(nominations)} đề nghị",
    )
    return meeting


@transaction.atomic
def take_attendance(*, actor: Actor, meeting: Meeting, present: Sequence[int]) -> Meeting:
    """Set which members are present, by the ids of their attendance rows.

    Raises:
        DomainError: the meeting is closed, or a member who has voted is marked absent.
    """
    actor.require(Act.RECUSE)
    meeting = _own_meeting(actor, meeting)
    if meeting.state == MeetingState.CLOSED:
        raise DomainError("Phiên họp đã kết thúc nên không sửa điểm danh được.")
    rows = list(meeting.attendance.select_related("member__person"))
    voted = set(
        CouncilMember.objects.filter(participations__item__meeting=meeting).values_list(
            "pk", flat=True
        )
    )
    for row in rows:
        row.is_present = row.pk in present
        if row.member_id in voted and not row.is_present:
            raise DomainError(
                f"{row.member} đã biểu quyết nên không ghi vắng được: hãy giữ là có mặt."
            )
    Attendance.objects.bulk_update(rows, ["is_present"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.attendance",
        target=meeting,
        sentence=f"điểm danh: có mặt {sum(row.is_present for row in rows)}/{len(rows)}",
    )
    return meeting


@transaction.atomic
def open_meeting(*, actor: Actor, meeting: Meeting) -> Meeting:
    """Open the meeting; voting on every item begins.

    Raises:
        DomainError: it is open or closed already, or too few members are present.
    """
    actor.require(Act.OPEN_MEETING)
    meeting = _own_meeting(actor, meeting)
    if meeting.state != MeetingState.PLANNED:
        raise DomainError("Phiên họp đã khai mạc: hãy tải lại trang để xem diễn biến.")
    members = meeting.attendance.count()
    present = meeting.attendance.filter(is_present=True).count()
    quorum = meeting.council.quorum_of(members)
    if present < quorum:
        council = meeting.council
        raise DomainError(
            f"Chưa đủ số người để họp: có mặt {present}/{members}, cần ít nhất {quorum}"
            f" ({council.quorum_numerator}/{council.quorum_denominator} theo"
            f" {council.rule_source}). Hãy điểm danh thêm hoặc dời ngày họp."
        )
    meeting.state = MeetingState.OPEN
    meeting.opened_at = clock.now()
    meeting.save(update_fields=["state", "opened_at"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.opened",
        target=meeting,
        sentence=f"khai mạc phiên họp, có mặt {present}/{members}",
    )
    return meeting


@transaction.atomic
def close_meeting(*, actor: Actor, meeting: Meeting) -> Meeting:
    """Close the meeting; its record is frozen.

    Raises:
        DomainError: it is not open, or an item has no result yet.
    """
    actor.require(Act.OPEN_MEETING)
    meeting = _own_meeting(actor, meeting)
    if meeting.state != MeetingState.OPEN:
        raise DomainError("Phiên họp không ở trạng thái đang họp: hãy tải lại trang.")
    pending = meeting.items.filter(outcome=Outcome.PENDING).select_related("nomination__recipient")
    if names := [item.nomination.recipient.name for item in pending]:
        raise DomainError(
            f"Chưa chốt kết quả của {', '.join(names)}: hãy chốt hoặc hoãn xét từng hồ sơ rồi"
            " kết thúc phiên họp."
        )
    meeting.state = MeetingState.CLOSED
    meeting.closed_at = clock.now()
    meeting.save(update_fields=["state", "closed_at"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.closed",
        target=meeting,
        sentence="kết thúc phiên họp",
    )
    return meeting


@transaction.atomic
def recuse(*, actor: Actor, item: AgendaItem, member: CouncilMember, reason: str) -> Recusal:
    """Keep a member out of one vote, with the reason that everybody sees.

    Raises:
        DomainError: no reason, no member of this meeting, the item is decided, or the member
            has voted on it.
    """
    actor.require(Act.RECUSE)
    reason = squeeze(reason)
    if not reason:
        raise DomainError(
            f"Chưa ghi vì sao {member} không tham gia biểu quyết: hãy ghi một câu.", field="reason"
        )
    actor.require_own(item.meeting.council.body_id)
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if not item.meeting.attendance.filter(member=member).exists():
        raise DomainError(f"{member} không phải thành viên của phiên họp này.")
    if item.outcome != Outcome.PENDING:
        raise DomainError("Nội dung này đã chốt kết quả nên không đổi người biểu quyết được.")
    if item.participations.filter(member=member).exists():
        raise DomainError(f"{member} đã biểu quyết nội dung này.")
    recusal, _ = Recusal.objects.get_or_create(
        item=item, member=member, defaults={"reason": reason}
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.recused",
        target=item,
        sentence=f"ghi nhận {member} không tham gia biểu quyết vì {reason}",
    )
    return recusal


def _own_meeting(actor: Actor, meeting: Meeting) -> Meeting:
    actor.require_own(meeting.council.body_id)
    return Meeting.objects.select_for_update().get(pk=meeting.pk)


def _recuse_nominee(item: AgendaItem) -> None:
    person = item.nomination.recipient.person
    if person is None:
        return
    member = item.meeting.council.members.filter(person=person).first()
    if member:
        Recusal.objects.create(item=item, member=member, reason="là người được đề nghị khen thưởng")
