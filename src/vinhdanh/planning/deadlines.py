"""From the words of a plan ("Quý I/2024", "Trước ngày 30/11/2025") to a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from vinhdanh.kernel.text import fold, squeeze

_MAX_WORDS = 300
_DAY = re.compile(
    r"(?<!\bt)(?<!thang )(?<!quy )(?<!qui )(?<![\d/.])(?:\d{1,2}\s*-\s*)?"
    r"(\d{1,2})[/.](\d{1,2})(?:[/.-](\d{4})\b)?(?![\d/])"
)
_DASHED_DAY = re.compile(r"(?<!thang )(?<!quy )(?<!qui )\b(\d{1,2})-(\d{1,2})(?:-(\d{4}))\b")
_DAY_IN_WORDS = re.compile(
    r"\bngay (?:\d{1,2}\s*(?:-|den(?: ngay)?|va)\s*)?(\d{1,2}) thang (\d{1,2})\b"
    r"(?: nam (\d{4})|/(\d{4}))?"
)
_AND = r"\s*(?:,|-|–|\+|&|va|den)\s*"
_NUMBER = r"(?:iv|i{1,3}|[1-4])\b"
_QUARTERS = re.compile(rf"\bq(?:u[iy])?\.?\s*({_NUMBER}(?:{_AND}{_NUMBER}(?![/.]\d{{1,2}}\b))*)")
_MONTHS = re.compile(
    rf"\b(?:thang\s*|t\s?)(\d{{1,2}}\b(?:(?:[/.]\s*20\d\d)?{_AND}(?:thang\s*)?\d{{1,2}}\b)*)"
)
_MONTH_OF_YEAR = re.compile(r"\b(\d{1,2})\s*[/.-]\s*(?=20\d\d\b)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH_NAMES = {
    "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_NAMED_MONTH = re.compile(
    rf"(?<!\d )(?<!hằng )(?<!hàng )\btháng ({'|'.join(sorted(_MONTH_NAMES, reverse=True))})\b"
    r"(?!(?<=năm) \d)",
    re.IGNORECASE,
)
_OPEN = (
    "thuong xuyen", "hang nam", "hang quy", "hang thang", "hang tuan", "theo ke hoach", "sau khi",
    "cac nam tiep theo", "dinh ky",
)  # fmt: skip
_HALVES = (("6 thang dau", 6), ("sau thang dau", 6), ("9 thang", 9), ("chin thang", 9))
_PARTS_OF_YEAR = (("dau nam", 3), ("giua nam", 6))
_ENDS_OF_YEAR = re.compile(r"(?:6|sau) thang cuoi|(?:cuoi|trong|het|ca) nam\b")
_ONLY_YEARS = re.compile(
    r"(?:(?:nam|trong|het|cuoi|ca|giai doan|tu|den|hoc|truoc|thuc hien|hoan thanh|20\d\d|va)"
    r"(?:[\s,;.()–-]+|$))+"
)


def deadline(period: str, *, year: int | None) -> dt.date | None:
    """Return the last day of a period, or None for work without one (thường xuyên…).

    Args:
        period: the words of the plan.
        year: the plan's year, used where the words name none; None where the plan has none.
    """
    named = _NAMED_MONTH.sub(_numbered_month, squeeze(period[:_MAX_WORDS]))
    text = fold(named)
    if found := _last(_DAY_IN_WORDS, text):
        return _day(found, int(found[1]), int(found[2]), found[3] or found[4], default=year)
    if found := _last(_DAY, text) or _last(_DASHED_DAY, text):
        return _day(found, int(found[1]), int(found[2]), found[3], default=year)
    quarters, months = _last(_QUARTERS, text), _last(_MONTHS, text)
    if found := quarters or months:
        last = re.findall(_NUMBER if quarters else r"\d+", found[1])[-1]
        month = 3 * (_ROMAN.get(last) or int(last)) if quarters else int(last)
        return _month_end(_year_near(found, default=year), month)
    return _without_number(text, year=year)


def _without_number(text: str, *, year: int | None) -> dt.date | None:
    named_years = _YEAR.findall(text)
    in_year = int(named_years[-1]) if named_years else year
    for words, month in _HALVES:
        if words in text:
            return _month_end(in_year, month)
    if any(word in text for word in _OPEN):
        return None
    if found := _last(_MONTH_OF_YEAR, text):
        return _month_end(in_year, int(found[1]))
    for words, month in _PARTS_OF_YEAR:
        if words in text:
            return _month_end(in_year, month)
    if _ENDS_OF_YEAR.search(text) or (named_years and _ONLY_YEARS.fullmatch(text)):
        return _month_end(in_year, 12)
    return None


def _numbered_month(found: re.Match[str]) -> str:
    return f"tháng {_MONTH_NAMES[found[1].lower()]}"


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last match: a period ends with the last day it names."""
    return max(pattern.finditer(text), key=lambda match: match.start(), default=None)


def _day(
    found: re.Match[str], day: int, month: int, own_year: str | None, *, default: int | None
) -> dt.date | None:
    return _date(int(own_year) if own_year else _year_near(found, default=default), month, day)


def _year_near(found: re.Match[str], *, default: int | None) -> int | None:
    """Return the year named right after a match, or else the last one in or before it."""
    after = _YEAR.search(found.string, found.end())
    before = _YEAR.findall(found.string, 0, found.end())
    return int(after[1] if after else before[-1]) if after or before else default


def quarter_of(date: dt.date) -> int:
    """Return the quarter (1–4) a day falls in."""
    return (date.month - 1) // 3 + 1


def _month_end(year: int | None, month: int) -> dt.date | None:
    first = _date(year, month, 1)
    return first and first.replace(day=calendar.monthrange(first.year, month)[1])


def _date(year: int | None, month: int, day: int) -> dt.date | None:
    if year is None:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
