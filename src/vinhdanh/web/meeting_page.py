"""What the page of a meeting shows to a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import (
    BoxState,
    Choice,
    MeetingState,
    Outcome,
    Presence,
    VoteForm,
    VoteWay,
)
from vinhdanh.councils.queries.meetings import items_of
from vinhdanh.councils.rules import quorum_for, threshold_for
from vinhdanh.councils.services.ballots import NAMED
from vinhdanh.decisions.queries.decisions import nominations_to_decide
from vinhdanh.kernel.wording import day
from vinhdanh.nominations.queries.assessments import last_of
from vinhdanh.web.forms.councils import RescheduleForm
from vinhdanh.web.meeting_panels import MAY, panels_of

if TYPE_CHECKING:
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
    from vinhdanh.nominations.models import Assessment
    from vinhdanh.web.requests import StaffRequest

CHOICES = {choice.value: choice for choice in Choice}


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
    votes: list[tuple[str, str, str]]
    """Who voted what, for an open vote, and who recorded it where it was a raised hand."""
    threshold: Threshold | None
    """What it needs, while it is still to be decided."""

    law: Assessment | None
    """The law's last answer on the nomination."""

    may_change: bool
    """Whether the vote on it is still to come or going on."""

    rounds: list[RoundResult]
    """Results of earlier rounds."""
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
    def waits_for_papers(self) -> bool:
        """Whether the tellers owe their figures."""
        paper = self.item.form == VoteForm.PAPER or self.papers > 0
        return self.is_pending and paper and self.tally is None


def meeting_context(request: StaffRequest, meeting: Meeting) -> dict[str, Any]:
    """Return the context of the page (a fixed number of queries)."""
    actor = request.actor
    rows = list(meeting.attendance.select_related("member__person"))
    own = actor.user.person_id
    seat = next((row.member for row in rows if row.member.person_id == own), None)
    present = [row for row in rows if row.is_present]
    needed = quorum_for(meeting.council, as_of=meeting.held_on)
    quorum = needed.of(len(rows))
    agenda = list(items_of(meeting))
    law = last_of([item.nomination for item in agenda])
    items = [_item_view(item, rows, seat, meeting, law.get(item.nomination_id)) for item in agenda]
    return {
        "meeting": meeting,
        "rows": rows,
        "present": len(present),
        "quorum": quorum,
        "has_quorum": len(present) >= quorum,
        "seat": seat,
        "items": items,
        "choices": Choice.choices,
        "stepper": _stepper(meeting, present, rows),
        "decisions": meeting.decisions.select_related("document").order_by("id"),
        "undecided": _undecided(request, meeting),
        "awaiting": sum(
            (view.may_vote and not view.recorded_by) or view.own_secret == MAY for view in items
        ),
        "approved": sum(view.item.outcome == Outcome.APPROVED for view in items),
        "may_run": bool(actor.may(Act.OPEN_MEETING)),
        "may_record": bool(actor.may(Act.RECUSE)),
        "may_raise": bool(actor.may(Act.RECORD_VOTE)),
        "may_convene": bool(actor.may(Act.CONVENE)),
        "may_move": bool(actor.may(Act.CONVENE)) and meeting.state == MeetingState.PLANNED,
        "may_cancel": bool(actor.may(Act.CONVENE)) and _is_undecided(meeting, items),
        "reschedule": RescheduleForm(initial={"held_on": meeting.held_on, "place": meeting.place}),
        "may_draft": bool(actor.may(Act.DRAFT_DECISION)),
        "presences": Presence.choices,
        **panels_of(actor, meeting, items, rows),
    }


def live_context(meeting: Meeting) -> dict[str, Any]:
    """Return what the fragment shows that every screen asks for again and again."""
    rows = list(meeting.attendance.select_related("member__person"))
    agenda = items_of(meeting)
    return {
        "meeting": meeting,
        "items": [_item_view(item, rows, None, meeting, None, is_live=True) for item in agenda],
    }


def _undecided(request: StaffRequest, meeting: Meeting) -> int:
    """How many of those approved wait for a decision."""
    if meeting.state != MeetingState.CLOSED:
        return 0
    return (
        nominations_to_decide(request.actor)
        .filter(agenda_items__meeting=meeting, agenda_items__outcome=Outcome.APPROVED)
        .count()
    )


def _is_undecided(meeting: Meeting, items: list[ItemView]) -> bool:
    """Whether the meeting may still be given up."""
    counted = any(view.is_counted or view.rounds for view in items)
    return meeting.state in (MeetingState.PLANNED, MeetingState.OPEN) and not counted


