"""What the page of a meeting shows to a person, and what its live part asks for again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.forms import model_to_dict
from django.shortcuts import get_object_or_404, render

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import UNFINISHED, Choice, MeetingState, Outcome, Presence
from vinhdanh.councils.queries.meetings import attendance_of, meetings_for, open_meeting_of
from vinhdanh.councils.rules import quorum_for
from vinhdanh.decisions.merit import proposed_merit
from vinhdanh.kernel.wording import day
from vinhdanh.nominations.enums import NominationState
from vinhdanh.web.forms.councils import RescheduleForm
from vinhdanh.web.meeting_items import item_views
from vinhdanh.web.meeting_panels import panels_of
from vinhdanh.web.pages import number_in

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.councils.models import Attendance, Meeting
    from vinhdanh.decisions.models import Decision
    from vinhdanh.web.meeting_items import ItemView
    from vinhdanh.web.requests import StaffRequest

SHOWN_STATE, SHOWN_BOX, SHOWN_ITEM = "tinh-trang", "hom-phieu", "ho-so"
"""What the live part says its screen shows: the meeting's state, what is still open."""


def meeting_context(request: StaffRequest, meeting: Meeting) -> dict[str, Any]:
    """Return the context of the page (a fixed number of queries)."""
    actor = request.actor
    rows = list(attendance_of(meeting))
    own = actor.user.person_id
    seat = next((row.member for row in rows if row.member.person_id == own), None)
    present = [row for row in rows if row.is_present]
    quorum = quorum_for(meeting.council, as_of=meeting.held_on).of(len(rows))
    items = item_views(meeting, rows, seat)
    is_closed = meeting.state == MeetingState.CLOSED
    undecided = [view.item.nomination for view in items if is_closed and _is_undecided(view)]
    panels = panels_of(actor, meeting, items, rows)
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
        "decisions": _decisions(meeting, items),
        "undecided": len(undecided),
        "to_forward": sum(_is_to_forward(view) for view in items) if is_closed else 0,
        "may_forward": bool(actor.may(Act.FORWARD)),
        "merit": proposed_merit(undecided, title=meeting.title),
        "awaiting": sum(view.is_own_vote_awaited for view in items),
        "approved": sum(view.item.outcome == Outcome.APPROVED for view in items),
        "may_run": bool(actor.may(Act.OPEN_MEETING)),
        "may_record": bool(actor.may(Act.RECUSE)),
        "may_raise": bool(actor.may(Act.RECORD_VOTE)),
        "may_convene": bool(actor.may(Act.CONVENE)),
        "may_move": bool(actor.may(Act.CONVENE)) and meeting.state == MeetingState.PLANNED,
        "may_cancel": bool(actor.may(Act.CONVENE)) and _may_be_given_up(meeting, items),
        "reschedule": RescheduleForm(
            initial=model_to_dict(meeting, ["held_on", "starts_at", "place", "opinions_by"])
        ),
        "other_open": open_meeting_of(meeting.council)
        if meeting.state == MeetingState.PLANNED
        else None,
        "unaware": [row for row in rows if row.awaits_word],
        "must_know": any(row.awaits_word for row in rows if row.member == seat),
        "may_draft": bool(actor.may(Act.DRAFT_DECISION)),
        "presences": Presence.choices,
        "shown": _shown(meeting, items, [each.box.pk for each in panels["boxes"] if each.own]),
        **panels,
    }


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was typed on an item and refused, to stand in its form again."""

    act: str
    item: int
    said: dict[str, str]
    told: str

    @property
    def member(self) -> int:
        """Whose vote it was to be; 0 where nobody's."""
        return number_in(self.said.get("member", ""))


def shown_again(request: StaffRequest, pk: int, refused: Refusal) -> HttpResponse:
    """Show a meeting's page with the form that was refused open, and what was typed in it."""
    context = meeting_context(request, shown_meeting(request, pk)) | {"refused": refused}
    return render(request, "web/councils/meeting.html", context, status=422)


def shown_meeting(request: StaffRequest, pk: int) -> Meeting:
    """Return a meeting with what its page needs, or answer that nothing is there."""
    meetings = meetings_for(request.actor).select_related("council__body", "presided_by__person")
    return get_object_or_404(meetings, pk=pk)


def live_context(request: StaffRequest, meeting: Meeting) -> dict[str, Any]:
    """Return what every screen asks for again and again, and what is over on this one.

    The screen says which items and ballot forms it shows as open. Those that are over are sent
    along, to be put in their places: nobody keeps a form for a vote that was counted.
    """
    context = meeting_context(request, meeting)
    boxes = {each.box.pk: each for each in context["boxes"]}
    context["over"] = [
        view for view in context["items"]
        if view.item.pk in _asked(request, SHOWN_ITEM) and not view.is_pending
    ]  # fmt: skip
    context["over_boxes"] = [
        (pk, pk in boxes)
        for pk in _asked(request, SHOWN_BOX)
        if pk not in boxes or not boxes[pk].own
    ]
    return context


def _shown(meeting: Meeting, items: list[ItemView], boxes: list[int]) -> str:
    pending = [(SHOWN_ITEM, view.item.pk) for view in items if view.is_pending]
    return urlencode([(SHOWN_STATE, meeting.state), *pending, *((SHOWN_BOX, pk) for pk in boxes)])


def _asked(request: StaffRequest, name: str) -> list[int]:
    return [each for each in map(number_in, request.GET.getlist(name)) if each]


def _decisions(meeting: Meeting, items: list[ItemView]) -> list[Decision]:
    """Return the decisions that carry the meeting out, drafts too."""
    lines = [getattr(view.item.nomination, "decision_line", None) for view in items]
    found = {line.decision.pk: line.decision for line in lines if line}
    return [found[pk] for pk in sorted(found) if found[pk].meeting_id == meeting.pk]


def _is_undecided(view: ItemView) -> bool:
    """Whether an item was approved and waits for a decision of the body."""
    nomination = view.item.nomination
    return (
        _is_waiting(view)
        and not nomination.is_decided_above
        and not hasattr(nomination, "decision_line")
    )


def _is_to_forward(view: ItemView) -> bool:
    """Whether an item was approved and waits to be sent to who decides above."""
    return _is_waiting(view) and view.item.nomination.is_decided_above


def _is_waiting(view: ItemView) -> bool:
    """Whether an item was approved, and nothing has come of it yet."""
    approved = view.item.outcome == Outcome.APPROVED
    return approved and view.item.nomination.state == NominationState.APPROVED


def _may_be_given_up(meeting: Meeting, items: list[ItemView]) -> bool:
    """Whether the meeting may still be cancelled."""
    counted = any(view.is_counted or view.rounds for view in items)
    return meeting.state in UNFINISHED and not counted


def _stepper(
    meeting: Meeting, present: list[Attendance], rows: list[Attendance]
) -> list[dict[str, str]]:
    if meeting.state == MeetingState.CANCELLED:
        return []
    order = [MeetingState.PLANNED, MeetingState.OPEN, MeetingState.CLOSED]
    here = order.index(MeetingState(meeting.state))
    facts = (f"họp ngày {day(meeting.held_on)}", f"có mặt {len(present)}/{len(rows)}", "")
    labels = ("Lập phiên họp", "Họp và biểu quyết", "Kết thúc, lập biên bản")
    return [
        {
            "label": label,
            "state": "past" if at < here or meeting.state == MeetingState.CLOSED
            else "present" if at == here else "next",
            "when": facts[at] if at <= here else "",
            "who": "",
        }
        for at, label in enumerate(labels)
    ]  # fmt: skip
