"""Minutes of the count, for what was voted on by ballot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.councils.enums import Outcome, Presence, VoteForm, VoteWay
from vinhdanh.councils.models import PaperTally
from vinhdanh.councils.papers import STAND_IN, attendee
from vinhdanh.documents import Attendee, Paper, Signature, emulation_council
from vinhdanh.documents.kinds.tally import Count
from vinhdanh.documents.kinds.tally_minutes import TallyMinutesContext, tally_minutes
from vinhdanh.records.papers import files_of, locality_of

if TYPE_CHECKING:
    from vinhdanh.councils.models import AgendaItem, Meeting, RoundResult
    from vinhdanh.records.content import FileContent

BY_BALLOT = (VoteForm.SECRET, VoteForm.PAPER)
COUNTED = (Outcome.APPROVED, Outcome.NOT_APPROVED)


@dataclass(frozen=True, slots=True)
class Figures:
    """How many ballots there were on an item."""

    issued: int
    returned: int
    invalid: int
    by_letter: int
    eligible: int | None
    """Members entitled to vote, where shares are taken of them."""
    threshold: str


def tally_files(meeting: Meeting) -> list[list[FileContent]]:
    """Return the minutes of the count as PDF and Word, one for all items of the same figures."""
    parts = tally_contexts(meeting)
    return [
        files_of(
            tally_minutes(context),
            kind="tally_minutes",
            context=context,
            title=f"Biên bản kiểm phiếu {meeting.held_on:%d-%m-%Y}"
            + (f" phần {at}" if len(parts) > 1 else ""),
        )
        for at, context in enumerate(parts, start=1)
    ]


def tally_contexts(meeting: Meeting) -> list[TallyMinutesContext]:
    """Return the facts of each; nothing where no ballot was cast."""
    groups: dict[Figures, list[AgendaItem]] = {}
    items = meeting.items.filter(outcome__in=COUNTED).select_related("nomination__recipient")
    for item in items.prefetch_related("rounds"):
        if _kept(item).form in BY_BALLOT:
            groups.setdefault(_figures(item), []).append(item)
    return [_context(meeting, figures, items) for figures, items in groups.items()]


def _context(meeting: Meeting, figures: Figures, items: list[AgendaItem]) -> TallyMinutesContext:
    assert meeting.presided_by
    assert meeting.opened_at
    rows = list(meeting.attendance.all())
    head, *tellers = _tellers(meeting)
    body = meeting.council.body
    return TallyMinutesContext(
        paper=Paper(
            office=emulation_council(locality_of(body), place=body.place),
            signature=Signature(("CHỦ TỌA",), meeting.presided_by.person.full_name),
            date=meeting.held_on,
        ),
        subject=meeting.title,
        started=meeting.opened_at.astimezone(),
        ended=meeting.closed_at.astimezone() if meeting.closed_at else None,
        venue=meeting.place or f"Trụ sở {body.name}",
        head=head,
        tellers=tuple(tellers),
        members=len(rows),
        present=sum(row.is_present for row in rows),
        eligible=figures.eligible,
        issued=figures.issued,
        returned=figures.returned,
        invalid=figures.invalid,
        by_letter=figures.by_letter,
        rule=f"có {figures.threshold} đồng ý",
        counts=tuple(
            Count(
                name=item.nomination.recipient.name,
                honour=item.nomination.honour_name,
                votes_for=item.votes_for or 0,
                votes_against=item.votes_against or 0,
                passed=_kept(item).passed,
            )
            for item in items
        ),
    )


def _kept(item: AgendaItem) -> RoundResult:
    """Return the round whose votes the item keeps: the first it passed, or else the last.

    Who passed it and got no place has reached the percentage all the same.
    """
    rounds = list(item.rounds.all())
    return next((each for each in rounds if each.passed), rounds[-1])


def _figures(item: AgendaItem) -> Figures:
    kept = _kept(item)
    round_ = kept.round
    came = item.participations.filter(round=round_)
    tally = PaperTally.objects.filter(item=item, round=round_).first()
    lost, invalid = (tally.unreturned, tally.invalid) if tally else (0, 0)
    if kept.form == VoteForm.PAPER:
        issued, letters = (tally.issued, tally.by_letter) if tally else (0, 0)
        return Figures(issued, issued - lost, invalid, letters, item.eligible, item.threshold)
    voted = came.filter(has_voted=True)
    written = voted.filter(
        member__attendance__meeting=item.meeting_id, member__attendance__presence=Presence.WRITTEN
    ).exclude(way=VoteWay.SCREEN)
    return Figures(
        issued=came.count(),
        returned=voted.count() - lost,
        invalid=invalid,
        by_letter=min(written.count(), voted.count() - lost),
        eligible=item.eligible,
        threshold=item.threshold,
    )


def _tellers(meeting: Meeting) -> list[Attendee]:
    """The tellers, the head first; where a machine alone counted, who wrote the minutes."""
    named = [attendee(each.member) for each in meeting.tellers.select_related("member__person")]
    if named:
        return named
    if meeting.secretary:
        return [attendee(meeting.secretary)]
    return [Attendee(meeting.secretary_name, STAND_IN)]
