"""One item of a meeting with what a person sees of it and may do on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.councils.enums import (
    UNFINISHED,
    BoxState,
    Choice,
    MeetingState,
    Outcome,
    VoteForm,
    VoteWay,
)
from vinhdanh.councils.queries.meetings import items_of
from vinhdanh.councils.rules import threshold_for
from vinhdanh.councils.services.ballots import NAMED
from vinhdanh.councils.services.entitled import is_by_letter, is_expected
from vinhdanh.nominations.enums import LawVerdict
from vinhdanh.nominations.queries.appraisal import appraised_because
from vinhdanh.nominations.queries.assessments import last_verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.councils.models import (
        AgendaItem,
        Attendance,
        CouncilMember,
        Meeting,
        PaperTally,
        Participation,
        RoundResult,
    )
    from vinhdanh.councils.rules import Threshold

MAY = "may"
"""Of `ItemView.own_secret`: the person has not voted yet and may."""
HOW = {VoteWay.HAND: "do {} ghi (giơ tay)", VoteWay.WRITING: "ý kiến bằng văn bản"}
"""How a vote came, where it was not cast on a screen."""


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item with what this person may do on it."""

    item: AgendaItem
    own_choice: str
    """What the person voted openly, in words; empty before, and always for a secret vote."""
    own_secret: str
    """Where the person stands in a secret vote: "may", "voted", "paper" or nothing."""
    own_recusal: str
    recorded_by: str
    """Who recorded that vote by raised hand; empty where it is the person's own."""
    may_vote: bool
    may_revote: bool
    """Whether the person has voted and may still choose otherwise."""
    may_declare: bool
    """Whether the person may still say that they are close to the recipient."""
    voted: int
    entitled: int
    awaited: list[CouncilMember]
    """Entitled members who have not voted openly; nobody is named in a secret vote."""
    voters: list[CouncilMember]
    """Everybody entitled, whether they have voted or not."""
    writers: list[CouncilMember]
    """Those of them who give their opinion in writing."""
    votes: list[tuple[str, str, str, str]]
    """Who voted what, for an open vote; who recorded it where it was a raised hand; an opinion in
    writing with its text."""
    letters_in: list[tuple[str, str, str, str]]
    """Those of them whose opinion in writing has come."""
    threshold: Threshold | None
    """What it needs, while it is still to be decided."""
    law: LawVerdict | None
    """The law's last answer on the nomination."""
    appraised_because: str
    """Why the office found it ready though something was missing; mostly empty."""
    may_change: bool
    """Whether the vote on it is still to come or going on."""
    rounds: list[RoundResult]
    """Results of earlier rounds."""
    missing: str
    """Whose votes had not come when it was counted, in words."""
    tally: PaperTally | None
    papers: int
    """How many vote on paper beside the screens."""

    @property
    def is_pending(self) -> bool:
        """Whether it is still to be voted on."""
        return self.item.outcome == Outcome.PENDING

    @property
    def is_named(self) -> bool:
        """Whether its ballots name whose they are."""
        return self.item.form in NAMED

    @property
    def is_counted(self) -> bool:
        """Whether there is a result of the last round to show."""
        return self.item.votes_for is not None

    @property
    def in_room(self) -> list[CouncilMember]:
        """Those in the room who have not voted openly."""
        return [member for member in self.awaited if member not in self.writers]

    @property
    def letters(self) -> list[CouncilMember]:
        """Those whose opinion in writing has not come; on paper all of them where one is short."""
        if self.item.form == VoteForm.PAPER:
            return self.writers if self.tally and self.tally.by_letter < len(self.writers) else []
        return [member for member in self.awaited if member in self.writers]

    @property
    def is_own_vote_awaited(self) -> bool:
        """Whether this person still has to vote on it, openly or secretly."""
        return (self.may_vote and not self.recorded_by) or self.own_secret == MAY

    @property
    def waits_for_papers(self) -> bool:
        """Whether the tellers owe their figures."""
        paper = self.item.form == VoteForm.PAPER or self.papers > 0
        return self.is_pending and paper and self.tally is None


