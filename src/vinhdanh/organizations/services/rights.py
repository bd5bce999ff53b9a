"""Whose people somebody may write about: the office of all, a unit's head of the own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.organizations.queries.people import units_now

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.organizations.keeping import Keeper, Kept
    from vinhdanh.organizations.models import Person


def require_people(keeper: Keeper, kept: Kept, people: Iterable[Person]) -> None:
    """Refuse where none of the people is in a unit whose records the keeper may keep."""
    units = [unit for person in people for unit in units_now(person, as_of=clock.today())]
    own = next((unit for unit in units if keeper.may_keep(kept, unit)), None)
    keeper.require_keeping(kept, own or next(iter(units), keeper.body))
