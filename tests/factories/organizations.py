"""Units, people and households, saved, with as little as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.organizations.enums import UnitKind
from vinhdanh.organizations.models import Household, Person, Position, Unit
from vinhdanh.organizations.services.units import found_unit

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.organizations.enums import Sex


def make_body(name: str = "Ủy ban nhân dân xã Tống Phan", *, place: str = "Tống Phan") -> Unit:
    """Return a body: a People's Committee that takes no part in its own emulation."""
    return found_unit(
        name=name, short_name="UBND xã", place=place, kind=UnitKind.COMMITTEE, takes_part=False
    )


def make_unit(
    body: Unit,
    name: str,
    kind: UnitKind = UnitKind.VILLAGE,
    *,
    takes_part: bool = True,
    order: int = 0,
) -> Unit:
    """Return a unit right under a body."""
    return found_unit(name=name, kind=kind, parent=body, takes_part=takes_part, order=order)


def make_person(
    body: Unit,
    full_name: str,
    *,
    post: str = "",
    unit: Unit | None = None,
    sex: Sex | str = "",
    birth_date: dt.date | None = None,
    is_direct_worker: bool = False,
) -> Person:
    """Return a person of a body, with a post where one is named."""
    person = Person(
        body=body,
        full_name=full_name,
        sex=sex,
        birth_date=birth_date,
        is_direct_worker=is_direct_worker,
    )
    person.save()
    if post:
        Position.objects.create(person=person, unit=unit or body, title=post)
    return person


def make_household(unit: Unit, head_name: str, address: str = "") -> Household:
    """Return a household of a village."""
    return Household.objects.create(unit=unit, head_name=head_name, address=address)
