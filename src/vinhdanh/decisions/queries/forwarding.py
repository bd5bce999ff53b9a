"""What waits for the superior, what lies there, what lower offices sent here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from vinhdanh.accounts.enums import Role
from vinhdanh.decisions.models import Forwarding, ReceivedProposal
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor

OFFICE = frozenset({Role.CLERK, Role.CHAIR})


def forwardings_for(actor: Actor) -> QuerySet[Forwarding]:
    """Return what the actor's body sent upward: the one door to it, the office's alone."""
    if not actor.roles & OFFICE:
        return Forwarding.objects.none()
    return Forwarding.objects.filter(body=actor.body).select_related("letter", "superior")


def received_for(actor: Actor) -> QuerySet[ReceivedProposal]:
    """Return what lower offices sent to the actor's body: the one door to it."""
    if not actor.roles & OFFICE:
        return ReceivedProposal.objects.none()
    return ReceivedProposal.objects.filter(body=actor.body)


def nominations_to_forward(actor: Actor) -> QuerySet[Nomination]:
    """Return approved nominations that others decide, and those sent back for a supplement."""
    return Nomination.objects.filter(
        body=actor.body,
        is_decided_above=True,
        state__in=[NominationState.APPROVED, NominationState.RETURNED_ABOVE],
    ).select_related(
        "recipient__person", "submission__unit", "submission__body", "achievement_report"
    )


def with_open_cases(forwardings: QuerySet[Forwarding]) -> QuerySet[Forwarding]:
    """Add how many cases a forwarding has (case_count), and how many wait (open_count)."""
    return forwardings.annotate(
        case_count=Count("cases"), open_count=Count("cases", filter=Q(cases__verdict=""))
    )
