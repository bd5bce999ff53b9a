"""What goes from a unit that ended to the one it goes on in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Q

from vinhdanh.organizations.hooks import unit_continued
from vinhdanh.organizations.models import Household, Position, Unit
from vinhdanh.organizations.services.units import move_unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Places:
    """Who goes to which part of a split unit, by the part's place; nobody named: the first."""

    people: Mapping[int, int] = field(default_factory=dict)
    households: Mapping[int, int] = field(default_factory=dict)


NOWHERE_ELSE = Places()


def hand_over(
    old: Unit, parts: Sequence[Unit], *, on: dt.date, places: Places = NOWHERE_ELSE
) -> None:
    """Give posts and households to the parts, all else to the first of them.

    Units below go there and, through `unit_continued`, accounts and open lists. Posts end in the
    old unit and begin in the new one on the day. Households move as they are: their village has
    another name, they have not moved house. Runs in the caller's transaction.
    """
    _posts(old, lambda person: parts[places.people.get(person, 0)], on)
    _households(old, lambda household: parts[places.households.get(household, 0)])
    for child in old.children.filter(valid_to__isnull=True):
        move_unit(unit=child, parent=parts[0])
    unit_continued(old, parts[0])


def _posts(old: Unit, part_of: Callable[[int], Unit], on: dt.date) -> None:
    held = list(
        Position.objects.filter(unit=old).filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on))
    )
    for post in held:
        new = part_of(post.person_id)
        if post.valid_from and post.valid_from >= on:  # begins only after the change: just moves
            post.unit = new
            post.save(update_fields=["unit"])
            continue
        until, post.valid_to = post.valid_to, on
        post.save(update_fields=["valid_to"])
        Position.objects.create(
            person_id=post.person_id,
            unit=new,
            title=post.title,
            is_leader=post.is_leader,
            valid_from=on,
            valid_to=until,
        )


def _households(old: Unit, part_of: Callable[[int], Unit]) -> None:
    moving = [(each, part_of(each.pk)) for each in Household.objects.filter(unit=old)]
    there = Household.objects.filter(unit__in={new.pk for _, new in moving})
    taken = set(there.values_list("unit", "head_name", "address"))
    for household, new in moving:
        if (new.pk, household.head_name, household.address) in taken:
            household.address = f"{household.address} ({old.called})".strip()[:200]
        household.unit = new
        household.save(update_fields=["unit", "address"])
