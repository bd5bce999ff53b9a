"""Which units a body had on a day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from vinhdanh.kernel.text import fold
from vinhdanh.organizations.models import Supervision, Unit

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


def unit_named(text: str, *, among: list[Unit]) -> Unit | None:
    """Return the unit that a plan's wording means, or None where that is not certain.

    A plan says "UBND xã", "Hội đồng TĐKT xã", "Thôn Phạm Xá"; abbreviations are opened and the
    level's name is left out before the comparison, which must hold for exactly one unit.
    """
    wanted = _key(text)
    hits = [unit for unit in among if wanted and wanted in (_key(unit.name), _key(unit.short_name))]
    return hits[0] if len(hits) == 1 else None


_STROKES = re.compile(r"[-–—,]")
_OPENED = (
    ("ubnd", "uy ban nhan dan"),
    ("hdnd", "hoi dong nhan dan"),
    ("tdkt", "thi dua khen thuong"),
    ("mttq", "mat tran to quoc"),
)


def _key(text: str) -> str:
    words = _STROKES.sub(" ", fold(text)).replace("td kt", "tdkt").split()
    opened = " ".join(dict(_OPENED).get(word, word) for word in words)
    for level in (" xa", " phuong", " thi tran"):
        opened = opened.removesuffix(level)
    return opened
