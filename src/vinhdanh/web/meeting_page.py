"""What the page of a meeting shows to a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import Choice, MeetingState, Outcome
from vinhdanh.councils.queries.meetings import items_of, seat_of
from vinhdanh.councils.rules import threshold_for
from vinhdanh.decisions.queries.decisions import nominations_to_decide
from vinhdanh.kernel.wording import day
from vinhdanh.nominations.queries.assessments import last_of
from vinhdanh.web.forms.councils import RescheduleForm

if TYPE_CHECKING:
    from vinhdanh.councils.models import AgendaItem, Attendance, CouncilMember, Meeting
    from vinhdanh.councils.rules import Threshold
    from vinhdanh.nominations.models import Assessment
    from vinhdanh.web.requests import StaffRequest

CHOICES = {choice.value: choice for choice in Choice}


@dataclass(frozen=True, slots=True)
class ItemView:
    """One item with what this person may do on it."""

    item: AgendaItem
    own_choice: str
    """What the person voted, in words; empty before."""
    own_recusal: str
    recorded_by: str
    """Who recorded that vote by raised hand; empty where it is the person's own."""
    may_vote: bool
    may_revote: bool
    """Whether the person has voted and may still choose otherwise."""
    voted: int
    entitled: int
    awaited: list[CouncilMember]
    """Present and entitled members who have not voted."""
    votes: list[tuple[str, str, str]]
    """Who voted what, for an open vote, and who recorded it where it was a raised hand."""
    threshold: Threshold | None
    """What it needs, while it is still to be decided."""

    law: Assessment | None
    """The law's last answer on the nomination."""

    may_change: bool
    """Whether the vote on it is still to come or going on."""

    @property
    def is_pending(self) -> bool:
        """Whether it is still to be decided."""
        return self.item.outcome == Outcome.PENDING


def meeting_context(request: StaffRequest, meeting: Meeting) -> dict[str, Any]:
    """Return the context of the page (a fixed number of queries)."""
    actor = request.actor
    rows = list(meeting.attendance.select_related("member__person"))
    seat = seat_of(actor, meeting.council)
    present = [row for row in rows if row.is_present]
    quorum = meeting.council.quorum_of(len(rows))
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
        "undecided": nominations_to_decide(actor)
        .filter(agenda_items__meeting=meeting, agenda_items__outcome=Outcome.APPROVED)
        .count(),
        "approved": sum(view.item.outcome == Outcome.APPROVED for view in items),
        "may_run": bool(actor.may(Act.OPEN_MEETING)),
        "may_record": bool(actor.may(Act.RECUSE)),
        "may_raise": bool(actor.may(Act.RECORD_VOTE)),
        "may_move": bool(actor.may(Act.CONVENE)) and meeting.state == MeetingState.PLANNED,
        "may_cancel": bool(actor.may(Act.CONVENE)) and _is_undecided(meeting, items),
        "reschedule": RescheduleForm(initial={"held_on": meeting.held_on, "place": meeting.place}),
        "may_draft": bool(actor.may(Act.DRAFT_DECISION)),
    }


def _is_undecided(meeting: Meeting, items: list[ItemView]) -> bool:
    """Whether the meeting may still be given up."""
    counted = any(view.item.votes_for is not None for view in items)
    return meeting.state in (MeetingState.PLANNED, MeetingState.OPEN) and not counted


def _item_view(
    item: AgendaItem,
    rows: list[Attendance],
    seat: CouncilMember | None,
    meeting: Meeting,
    law: Assessment | None,
) -> ItemView:
    present, members = [row for row in rows if row.is_present], len(rows)
    recused = {each.member_id: each.reason for each in item.recusals.all()}
    cast = {each.member_id: each for each in item.participations.all()}
    entitled = [row.member for row in present if row.member_id not in recused]
    names = {row.member_id: row.member.person.full_name for row in present}
    own = cast.get(seat.pk) if seat else None
    is_open = meeting.state == MeetingState.OPEN and item.outcome == Outcome.PENDING
    return ItemView(
        item=item,
        law=law,
        own_choice=Choice(own.ballot.choice).label if own else "",
        recorded_by=own.ballot.entered_by if own else "",
        own_recusal=recused.get(seat.pk, "") if seat else "",
        may_vote=bool(
            is_open
            and seat
            and (own is None or own.ballot.entered_by)
            and seat.pk in {each.pk for each in entitled}
        ),
        may_revote=bool(is_open and own and not own.ballot.entered_by),
        voted=len(cast),
        entitled=len(entitled),
        awaited=[member for member in entitled if member.pk not in cast] if is_open else [],
        votes=[
            (names.get(key, ""), Choice(each.ballot.choice).label, each.ballot.entered_by)
            for key, each in cast.items()
        ],
        may_change=meeting.state in (MeetingState.PLANNED, MeetingState.OPEN)
        and item.outcome == Outcome.PENDING,
        threshold=threshold_for(
            nomination=item.nomination,
            council=meeting.council,
            members=members,
            recused=len(recused),
            as_of=meeting.held_on,
        )
        if item.outcome == Outcome.PENDING
        else None,
    )


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
