"""Minutes of a meeting, written from its frozen record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vinhdanh.councils.enums import Outcome, Presence, VoteForm, VoteWay
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
    from collections.abc import Iterator

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
                item=item.nomination.recipient.name,
                reason=recusal.reason,
            )
            for item in items
            for recusal in item.recusals.all()
        ),
        proceedings=(
            *(clause for item in decided for clause in _rounds(item)),
            *(_deferral(item) for item in items if item.outcome == Outcome.DEFERRED),
        ),
        voting=_voting(decided),
        rule=_rule(decided),
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
    forms = dict.fromkeys(VoteForm(item.form).label.lower() for item in decided)
    recorded = Ballot.objects.filter(item__in=decided, participation__way=VoteWay.HAND)
    hands = Counter(recorded.values_list("entered_by", flat=True))
    told = [f"{count:02d} lượt giơ tay do {name} ghi" for name, count in sorted(hands.items())]
    letters = Ballot.objects.filter(item__in=decided, participation__way=VoteWay.WRITING).count()
    told += [f"{letters:02d} ý kiến bằng văn bản"] if letters else []
    return ", ".join([*forms, *([f"trong đó có {joined(told)}"] if told else [])])


def _rounds(item: AgendaItem) -> Iterator[Clause]:
    """What came of earlier rounds, and how a place was given by rank."""
    rounds, name = list(item.rounds.all()), item.nomination.recipient.name
    for each in rounds[:-1]:
        yield Clause(
            text=f"{name}: vòng {each.round} được {each.votes_for}/{each.denominator} đồng ý,"
            f" {'đạt' if each.passed else 'chưa đạt'} tỷ lệ; Hội đồng bỏ phiếu lại."
        )
    if item.rank:
        kept = "được chọn" if item.outcome == Outcome.APPROVED else "không được chọn"
        yield Clause(text=f"{name}: xếp thứ {item.rank} theo số phiếu, {kept}; {item.rank_reason}.")


def _absence(row: Attendance) -> Absence:
    told = {
        Presence.WRITTEN: "cho ý kiến bằng văn bản",
        Presence.SUBSTITUTE: f"cử {row.substitute} dự thay",
    }.get(Presence(row.presence), "")
    reason = "; ".join(filter(None, (row.absence_reason, told)))
    return Absence(row.member.person.full_name, row.member.post, reason)


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


def _rule(decided: list[AgendaItem]) -> str:
    """What each honour needed, with its source; one rule for all is told once."""
    honours: dict[str, list[str]] = {}
    for item in decided:
        needed = f"có {item.threshold} đồng ý (theo {item.threshold_source})"
        names = honours.setdefault(needed, [])
        if item.nomination.honour_name not in names:
            names.append(item.nomination.honour_name)
    if len(honours) == 1:
        return next(iter(honours))
    return "; ".join(f"{joined(names)} {needed}" for needed, names in honours.items())


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
