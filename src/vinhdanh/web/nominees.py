"""Who is proposed: what a form says as a recipient, with what is printed beneath the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.organizations.enums import UnitKind
from vinhdanh.organizations.queries.people import post_of
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.organizations.services.recipients import (
    find_or_add_household,
    find_or_add_person,
    recipient_for_household,
    recipient_for_person,
    recipient_for_unit,
)

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.organizations.models import Recipient, Unit

Nominee = tuple["Recipient", str]
"""A recipient with post and unit, or address."""


def person_meant(
    *, unit: Unit, name: str, title: str = "", birth_date: dt.date | None = None, choice: str = ""
) -> Nominee:
    """Return the person that is meant; somebody new is added with a post in the unit.

    Raises:
        DomainError: as for `find_or_add_person`.
    """
    person = find_or_add_person(
        unit=unit, full_name=name, title=title, birth_date=birth_date, choice=choice
    )
    post = f"{title}, {unit.name}" if title else post_of(person, as_of=clock.today()) or unit.name
    return recipient_for_person(person), post


def household_meant(*, village: Unit, head: str, address: str = "", sex: str = "") -> Nominee:
    """Return the household that is meant; a new one is added to the village.

    Raises:
        DomainError: as for `find_or_add_household`.
    """
    household = find_or_add_household(unit=village, head_name=head, address=address, sex=sex)
    return recipient_for_household(household), address or household.address or village.name


def collective_meant(unit: Unit) -> Nominee:
    """Return a unit as a collective."""
    return recipient_for_unit(unit), unit.office.name.replace("Ủy ban nhân dân ", "")


def units_for(own: Unit) -> list[Unit]:
    """Return the units that may be meant in a list: the proposing unit first."""
    return [own, *units_of(own.office, as_of=clock.today()).exclude(pk=own.pk)]


def villages_for(own: Unit) -> list[Unit]:
    """Return where a household of a list may live; where there are no villages, the own unit."""
    return [unit for unit in units_for(own) if unit.kind == UnitKind.VILLAGE] or [own]


def unit_among(units: list[Unit], key: str) -> Unit | None:
    """Return the unit of a key that a form sent, None where it is none of these."""
    return next((unit for unit in units if str(unit.pk) == key), None)
