"""What goes from a unit that ended to the one it goes on in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vinhdanh.organizations.hooks import unit_continued
from vinhdanh.organizations.models import Household, Position, Unit
from vinhdanh.organizations.queries.people import running_from
from vinhdanh.organizations.services.units import move_unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

    from vinhdanh.organizations.hooks import Moved


@dataclass(frozen=True, slots=True)
class Places:
    """Who goes to which part of a split unit, by the part's place; nobody named: the first."""

    people: Mapping[int, int] = field(default_factory=dict)
    households: Mapping[int, int] = field(default_factory=dict)


NOWHERE_ELSE = Places()


def hand_over(
    old: Unit, parts: Sequence[Unit], *, on: dt.date, places: Places = NOWHERE_ELSE
) -> list[Moved]:
    """Give posts and households to the parts, all else to the first of them.

    Units below go there and, through `unit_continued`, accounts and open lists. Posts end in the
    old unit and begin in the new one on the day. Households move as they are: their village has
    another name, they have not moved house. Runs in the caller's transaction.

    Returns:
        What went to each part, as `services.taking_back` brings it back.
    """
    moved: list[Moved] = [{"posts": [], "households": [], "units": []} for _ in parts]
    _posts(old, parts, moved, lambda person: places.people.get(person, 0), on)
    _households(old, parts, moved, lambda household: places.households.get(household, 0))
    for child in old.children.filter(valid_to__isnull=True):
        move_unit(unit=child, parent=parts[0])
        moved[0]["units"].append(child.pk)
    unit_continued(old, parts[0], moved[0])
    return moved


def _posts(
    old: Unit,
    parts: Sequence[Unit],
    moved: list[Moved],
    part_of: Callable[[int], int],
    on: dt.date,
) -> None:
    for post in list(old.positions.filter(running_from(on))):
        part = part_of(post.person_id)
        new = _continued(post, parts[part], on)
        moved[part]["posts"].append([post.pk, new.pk])


def _continued(post: Position, unit: Unit, on: dt.date) -> Position:
    """Let a post go on in another unit; one that begins only after the change just moves."""
    if post.valid_from and post.valid_from >= on:
        post.unit = unit
        post.save(update_fields=["unit"])
        return post
    new = Position.objects.create(
        person_id=post.person_id,
        unit=unit,
        title=post.title,
        is_leader=post.is_leader,
        valid_from=on,
        valid_to=post.valid_to,
    )
    post.valid_to = on
    post.save(update_fields=["valid_to"])
    return new


def _households(
    old: Unit, parts: Sequence[Unit], moved: list[Moved], part_of: Callable[[int], int]
) -> None:
    there = Household.objects.filter(unit__in=parts)
    taken = set(there.values_list("unit", "head_name", "address"))
    for household in Household.objects.filter(unit=old):
        part, before = part_of(household.pk), household.address
        if (parts[part].pk, household.head_name, before) in taken:
            household.address = f"{before} ({old.called})".strip()[:200]
        household.unit = parts[part]
        household.save(update_fields=["unit", "address"])
        moved[part]["households"].append([household.pk, before, household.address])
