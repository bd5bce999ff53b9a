"""What came after the day asked had not happened on it: it does not count."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from vinhdanh.lawbook.facts.model import Facts

YEARLY = ("years", "honours", "achievements", "initiatives", "discipline")
"""Lists of what belongs to a year."""
BEGUN = ("discipline", "holds")
"""Lists of what begins on a day."""


def until_day(facts: Facts, day: dt.date) -> tuple[Facts, tuple[str, ...]]:
    """Return the facts without what came after a day, and notes of what was left out.

    A year counts whole: on a day in May its grading may be known already. What begins on a day
    counts from that day on.
    """
    facts, later = _kept(facts, YEARLY, lambda one: one.year is None or one.year <= day.year)
    facts, begun = _kept(facts, BEGUN, lambda one: one.since is None or one.since <= day)
    notes = []
    if later:
        notes.append(f"Số liệu sau năm {day.year} không được tính: đến ngày xét chưa có.")
    if begun:
        notes.append(f"Việc bắt đầu sau ngày {day:%d/%m/%Y} không được tính: đến ngày xét chưa có.")
    return facts, tuple(notes)


def _kept(facts: Facts, names: Iterable[str], holds: Callable[[Any], bool]) -> tuple[Facts, bool]:
    """Return the facts with what is true of their lists, and whether anything was left out."""
    kept: dict[str, Any] = {
        name: tuple(each for each in found if holds(each))
        for name in names
        if (found := getattr(facts, name, None)) and not all(map(holds, found))
    }
    return (dataclasses.replace(facts, **kept), True) if kept else (facts, False)
