"""Dates as administrative documents write them (Decree 30/2020, Annex I, II.4.b)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date, time

GAP: Final = "\u00a0" * 6
"""Room where a number is not known yet: as wide as two digits between blanks."""

_LAST_PADDED_MONTH: Final = 2
_WEEKDAYS: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def month(value: int) -> str:
    """Return a month: only January and February take a leading zero."""
    return f"{value:02d}" if value <= _LAST_PADDED_MONTH else str(value)


def long_date(value: date) -> str:
    """Return "ngày 05 tháng 3 năm 2026"."""
    return f"ngày {value.day:02d} tháng {month(value.month)} năm {value.year}"


def short_date(value: date) -> str:
    """Return "05/3/2026", the same rule inside a sentence."""
    return f"{value.day:02d}/{month(value.month)}/{value.year}"


def draft_date(year: int | None = None) -> str:
    """Return the date line of a paper not issued yet, with room for day and month."""
    return f"ngày{GAP}tháng{GAP}năm {year}" if year else f"ngày{GAP}tháng{GAP}năm{GAP}"


def issue_date(value: date | None, year: int | None = None) -> str:
    """Return the date of issue, or the draft form while there is none."""
    return long_date(value) if value else draft_date(year)


def clock(value: time) -> str:
    """Return "8 giờ 00 phút" as minutes of a meeting write it."""
    return f"{value.hour} giờ {value.minute:02d} phút"


def weekday(value: date) -> str:
    """Return "thứ Ba"; days of the week are capital (Decree 30/2020, Annex II)."""
    return _WEEKDAYS[value.weekday()]
