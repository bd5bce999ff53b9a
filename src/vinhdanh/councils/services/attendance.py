"""Who takes part in a meeting, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import UNFINISHED, MeetingState, Outcome, Presence
from vinhdanh.councils.models import Attendance, CouncilMember, Recusal
from vinhdanh.councils.services.locks import held_meeting
from vinhdanh.councils.services.recusals import recuse_concerned
from vinhdanh.councils.services.secret_votes import renew_voters
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting

IN_THE_ROOM = (Presence.PRESENT, Presence.REMOTE)


@dataclass(frozen=True, slots=True)
class Mark:
    """How one member takes part."""

    presence: Presence
    reason: str = ""
    """Why absent."""
    substitute: str = ""
    """Name and post of who comes instead."""


@transaction.atomic
def take_attendance(*, actor: Actor, meeting: Meeting, present: Sequence[int]) -> Meeting:
    """Set which members are in the room, by the ids of their attendance rows.

    Who takes part from afar, by a substitute or in writing keeps that mark unless it is wrong now.
    An open meeting may fall below its quorum; nothing is counted until it has it again.

    Raises:
        DomainError: the meeting is over, or a member who has voted or presides is marked absent.
    """
    marks = {}
    for row in meeting.attendance.all():
        if row.pk in present and not row.is_present:
            marks[row.pk] = Mark(Presence.PRESENT)
        elif row.is_present and row.pk not in present:
            marks[row.pk] = Mark(Presence.ABSENT, row.absence_reason)
    return mark_attendance(actor=actor, meeting=meeting, marks=marks)


@transaction.atomic
def mark_attendance(*, actor: Actor, meeting: Meeting, marks: Mapping[int, Mark]) -> Meeting:
    """Set how members take part, by the ids of their attendance rows; the others stay as they are.

    Raises:
        DomainError: the meeting is over, a member who has voted or presides is marked absent, or
            a substitute has no name.
    """
    actor.require(Act.RECUSE)
    meeting = held_meeting(actor, meeting)
    if meeting.state not in UNFINISHED:
        ended = "đã hủy" if meeting.state == MeetingState.CANCELLED else "đã kết thúc"
        raise DomainError(f"Phiên họp {ended} nên không sửa điểm danh được.")
    rows = list(meeting.attendance.select_related("member__person"))
    voted = set(
        CouncilMember.objects.filter(
            participations__item__meeting=meeting, participations__has_voted=True
        ).values_list("pk", flat=True)
    )
    for row in rows:
        if mark := marks.get(row.pk):
            _write(row, mark, meeting)
        _require_stays(row, meeting, has_voted=row.member_id in voted)
    Attendance.objects.bulk_update(rows, ["presence", "is_present", "absence_reason", "substitute"])
    pending = meeting.items.filter(outcome=Outcome.PENDING, box__isnull=False)
    for item in pending.select_related("box"):
        item.meeting = meeting
        renew_voters(item)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.attendance",
        target=meeting,
        sentence=f"điểm danh: có mặt {sum(row.is_present for row in rows)}/{len(rows)}",
    )
    return meeting


def follow_seats(meeting: Meeting) -> None:
    """Let a planned meeting expect exactly those who sit on its day; part of a larger act."""
    if meeting.state != MeetingState.PLANNED:
        return
    sitting = list(meeting.council.sitting(meeting.held_on))
    meeting.attendance.exclude(member__in=sitting).delete()
    meeting.tellers.exclude(member__in=sitting).delete()
    Recusal.objects.filter(item__meeting=meeting).exclude(member__in=sitting).delete()
    expected = set(meeting.attendance.values_list("member_id", flat=True))
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, member=member)
        for member in sitting
        if member.pk not in expected
    )
    for item in meeting.items.filter(outcome=Outcome.PENDING):
        item.meeting = meeting
        recuse_concerned(item)


def _write(row: Attendance, mark: Mark, meeting: Meeting) -> None:
    row.presence = mark.presence
    row.absence_reason = "" if mark.presence in IN_THE_ROOM else squeeze(mark.reason)
    row.substitute = squeeze(mark.substitute) if mark.presence == Presence.SUBSTITUTE else ""
    row.is_present = mark.presence in IN_THE_ROOM or (
        mark.presence == Presence.SUBSTITUTE and meeting.council.substitutes_vote
    )
    if mark.presence == Presence.SUBSTITUTE and not row.substitute:
        raise DomainError(
            f"Chưa ghi ai dự thay {row.member}: hãy ghi họ tên và chức vụ.", field="substitute"
        )
    require_fits(Attendance, "absence_reason", row.absence_reason)
    require_fits(Attendance, "substitute", row.substitute)


def _require_stays(row: Attendance, meeting: Meeting, *, has_voted: bool) -> None:
    if has_voted and not row.may_vote:
        raise DomainError(f"{row.member} đã biểu quyết nên không ghi vắng được: hãy giữ là có mặt.")
    if row.member_id == meeting.presided_by_id and not row.is_present:
        raise DomainError(
            f"{row.member} đang chủ trì phiên họp nên không ghi vắng được: hãy giữ là có mặt."
        )
