"""Which units a body had on a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from vinhdanh.kernel.text import fold, has_marks
from vinhdanh.organizations.models import Supervision, Unit
from vinhdanh.organizations.unit_wording import plain_name

if TYPE_CHECKING:
    import datetime as dt


def units_of(body: Unit, *, as_of: dt.date) -> QuerySet[Unit]:
    """Return the units under a body that existed on the day, in the body's own order."""
    return (
        Unit.objects.filter(body=body)
        .filter(Q(valid_from__isnull=True) | Q(valid_from__lte=as_of))
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gt=as_of))
    )


def units_taking_part(body: Unit, *, as_of: dt.date) -> QuerySet[Unit]:
    """Return the units that must register for the year's emulation."""
    return units_of(body, as_of=as_of).filter(takes_part=True)


def supervision_on(body: Unit, *, as_of: dt.date) -> Supervision | None:
    """Return the body's superior on a day, or None where nobody recorded one."""
    return (
        Supervision.objects.filter(body=body, valid_from__lte=as_of)
        .filter(Q(valid_to__isnull=True) | Q(valid_to__gt=as_of))
        .first()
    )


def other_bodies(body: Unit, *, as_of: dt.date) -> QuerySet[Unit]:
    """Return the other bodies that work with this system on a day: any may be the superior."""
    there = Unit.objects.filter(body__isnull=True).exclude(pk=body.pk)
    return there.exclude(valid_to__lte=as_of).order_by("name", "pk")


def unit_named(text: str, *, among: list[Unit], place: str = "") -> Unit | None:
    """Return the unit that somebody's wording means, or None where that is not certain.

    Papers say "UBND xã", "Hội LHPN xã", "Tập thể Thôn Phạm Xá": see `unit_wording`. What remains
    must hold for exactly one unit; the very name of a unit goes before all else.

    Args:
        text: as written.
        among: the units that may be meant.
        place: the name of the commune (`place_of`), which lists put behind the names of units.
    """
    exact = [unit for unit in among if text and fold(text) == fold(unit.name)]
    if len(exact) == 1:
        return exact[0]
    wanted, alike = plain_name(text, place), str if has_marks(text) else fold
    hits = [
        unit
        for unit in among
        if wanted
        and wanted in [plain_name(alike(name), place) for name in (unit.name, unit.short_name)]
    ]
    return hits[0] if len(hits) == 1 else None


def place_of(body: Unit) -> str:
    """Return the bare name of a body's commune: "Minh Tiến" of "UBND xã Minh Tiến"."""
    found = _COMMUNE.search(body.name)
    return found[1] if found else ""


_COMMUNE = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\s+(.+)$", re.IGNORECASE)
