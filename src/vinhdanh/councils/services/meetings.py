"""Calling a meeting, taking attendance, opening and closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.accounts.models import Membership
from vinhdanh.councils.enums import CouncilRole, MeetingState, Outcome
from vinhdanh.councils.models import AgendaItem, Attendance, CouncilMember, Meeting, MinutesFile
from vinhdanh.councils.papers import minutes_files
from vinhdanh.councils.services.locks import held_meeting
from vinhdanh.councils.services.recusals import recuse_concerned
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.enums import Moment
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.services.assessments import assess_nominations
from vinhdanh.nominations.services.transitions import take_steps
from vinhdanh.records.content import keep

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Council

PRESIDING = (CouncilRole.CHAIR, CouncilRole.DEPUTY)


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
    """Call a meeting over some nominations; members it concerns are recused at once.

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
    taken = take_steps(
        actor=actor, nominations=nominations, name="put_before_council", as_of=held_on
    )
    for order, nomination in enumerate(taken, start=1):
        item = AgendaItem.objects.create(meeting=meeting, nomination=nomination, order=order)
        recuse_concerned(item)
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

    An open meeting may fall below its quorum; nothing is counted until it has it again.

    Raises:
        DomainError: the meeting is over, or a member who has voted or presides is marked absent.
    """
    actor.require(Act.RECUSE)
    meeting = held_meeting(actor, meeting)
    if meeting.state in (MeetingState.CLOSED, MeetingState.CANCELLED):
        ended = "đã hủy" if meeting.state == MeetingState.CANCELLED else "đã kết thúc"
        raise DomainError(f"Phiên họp {ended} nên không sửa điểm danh được.")
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
        if row.member_id == meeting.presided_by_id and not row.is_present:
            raise DomainError(
                f"{row.member} đang chủ trì phiên họp nên không ghi vắng được: hãy giữ là có mặt."
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
        DomainError: it is no longer planned, too few members are present, or neither the chair
            nor a deputy is.
    """
    actor.require(Act.OPEN_MEETING)
    meeting = held_meeting(actor, meeting)
    if meeting.state == MeetingState.CANCELLED:
        raise DomainError("Phiên họp đã hủy nên không khai mạc được: hãy lập phiên họp mới.")
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
    meeting.presided_by = _presiding(meeting)
    _settle_secretary(actor, meeting)
    meeting.state = MeetingState.OPEN
    meeting.opened_at = clock.now()
    meeting.save()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.opened",
        target=meeting,
        sentence=f"khai mạc phiên họp, có mặt {present}/{members}, {meeting.presided_by} chủ trì",
    )
    assess_nominations(
        Nomination.objects.filter(
            agenda_items__meeting=meeting, agenda_items__outcome=Outcome.PENDING
        ),
        as_of=meeting.held_on,
        moment=Moment.BEFORE_VOTE,
    )
    return meeting


@transaction.atomic
def close_meeting(*, actor: Actor, meeting: Meeting) -> Meeting:
    """Close the meeting; its record is frozen and its minutes are made, once.

    Raises:
        DomainError: it is not open, or an item has no result yet.
    """
    actor.require(Act.OPEN_MEETING)
    meeting = held_meeting(actor, meeting)
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
    _keep_minutes(meeting)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.closed",
        target=meeting,
        sentence="kết thúc phiên họp",
    )
    return meeting


def _keep_minutes(meeting: Meeting) -> None:
    for content in minutes_files(meeting):
        MinutesFile.objects.create(meeting=meeting, **keep(content))


def _presiding(meeting: Meeting) -> CouncilMember:
    """The chair where present, otherwise the first deputy present."""
    present = CouncilMember.objects.filter(
        attendance__meeting=meeting, attendance__is_present=True
    ).select_related("person")
    for role in PRESIDING:
        if member := present.filter(role=role).first():
            return member
    raise DomainError(
        "Chủ tịch và Phó Chủ tịch Hội đồng đều vắng nên chưa có người chủ trì: hãy điểm danh lại"
        " hoặc dời ngày họp."
    )


def _settle_secretary(actor: Actor, meeting: Meeting) -> None:
    """The secretary where present, otherwise the clerk by name."""
    row = (
        meeting.attendance.filter(is_present=True, member__role=CouncilRole.SECRETARY)
        .select_related("member__person")
        .first()
    )
    if row:
        meeting.secretary = row.member
        meeting.secretary_name = row.member.person.full_name
        return
    clerk = Membership.objects.filter(unit=meeting.council.body, role=Role.CLERK).order_by("id")
    if actor.may(Act.RECORD_VOTE):
        meeting.secretary_name = actor.name
    elif found := clerk.select_related("user__person").first():
        meeting.secretary_name = found.user.get_full_name()
    else:
        raise DomainError(
            "Thư ký Hội đồng vắng và chưa có công chức phụ trách thi đua ghi biên bản thay: hãy"
            " điểm danh lại hoặc dời ngày họp."
        )
