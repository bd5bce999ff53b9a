"""From the words of a plan ("Quý I/2024", "Trước ngày 30/11/2025") to a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from vinhdanh.kernel.text import fold

_DAY = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\b")
_DAY_IN_WORDS = re.compile(r"\bngay (\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?")
_QUARTER = re.compile(r"\bqu[iy]\s*(iv|i{1,3}|[1-4])\b")
_MONTH = re.compile(r"\bthang (\d{1,2})\b")
_YEAR = re.compile(r"\b(20\d\d)\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_OPEN = ("thuong xuyen", "hang nam", "theo ke hoach", "sau khi", "cac nam tiep theo")


def deadline(period: str, *, year: int) -> dt.date | None:
    """Return the last day of a period, or None for work without one (thường xuyên…).

    Args:
        period: the words of the plan.
        year: the plan's year, used where the words name none.
    """
    text = fold(period)
    named_year = _YEAR.search(text)
    in_year = int(named_year[1]) if named_year else year
    if found := _DAY_IN_WORDS.search(text) or _DAY.search(text):
        day, month, own_year = found.groups()
        return _date(int(own_year or in_year), int(month), int(day))
    if quarters := _QUARTER.findall(text):
        last = quarters[-1]
        return _month_end(in_year, 3 * (_ROMAN.get(last) or int(last)))
    if months := _MONTH.findall(text):
        return _month_end(in_year, int(months[-1]))
    if "6 thang dau" in text:
        return _month_end(in_year, 6)
    if any(word in text for word in _OPEN):
        return None
    if named_year or "6 thang cuoi" in text or "cuoi nam" in text:
        return dt.date(in_year, 12, 31)
    return None


def quarter_of(date: dt.date) -> int:
    """Return the quarter (1–4) a day falls in."""
    return (date.month - 1) // 3 + 1


def _month_end(year: int, month: int) -> dt.date | None:
    if not 1 <= month <= 12:  # noqa: PLR2004
        return None
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