def _item_view(
    item: AgendaItem,
    rows: list[Attendance],
    seat: CouncilMember | None,
    meeting: Meeting,
    law: Assessment | None,
    *,
    is_live: bool = False,
) -> ItemView:
    recused = {each.member_id: each.reason for each in item.recusals.all()}
    of_round = [each for each in item.participations.all() if each.round == item.round]
    cast = {each.member_id: each for each in of_round if each.has_voted}
    entitled = [
        row.member
        for row in rows
        if row.member_id not in recused and (row.may_vote or item.form == VoteForm.WRITTEN)
    ]
    is_named = item.form in NAMED
    own = cast.get(seat.pk) if seat and is_named else None
    is_open = meeting.state == MeetingState.OPEN and item.outcome == Outcome.PENDING
    takes_part = seat is not None and seat.pk in {each.pk for each in entitled}
    earlier = list(item.rounds.all())
    return ItemView(
        item=item,
        law=law,
        own_choice=Choice(own.ballot.choice).label if own else "",
        own_secret=_own_secret(item, seat, of_round) if is_open else "",
        recorded_by=own.ballot.entered_by if own else "",
        own_recusal=recused.get(seat.pk, "") if seat else "",
        may_vote=is_open
        and is_named
        and takes_part
        and (own is None or bool(own.ballot.entered_by)),
        may_revote=bool(is_open and own and not own.ballot.entered_by),
        may_declare=meeting.state in (MeetingState.PLANNED, MeetingState.OPEN)
        and item.outcome == Outcome.PENDING
        and seat is not None
        and seat.pk not in recused
        and seat.pk not in cast
        and any(row.member_id == seat.pk for row in rows),
        voted=len(cast),
        entitled=len(entitled),
        awaited=[each for each in entitled if each.pk not in cast] if is_open and is_named else [],
        voters=entitled,
        votes=_votes(of_round, rows) if is_named and not is_live else [],
        may_change=meeting.state in (MeetingState.PLANNED, MeetingState.OPEN)
        and item.outcome == Outcome.PENDING,
        threshold=None
        if is_live or item.outcome != Outcome.PENDING
        else threshold_for(
            nomination=item.nomination,
            council=meeting.council,
            members=len(rows),
            recused=len(recused),
            as_of=meeting.held_on,
        ),
        rounds=earlier if item.outcome == Outcome.PENDING else earlier[:-1],
        tally=next((each for each in item.tallies.all() if each.round == item.round), None),
        papers=sum(each.way == VoteWay.PAPER for each in of_round),
    )


def _own_secret(item: AgendaItem, seat: CouncilMember | None, of_round: list[Participation]) -> str:
    own = next((each for each in of_round if seat and each.member_id == seat.pk), None)
    if item.form != VoteForm.SECRET or own is None:
        return ""
    if not own.has_voted:
        return MAY if item.box and item.box.state == BoxState.OPEN else ""
    return "paper" if own.way == VoteWay.PAPER else "voted"


def _votes(cast: list[Participation], rows: list[Attendance]) -> list[tuple[str, str, str]]:
    names = {row.member_id: row.member.person.full_name for row in rows}
    told = {
        VoteWay.HAND: "do {} ghi (giơ tay)",
        VoteWay.WRITING: "ý kiến bằng văn bản",
    }
    return [
        (
            names.get(each.member_id, ""),
            Choice(each.ballot.choice).label,
            told.get(VoteWay(each.way), "").format(each.ballot.entered_by),
        )
        for each in cast
        if each.has_voted
    ]


def _stepper(
    meeting: Meeting, present: list[Attendance], rows: list[Attendance]
) -> list[dict[str, str]]:
    if meeting.state == MeetingState.CANCELLED:
        return []
    order = [MeetingState.PLANNED, MeetingState.OPEN, MeetingState.CLOSED]
    here = order.index(MeetingState(meeting.state))
    facts = (
        (f"họp ngày {day(meeting.held_on)}", ""),
        (f"có mặt {len(present)}/{len(rows)}", ""),
        ("", ""),
    )
    labels = ("Lập phiên họp", "Họp và biểu quyết", "Kết thúc, lập biên bản")
    return [
        {
            "label": label,
            "state": "past" if at < here or meeting.state == MeetingState.CLOSED
            else "present" if at == here else "next",
            "when": facts[at][0] if at <= here else "",
            "who": "",
        }
        for at, label in enumerate(labels)
    ]  # fmt: skip
