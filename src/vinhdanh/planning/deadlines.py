"""From the words of a plan ("Quý I/2024", "Trước ngày 30/11/2025") to a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from vinhdanh.kernel.text import fold

_DAY = re.compile(r"(?<!thang )(?<!quy )(?<!qui )\b(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?\b")
_DAY_IN_WORDS = re.compile(r"\bngay (\d{1,2}) thang (\d{1,2})(?: nam (\d{4}))?")
_AND = r"\s*(?:,|-|–|va|den)\s*"
_NUMBER = r"(?:iv|i{1,3}|[1-4])\b"
_QUARTERS = re.compile(rf"\bqu[iy]\s*({_NUMBER}(?:{_AND}{_NUMBER})*)")
_MONTHS = re.compile(rf"\bthang (\d{{1,2}}\b(?:{_AND}\d{{1,2}}\b)*)")
_MONTH_OF_YEAR = re.compile(r"\b(\d{1,2})[/.-](?=20\d\d\b)")
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
    if found := _last(_DAY_IN_WORDS, text) or _last(_DAY, text):
        day, month, own_year = found.groups()
        in_year = int(own_year) if own_year else _year_near(found, default=year)
        return _date(in_year, int(month), int(day))
    if found := _last(_QUARTERS, text):
        last = re.findall(_NUMBER, found[1])[-1]
        return _month_end(_year_near(found, default=year), 3 * (_ROMAN.get(last) or int(last)))
    if found := _last(_MONTHS, text):
        last = re.findall(r"\d+", found[1])[-1]
        return _month_end(_year_near(found, default=year), int(last))
    return _without_number(text, year=year)


def _without_number(text: str, *, year: int) -> dt.date | None:
    named_years = _YEAR.findall(text)
    in_year = int(named_years[-1]) if named_years else year
    if "6 thang dau" in text:
        return _month_end(in_year, 6)
    if any(word in text for word in _OPEN):
        return None
    if found := _last(_MONTH_OF_YEAR, text):
        return _month_end(in_year, int(found[1]))
    if named_years or "6 thang cuoi" in text or "cuoi nam" in text:
        return dt.date(in_year, 12, 31)
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match: a period ends with the last day it names."""
    return max(pattern.finditer(text), key=lambda match: match.start(), default=None)


def _year_near(found: re.Match[str], *, default: int) -> int:
    """Return the year named right after a match, or else the last one before it."""
    after = _YEAR.search(found.string, found.end())
    before = _YEAR.findall(found.string, 0, found.start())
    return int(after[1] if after else before[-1] if before else default)


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
