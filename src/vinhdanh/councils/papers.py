"""Minutes of a meeting, written from its frozen record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vinhdanh.councils.enums import Outcome
from vinhdanh.councils.models import Ballot
from vinhdanh.documents import (
    Absence,
    Attendee,
    Clause,
    MeetingMinutesContext,
    Paper,
    Recusal,
    Signature,
    VoteResult,
    emulation_council,
    meeting_minutes,
)
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.wording import joined
from vinhdanh.records.papers import files_of, locality_of

if TYPE_CHECKING:
    from vinhdanh.councils.models import AgendaItem, Council, CouncilMember, Meeting
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
            "recusals__member__person"
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
        chair=_attendee(chair),
        secretary=_secretary(meeting),
        members=len(rows),
        present=tuple(_attendee(row.member) for row in rows if row.is_present),
        absent=tuple(
            Absence(
                row.member.person.full_name,
                row.member.post,
                row.absence_reason,
            )
            for row in rows
            if not row.is_present
        ),
        recusals=tuple(
            Recusal(
                name=recusal.member.person.full_name,
                item=item.nomination.recipient.name,
                reason=recusal.reason,
            )
            for item in items
            for recusal in item.recusals.all()
        ),
        proceedings=tuple(_deferral(item) for item in items if item.outcome == Outcome.DEFERRED),
        voting=_voting(decided),
        rule=_rule(meeting.council),
        results=tuple(_result(item) for item in decided),
    )


def _deferral(item: AgendaItem) -> Clause:
    nomination, reason = item.nomination, item.defer_reason.rstrip(".")
    return Clause(
        text=f"Hội đồng hoãn xét {nomination.honour_name} đối với {nomination.recipient.name}"
        f" vì {reason[:1].lower()}{reason[1:]}."
    )


def _voting(decided: list[AgendaItem]) -> str:
    """How the vote was held; raised hands that the clerk recorded are counted by name."""
    recorded = Ballot.objects.filter(item__in=decided).exclude(entered_by="")
    hands = Counter(recorded.values_list("entered_by", flat=True))
    told = [f"{count:02d} lượt giơ tay do {name} ghi" for name, count in sorted(hands.items())]
    return ", ".join(["biểu quyết công khai", *([f"trong đó có {joined(told)}"] if told else [])])


def _secretary(meeting: Meeting) -> Attendee:
    if meeting.secretary:
        return _attendee(meeting.secretary)
    return Attendee(meeting.secretary_name, STAND_IN)


def _rule(council: Council) -> str:
    return (
        f"có trên {council.pass_percent}% thành viên được biểu quyết đồng ý (theo"
        f" {council.rule_source}), trừ danh hiệu mà luật quy định tỷ lệ cao hơn,"
    )


def _attendee(member: CouncilMember) -> Attendee:
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
