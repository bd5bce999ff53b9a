"""Facts of later years had not happened on the day asked: they do not count."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vinhdanh.lawbook.facts.model import Facts

DATED = ("years", "honours", "achievements", "initiatives", "discipline")


def until_year(facts: Facts, year: int) -> tuple[Facts, tuple[str, ...]]:
    """Return the facts without what lies after a year, and a note where something was left out."""
    kept: dict[str, Any] = {
        name: tuple(each for each in found if each.year is None or each.year <= year)
        for name in DATED
        if (found := getattr(facts, name, None)) and any((each.year or 0) > year for each in found)
    }
    if not kept:
        return facts, ()
    note = f"Số liệu sau năm {year} không được tính: đến ngày xét chưa có."
    return dataclasses.replace(facts, **kept), (note,)
