"""What goes from a unit that ended to the one it goes on in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from vinhdanh.organizations.hooks import unit_continued
from vinhdanh.organizations.models import Household, Position, Unit
from vinhdanh.organizations.services.units import move_unit

if TYPE_CHECKING:
    import datetime as dt


def hand_over(old: Unit, new: Unit, *, on: dt.date) -> None:
    """Give posts, households, units below and, through `unit_continued`, accounts to the new unit.

    Posts end in the old unit and begin in the new one on the day. Households move as they are:
    their village has another name, they have not moved house. Runs in the caller's transaction.
    """
    _posts(old, new, on)
    _households(old, new)
    for child in old.children.filter(valid_to__isnull=True):
        move_unit(unit=child, parent=new)
    unit_continued(old, new)


def _posts(old: Unit, new: Unit, on: dt.date) -> None:
    held = list(
        Position.objects.filter(unit=old).filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on))
    )
    for post in held:
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


def _households(old: Unit, new: Unit) -> None:
    taken = set(Household.objects.filter(unit=new).values_list("head_name", "address"))
    for household in Household.objects.filter(unit=old):
        if (household.head_name, household.address) in taken:
            household.address = f"{household.address} ({old.called})".strip()[:200]
        household.unit = new
        household.save(update_fields=["unit", "address"])
