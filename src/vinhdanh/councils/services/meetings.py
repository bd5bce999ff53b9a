"""Calling a meeting, opening and closing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.accounts.models import Membership
from vinhdanh.councils.enums import UNDECIDED, CouncilRole, MeetingState, Outcome, VoteForm
from vinhdanh.councils.models import Attendance, Council, Meeting, MinutesFile, TallyFile
from vinhdanh.councils.papers import minutes_files
from vinhdanh.councils.queries.meetings import open_meeting_of
from vinhdanh.councils.rules import roll_of
from vinhdanh.councils.services.agendas import NOTHING, put_on_agenda
from vinhdanh.councils.services.attendance import IN_THE_ROOM, take_attendance
from vinhdanh.councils.services.locks import held_meeting
from vinhdanh.councils.tally_papers import tally_files
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.queries.audit import who_did
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.enums import Moment
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.services.assessments import assess_nominations
from vinhdanh.records.content import keep

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import CouncilMember

__all__ = ["call_meeting", "close_meeting", "open_meeting", "take_attendance"]

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
    starts_at: dt.time | None = None,
    opinions_by: dt.date | None = None,
) -> Meeting:
    """Call a meeting over some nominations; members it concerns are recused at once.

    Args:
        actor: who calls it.
        council: whose members sitting on the day attend.
        title: what it is about.
        held_on: its day.
        place: where.
        nominations: what it decides on.
        starts_at: the hour, for the invitation.
        opinions_by: last day for written opinions of those who are absent, or of all.

    Raises:
        DomainError: there is nothing to vote on, or a nomination is not ready.
    """
    actor.require(Act.CONVENE)
    actor.require_own(council.body_id)
    if not nominations:
        raise DomainError(NOTHING, field="nominations")
    meeting = Meeting.objects.create(
        council=council,
        title=squeeze(title),
        held_on=held_on,
        place=squeeze(place),
        starts_at=starts_at,
        opinions_by=opinions_by,
    )
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, member=member) for member in council.sitting(held_on)
    )
    put_on_agenda(actor, meeting, nominations)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.called",
        target=meeting,
        sentence=f"lập phiên họp ngày {held_on:%d/%m/%Y} xét {len(nominations)} đề nghị",
    )
    return meeting


@transaction.atomic
def open_meeting(*, actor: Actor, meeting: Meeting) -> Meeting:
    """Open the meeting; voting on every item begins.

    Raises:
        StaleError: it is no longer planned; says who opened it and when.
        DomainError: it is cancelled, its day has not come, the council is in another meeting,
            too few members are present, or neither the chair nor a deputy is.
    """
    actor.require(Act.OPEN_MEETING)
    actor.require_own(meeting.council.body_id)
    Council.objects.select_for_update().get(pk=meeting.council_id)
    meeting = held_meeting(actor, meeting)
    if meeting.state == MeetingState.CANCELLED:
        raise DomainError("Phiên họp đã hủy nên không khai mạc được: hãy lập phiên họp mới.")
    if meeting.state != MeetingState.PLANNED:
        opened = who_did(meeting, "meeting.opened", "khai mạc phiên họp")
        raise StaleError(f"{opened}: hãy tải lại trang để xem diễn biến.")
    if meeting.held_on > clock.today():
        raise DomainError(
            f"Phiên họp định vào ngày {meeting.held_on:%d/%m/%Y}, chưa tới ngày: nếu họp sớm hơn"
            " thì hãy dời ngày họp trước khi khai mạc."
        )
    _require_none_open(meeting)
    roll = roll_of(meeting)
    if not roll.is_enough and not _is_in_writing(meeting):
        raise DomainError(
            f"Chưa đủ số người để họp: có mặt {roll.present}/{roll.members}, cần ít nhất"
            f" {roll.needed} ({roll.quorum.words} theo {roll.quorum.source}). Hãy điểm danh thêm"
            " hoặc dời ngày họp."
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
        sentence=f"khai mạc phiên họp, có mặt {roll.present}/{roll.members},"
        f" {meeting.presided_by} chủ trì",
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
        StaleError: it is closed; says who closed it and when.
        DomainError: it is not open, or an item has no result yet.
    """
    actor.require(Act.OPEN_MEETING)
    meeting = held_meeting(actor, meeting)
    if meeting.state == MeetingState.CLOSED:
        closed = who_did(meeting, "meeting.closed", "kết thúc phiên họp")
        raise StaleError(f"{closed}: hãy tải lại trang.")
    if meeting.state != MeetingState.OPEN:
        raise DomainError("Phiên họp không ở trạng thái đang họp: hãy tải lại trang.")
    pending = meeting.items.filter(outcome__in=UNDECIDED).select_related("nomination__recipient")
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


def _require_none_open(meeting: Meeting) -> None:
    if other := open_meeting_of(meeting.council):
        raise DomainError(
            f"Hội đồng đang họp phiên “{other.title}” ngày {other.held_on:%d/%m/%Y}: hãy kết thúc"
            " phiên đó rồi khai mạc phiên này."
        )


def _keep_minutes(meeting: Meeting) -> None:
    for content in minutes_files(meeting):
        MinutesFile.objects.create(meeting=meeting, **keep(content))
    for part, contents in enumerate(tally_files(meeting), start=1):
        for content in contents:
            TallyFile.objects.create(meeting=meeting, part=part, **keep(content))


def _is_in_writing(meeting: Meeting) -> bool:
    """Whether every item is decided by written opinions, so that nobody need come."""
    return not meeting.items.exclude(form=VoteForm.WRITTEN).exists()


def _presiding(meeting: Meeting) -> CouncilMember:
    """The chair where present, otherwise the first deputy present."""
    rows = meeting.attendance.select_related("member__person").order_by("member__order")
    if not _is_in_writing(meeting):
        rows = rows.filter(presence__in=IN_THE_ROOM)
    for role in PRESIDING:
        if row := rows.filter(member__role=role).first():
            return row.member
    raise DomainError(
        "Chủ tịch và Phó Chủ tịch Hội đồng đều vắng nên chưa có người chủ trì: hãy điểm danh lại"
        " hoặc dời ngày họp."
    )


def _settle_secretary(actor: Actor, meeting: Meeting) -> None:
    """The secretary where present, otherwise the clerk by name."""
    row = (
        meeting.attendance.filter(presence__in=IN_THE_ROOM, member__role=CouncilRole.SECRETARY)
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
