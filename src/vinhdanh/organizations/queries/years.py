"""The year of a unit's members, and where it is still missing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q

from vinhdanh.kernel import clock
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Person, Position, YearRecord
from vinhdanh.organizations.queries.people import held_on
from vinhdanh.organizations.queries.units import units_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vinhdanh.organizations.keeping import Keeper
    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class UnitYear:
    """How far a unit's year is written."""

    unit: Unit
    members: int
    graded: int

    @property
    def missing(self) -> int:
        """How many members have no grading yet."""
        return self.members - self.graded


def year_records_for(keeper: Keeper) -> QuerySet[YearRecord]:
    """Return the years the keeper may write about: the office all, a head the own units'.

    The one door to them.
    """
    found = YearRecord.objects.filter(recipient__body=keeper.body)
    if keeper.may_keep(Kept.UNITS):
        return found
    own = [unit for unit in units_of(keeper.body, as_of=clock.today()) if _keeps(keeper, unit)]
    held = Position.objects.filter(held_on(clock.today()), unit__in=own)
    return found.filter(
        Q(recipient__person__in=held.values("person"))
        | Q(recipient__unit__in=own)
        | Q(recipient__household__unit__in=own)
    )


def _keeps(keeper: Keeper, unit: Unit) -> bool:
    return bool(keeper.may_keep(Kept.FACTS, unit))


def members_in(unit: Unit, year: int) -> list[Person]:
    """Return who held a post in the unit in a year, by given name; one query."""
    return list(
        Person.objects.filter(Exists(_held_in(year).filter(unit=unit, person=OuterRef("pk"))))
        .order_by("name_order", "id")
        .select_related("recipient")
    )


def years_of(people: list[Person], year: int) -> dict[int, YearRecord]:
    """Return what is known of people's year, by the person's id; one query."""
    rows = YearRecord.objects.filter(recipient__person__in=people, year=year)
    return {row.recipient.person_id or 0: row for row in rows.select_related("recipient")}


def year_by_unit(body: Unit, year: int, *, as_of: dt.date) -> list[UnitYear]:
    """Return for each unit how many members are graded; three queries."""
    held = Position.objects.filter(_within(year), unit__body=body)
    members = dict(held.order_by().values_list("unit").annotate(Count("person", distinct=True)))
    graded = dict(
        held.filter(
            Exists(
                YearRecord.objects.filter(recipient__person=OuterRef("person"), year=year).exclude(
                    completion=""
                )
            )
        )
        .order_by()
        .values_list("unit")
        .annotate(Count("person", distinct=True))
    )
    return [
        UnitYear(unit, members[unit.pk], graded.get(unit.pk, 0))
        for unit in units_of(body, as_of=as_of)
        if unit.pk in members
    ]


def _held_in(year: int) -> QuerySet[Position]:
    return Position.objects.filter(_within(year))


def _within(year: int) -> Q:
    first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=last)
    return begun & (Q(valid_to__isnull=True) | Q(valid_to__gt=first))
