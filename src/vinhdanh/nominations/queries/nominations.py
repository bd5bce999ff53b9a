"""Submissions and nominations a person may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from vinhdanh.accounts.enums import Role
from vinhdanh.nominations.enums import FINAL_STATES, WITH_CLERK, NominationState
from vinhdanh.nominations.models import Nomination, Submission
from vinhdanh.nominations.policies import may_take

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.kernel.verdict import Verdict
    from vinhdanh.nominations.workflow import Transition

SEE_ALL = frozenset({Role.CLERK, Role.CHAIR, Role.COUNCIL_MEMBER})


@dataclass(frozen=True, slots=True)
class OfferedStep:
    """A step as a button: what it is, and whether this person may take it now."""

    step: Transition
    verdict: Verdict


def submissions_for(actor: Actor) -> QuerySet[Submission]:
    """Return the lists the actor may see: the one door to them.

    A unit's head sees the unit's own; clerk, chair and council see every list that was sent.
    """
    submissions = Submission.objects.filter(body=actor.body).select_related("unit")
    if actor.roles & SEE_ALL:
        return submissions.filter(Q(sent_on__isnull=False) | Q(unit__in=actor.units))
    return submissions.filter(unit__in=actor.units)


def unfinished(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Keep the lists that were not sent yet or have a nomination that is still open."""
    pending = Nomination.objects.filter(submission=OuterRef("pk")).exclude(state__in=FINAL_STATES)
    return submissions.filter(Q(sent_on__isnull=True) | Exists(pending))


def with_counts(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Add how many nominations a list has (rows), and how many wait for the clerk (waiting)."""
    return submissions.annotate(
        rows=Count("nominations"),
        waiting=Count("nominations", filter=Q(nominations__state__in=WITH_CLERK)),
        decided=Count("nominations", filter=Q(nominations__state=NominationState.DECIDED)),
    ).order_by("-created_at", "-id")


def nominations_for(actor: Actor) -> QuerySet[Nomination]:
    """Return the nominations in lists the actor may see: the one door to them."""
    visible = Q(submission__unit__in=actor.units)
    if actor.roles & SEE_ALL:
        visible |= Q(submission__sent_on__isnull=False)
    return Nomination.objects.filter(visible, body=actor.body).select_related(
        "recipient", "submission__unit"
    )


def offered_steps(nomination: Nomination, actor: Actor) -> list[OfferedStep]:
    """Return the steps that lead on from the present state and are a person's to take."""
    return [
        OfferedStep(step, verdict)
        for step in nomination.table.steps
        if not step.by_system
        and nomination.state in step.sources
        and (verdict := may_take(step, nomination, actor))
    ]
