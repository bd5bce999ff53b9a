"""What waits to be decided: approved nominations, each with where it was approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils import timezone

from vinhdanh.councils.enums import MeetingState, Outcome
from vinhdanh.councils.models import AgendaItem
from vinhdanh.decisions.queries.decisions import nominations_to_decide
from vinhdanh.nominations.models import NominationStep
from vinhdanh.records.models import NumberSeries

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting
    from vinhdanh.decisions.models import Decision
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class Waiting:
    """An approved nomination no decision holds yet."""

    nomination: Nomination
    meeting: Meeting | None
    """Whose result it is; none by the simplified procedure."""


def waiting_for_decision(actor: Actor) -> list[Waiting]:
    """Return what may be put into a decision now, in the order of meetings and agendas.

    What a meeting approved that is still in session waits for its end.
    """
    rows = {each.pk: each for each in nominations_to_decide(actor).order_by("pk")}
    items = (
        AgendaItem.objects.filter(nomination__in=rows, outcome=Outcome.APPROVED)
        .select_related("meeting")
        .order_by("meeting__held_on", "meeting_id", "order")
    )
    approved = {item.nomination_id: item for item in items}
    by_meeting = [
        Waiting(rows[pk], item.meeting)
        for pk, item in approved.items()
        if item.meeting.state == MeetingState.CLOSED
    ]
    return by_meeting + [Waiting(row, None) for pk, row in rows.items() if pk not in approved]


def last_agreed(decision: Decision) -> dt.date | None:
    """Return the last day on which the chair agreed to a row by the simplified procedure."""
    steps = NominationStep.objects.filter(
        nomination__decision_line__decision=decision, name="approve_directly"
    )
    last = steps.aggregate(last=Max("at"))["last"]
    return timezone.localdate(last) if last else None


def next_number(body: Unit, symbol: str, *, year: int) -> int:
    """Return the number a document of a series would get now; nothing is taken."""
    series = NumberSeries.objects.filter(body=body, symbol=symbol, year=year).first()
    return series.last_number + 1 if series else 1
