"""What ends with a unit that goes on in no other: done, looked at, and undone again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.organizations.queries.people import running_from
from vinhdanh.web.unit_outcome import honours_of
from vinhdanh.web.units_left import left_by

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Position, Unit
    from vinhdanh.web.units_left import Left

SHOWN = 50
"""So many posts are named."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What an ending would do."""

    posts: list[Position]
    more: int
    """Posts that end beside those named."""
    households: int
    honours: int
    left: list[Left]
    """What nobody takes over."""


def rehearsed_ending(actor: Actor, unit: Unit, *, on: dt.date, act: Callable[[], Unit]) -> Ending:
    """Return what follows from the end of a unit, without changing anything.

    Raises:
        DomainError: the unit would not be ended.
    """
    posts = unit.positions.filter(running_from(on)).select_related("person").order_by("id")
    named, total = list(posts[:SHOWN]), posts.count()
    with transaction.atomic():
        left = list(left_by(actor, act()))
        transaction.set_rollback(True)
    return Ending(
        posts=named,
        more=total - len(named),
        households=unit.households.count(),
        honours=honours_of(actor, unit),
        left=left,
    )
