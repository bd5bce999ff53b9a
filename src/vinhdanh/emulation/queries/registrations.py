"""Registrations and movements a person may see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from vinhdanh.emulation.models import Movement, Registration
from vinhdanh.organizations.queries.units import units_taking_part

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class UnitRegistration:
    """A unit that must register, with its registration if there is one."""

    unit: Unit
    registration: Registration | None


def registrations_for(actor: Actor) -> QuerySet[Registration]:
    """Return the registrations of the actor's body: the one door to them."""
    return Registration.objects.filter(body=actor.body).select_related("unit")


def movements_for(actor: Actor) -> QuerySet[Movement]:
    """Return the movements of the actor's body with pledges asked and signed."""
    return (
        Movement.objects.filter(body=actor.body)
        .annotate(
            asked=Count("pledges"),
            signed=Count("pledges", filter=Q(pledges__signed_on__isnull=False)),
        )
        .order_by("launched_on", "id")
    )


def year_registrations(body: Unit, *, year: int, as_of: dt.date) -> list[UnitRegistration]:
    """Return every unit that must register in a year, with what it sent (three queries)."""
    sent = {
        each.unit_id: each
        for each in Registration.objects.filter(body=body, year=year)
        .select_related("unit")
        .prefetch_related("lines")
    }
    return [
        UnitRegistration(unit, sent.get(unit.pk)) for unit in units_taking_part(body, as_of=as_of)
    ]
