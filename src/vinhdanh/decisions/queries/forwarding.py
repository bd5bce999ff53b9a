"""What waits for the superior, what lies there, what lower offices sent here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Min, Q, QuerySet
from django.db.models.functions import Coalesce

from vinhdanh.accounts.enums import Role
from vinhdanh.decisions.models import Forwarding, ReceivedProposal
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor

OFFICE = frozenset({Role.CLERK, Role.CHAIR})
WAITING = Q(cases__verdict="")
DUE = Min(Coalesce("cases__nomination__due_on", "answer_by"), filter=WAITING)
"""Until when the first waiting case is to be answered: by the law's days, else by the letter."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """A forwarding with a case that should have been answered on a day that is over."""

    forwarding: Forwarding
    due_on: dt.date


def forwardings_for(actor: Actor) -> QuerySet[Forwarding]:
    """Return what the actor's body sent upward: the one door to it, the office's alone."""
    if not actor.roles & OFFICE:
        return Forwarding.objects.none()
    return Forwarding.objects.filter(body=actor.body).select_related("letter", "superior")


def received_for(actor: Actor) -> QuerySet[ReceivedProposal]:
    """Return what lower offices sent to the actor's body: the one door to it."""
    if not actor.roles & OFFICE:
        return ReceivedProposal.objects.none()
    return ReceivedProposal.objects.filter(body=actor.body).select_related("forwarding")


def nominations_to_forward(actor: Actor) -> QuerySet[Nomination]:
    """Return approved nominations that others decide, and those sent back for a supplement."""
    return Nomination.objects.filter(
        body=actor.body,
        is_decided_above=True,
        state__in=[NominationState.APPROVED, NominationState.RETURNED_ABOVE],
    ).select_related(
        "body", "recipient__person", "submission__unit", "submission__body", "achievement_report"
    )


def with_open_cases(forwardings: QuerySet[Forwarding]) -> QuerySet[Forwarding]:
    """Add how many cases a forwarding has (case_count), how many wait (open_count), due_on."""
    return forwardings.annotate(
        case_count=Count("cases"), open_count=Count("cases", filter=WAITING), due_on=DUE
    )


def waiting_answer(forwarding: Forwarding) -> ReceivedProposal | None:
    """Return the superior's answer that lies in this system and has not been taken in yet."""
    answered = ReceivedProposal.objects.filter(forwarding=forwarding, answered_on__isnull=False)
    return answered.filter(forwarding__cases__verdict="").first()


def overdue_above(actor: Actor, *, as_of: dt.date) -> list[Overdue]:
    """Return what the superior should have answered by now, the oldest first."""
    found = forwardings_for(actor).annotate(due_on=DUE).filter(due_on__lt=as_of)
    return [Overdue(each, each.due_on) for each in found.order_by("due_on", "id")]