def item_views(
    meeting: Meeting, rows: Sequence[Attendance], seat: CouncilMember | None
) -> list[ItemView]:
    """Return a meeting's items as a person with a seat, or without one, sees them.

    Args:
        meeting: with its council and the council's body.
        rows: the attendance, with members and people.
        seat: whose eyes these are.
    """
    items = items_of(meeting).select_related("nomination__decision_line__decision__document")
    checked = items.annotate(
        checked=last_verdict("nomination"), because=appraised_because("nomination")
    )
    return [_view(item, rows, seat, meeting) for item in checked]


def _view(
    item: Any,  # an AgendaItem with what the queries add to it
    rows: Sequence[Attendance],
    seat: CouncilMember | None,
    meeting: Meeting,
) -> ItemView:
    recused = {each.member_id: each.reason for each in item.recusals.all()}
    of_round = [each for each in item.participations.all() if each.round == item.round]
    cast = {each.member_id: each for each in of_round if each.has_voted}
    expected = [row for row in rows if row.member_id not in recused and is_expected(row, item)]
    entitled = [row.member for row in expected]
    is_named, is_pending = item.form in NAMED, item.outcome == Outcome.PENDING
    own = cast.get(seat.pk) if seat and is_named else None
    is_open = meeting.state == MeetingState.OPEN and is_pending
    may_change = meeting.state in UNFINISHED and is_pending
    earlier = list(item.rounds.all())
    votes = _votes(of_round, rows) if is_named else []
    return ItemView(
        item=item,
        own_choice=Choice(own.ballot.choice).label if own else "",
        own_secret=_own_secret(item, seat, of_round) if is_open else "",
        own_recusal=recused.get(seat.pk, "") if seat else "",
        recorded_by=own.ballot.entered_by if own else "",
        may_vote=is_open
        and is_named
        and seat in entitled
        and (own is None or bool(own.ballot.entered_by)),
        may_revote=bool(is_open and own and not own.ballot.entered_by),
        may_declare=may_change and _is_free(seat, rows, {*recused, *cast}),
        voted=len(cast),
        entitled=len(entitled),
        awaited=[each for each in entitled if each.pk not in cast] if is_open and is_named else [],
        voters=entitled,
        writers=[row.member for row in expected if is_by_letter(row, item)],
        votes=votes,
        letters_in=[each for each in votes if each[2] == HOW[VoteWay.WRITING]],
        threshold=threshold_for(
            nomination=item.nomination,
            council=meeting.council,
            members=len(rows),
            recused=len(recused),
            as_of=meeting.held_on,
        )
        if may_change
        else None,
        law=LawVerdict(item.checked) if item.checked else None,
        appraised_because=(item.because or "").rstrip("."),
        may_change=may_change,
        rounds=earlier if is_pending else earlier[:-1],
        missing=earlier[-1].missing if earlier and not is_pending else "",
        tally=getattr(item, "papers", None),
        papers=sum(each.way == VoteWay.PAPER for each in of_round),
    )


def _is_free(seat: CouncilMember | None, rows: Sequence[Attendance], taken: set[int]) -> bool:
    """Whether a person of the meeting is neither recused nor has voted."""
    return seat is not None and seat.pk not in taken and any(row.member == seat for row in rows)


def _own_secret(item: AgendaItem, seat: CouncilMember | None, of_round: list[Participation]) -> str:
    own = next((each for each in of_round if seat and each.member_id == seat.pk), None)
    if item.form != VoteForm.SECRET or own is None:
        return ""
    if not own.has_voted:
        return MAY if item.box and item.box.state == BoxState.OPEN else ""
    return "paper" if own.way == VoteWay.PAPER else "voted"


def _votes(
    cast: list[Participation], rows: Sequence[Attendance]
) -> list[tuple[str, str, str, str]]:
    names = {row.member_id: row.member.person.full_name for row in rows}
    return [
        (
            names.get(each.member_id, ""),
            Choice(each.ballot.choice).label,
            HOW.get(VoteWay(each.way), "").format(each.ballot.entered_by),
            each.ballot.opinion,
        )
        for each in cast
        if each.has_voted
    ]
