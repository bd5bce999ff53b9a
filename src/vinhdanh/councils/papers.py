"""Minutes of a meeting, written from its frozen record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.councils.enums import Outcome, Presence
from vinhdanh.councils.minutes_words import base, proceedings, rule, voting
from vinhdanh.documents import (
    Absence,
    Attendee,
    MeetingMinutesContext,
    Paper,
    Recusal,
    Signature,
    VoteResult,
    emulation_council,
    meeting_minutes,
)
from vinhdanh.kernel.errors import DomainError
from vinhdanh.records.papers import files_of, locality_of

if TYPE_CHECKING:
    from vinhdanh.councils.models import AgendaItem, Attendance, CouncilMember, Meeting
    from vinhdanh.records.content import FileContent

STAND_IN = "công chức phụ trách thi đua, ghi biên bản thay Thư ký"


def minutes_files(meeting: Meeting) -> list[FileContent]:
    """Return the minutes as PDF and Word.

    Raises:
        DomainError: the meeting is not closed.
    """
    context = minutes_context(meeting)
    return files_of(
        meeting_minutes(context),
        kind="meeting_minutes",
        context=context,
        title=f"Biên bản họp Hội đồng {meeting.held_on:%d-%m-%Y}",
    )


def minutes_context(meeting: Meeting) -> MeetingMinutesContext:
    """Return the facts of the minutes."""
    chair = meeting.presided_by
    if meeting.opened_at is None or meeting.closed_at is None or chair is None:
        raise DomainError("Phiên họp chưa kết thúc nên chưa có biên bản: hãy kết thúc phiên họp.")
    rows = list(meeting.attendance.select_related("member__person"))
    items = list(
        meeting.items.select_related("nomination__recipient").prefetch_related(
            "recusals__member__person", "rounds"
        )
    )
    decided = [item for item in items if item.outcome != Outcome.DEFERRED]
    place = meeting.council.body.place
    return MeetingMinutesContext(
        paper=Paper(
            office=emulation_council(locality_of(meeting.council.body), place=place),
            signature=Signature(("CHỦ TỌA",), chair.person.full_name),
            date=meeting.held_on,
        ),
        subject=f"Họp Hội đồng Thi đua - Khen thưởng về việc {meeting.title[:1].lower()}"
        f"{meeting.title[1:]}",
        started=meeting.opened_at.astimezone(),
        ended=meeting.closed_at.astimezone(),
        venue=meeting.place or f"Trụ sở {meeting.council.body.name}",
        chair=attendee(chair),
        secretary=_secretary(meeting),
        members=len(rows),
        present=tuple(_present(row) for row in rows if row.is_present),
        absent=tuple(_absence(row) for row in rows if not row.is_present),
        recusals=tuple(
            Recusal(
                name=recusal.member.person.full_name,
                item=f"hồ sơ của {item.nomination.recipient.name}",
                reason=recusal.reason,
            )
            for item in items
            for recusal in item.recusals.all()
        ),
        proceedings=proceedings(items),
        voting=voting(decided),
        rule=rule(decided),
        base=base(decided, rows),
        results=tuple(_result(item) for item in decided),
    )


def _absence(row: Attendance) -> Absence:
    instead = {
        Presence.WRITTEN: "được lấy ý kiến bằng văn bản",
        Presence.SUBSTITUTE: f"cử {row.substitute} dự thay, không biểu quyết",
    }.get(Presence(row.presence), "")
    one = attendee(row.member)
    return Absence(one.name, one.post, row.absence_reason, instead)


def _present(row: Attendance) -> Attendee:
    one = attendee(row.member)
    if row.presence == Presence.REMOTE:
        return Attendee(one.name, f"{one.post} (dự trực tuyến)")
    if row.presence == Presence.SUBSTITUTE:
        return Attendee(row.substitute, f"dự thay {one.name}, {one.post}")
    return one


def _secretary(meeting: Meeting) -> Attendee:
    if meeting.secretary:
        return attendee(meeting.secretary)
    return Attendee(meeting.secretary_name, STAND_IN)


def attendee(member: CouncilMember) -> Attendee:
    """Return a member with post and place on the council."""
    post = ", ".join(part for part in (member.post, member.get_role_display()) if part)
    return Attendee(member.person.full_name, post)


def _result(item: AgendaItem) -> VoteResult:
    return VoteResult(
        name=item.nomination.recipient.name,
        honour=item.nomination.honour_name,
        votes_for=item.votes_for or 0,
        votes_against=item.votes_against or 0,
        abstentions=item.votes_abstain or 0,
        eligible=item.denominator or 0,
        passed=item.outcome == Outcome.APPROVED,
    )
