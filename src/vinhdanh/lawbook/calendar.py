"""Working days of Vietnamese public offices, and how the Civil Code counts a period in them.

Offices rest on Saturday and Sunday; holidays, compensation and swapped days are data by year.
The day a period starts on is not counted (Civil Code 91/2015/QH13, Article 147, clauses 2 and 3),
and a period ends on a working day (Article 148, clause 5).
"""

from __future__ import annotations

import datetime as dt

from vinhdanh.lawbook.calendar_data import (
    SATURDAY,
    CalendarError,
    CalendarRow,
    DayKind,
    year_days,
    year_file,
)

__all__ = [
    "CalendarError",
    "add_days",
    "add_working_days",
    "calendar_covers",
    "day_note",
    "is_working_day",
    "unconfirmed",
    "working_days_between",
    "working_days_left",
]

_ONE_DAY = dt.timedelta(days=1)


def calendar_covers(year: int) -> bool:
    """Return whether the corpus has the holidays of the year."""
    return year_file(year).is_file()


def is_working_day(day: dt.date) -> bool:
    """Return whether public offices work on the day.

    Raises:
        CalendarError: the year has no calendar.
    """
    row = _row(day)
    if row is None or row.kind is DayKind.UNDECIDED:
        return day.weekday() < SATURDAY
    return row.kind is DayKind.SWAPPED_WORKING


def day_note(day: dt.date) -> str | None:
    """Return the Vietnamese name of what makes the day differ from its weekday, if anything does.

    Raises:
        CalendarError: the year has no calendar.
    """
    row = _row(day)
    return None if row is None or row.kind is DayKind.UNDECIDED else row.name


def add_working_days(start: dt.date, count: int) -> dt.date:
    """Return the last day of a period of `count` working days.

    Args:
        start: the day of the event, not counted; day 1 is the first working day after it.
        count: working days, 0 or more; 0 is `start`, or the working day that follows it.

    Raises:
        CalendarError: the period reaches a year that has no calendar.
        ValueError: the count is negative.
    """
    _refuse_negative(count)
    day = start
    for _ in range(count):
        day = _working_day_from(day + _ONE_DAY)
    return _working_day_from(day)


def add_days(start: dt.date, count: int) -> dt.date:
    """Return the last day of a period of `count` calendar days, moved on to a working day.

    Args:
        start: the day of the event, not counted.
        count: calendar days, 0 or more.

    Raises:
        CalendarError: the last day is in a year that has no calendar.
        ValueError: the count is negative.
    """
    _refuse_negative(count)
    return _working_day_from(start + dt.timedelta(days=count))


def working_days_between(start: dt.date, end: dt.date) -> int:
    """Return the number of working days after `start`, up to and including `end`.

    Raises:
        CalendarError: a day between is in a year that has no calendar.
        ValueError: `end` comes before `start`.
    """
    _refuse_backwards(start, end)
    days = (start + dt.timedelta(offset) for offset in range(1, (end - start).days + 1))
    return sum(map(is_working_day, days))


def working_days_left(today: dt.date, due: dt.date) -> int:
    """Return the working days after `today` up to `due`; negative when `due` is past.

    Raises:
        CalendarError: a day between is in a year that has no calendar.
    """
    if due < today:
        return -working_days_between(due, today)
    return working_days_between(today, due)


def unconfirmed(start: dt.date, end: dt.date) -> list[str]:
    """Return a Vietnamese sentence for each entry to verify from `start` to `end`, both included.

    Raises:
        CalendarError: a year of the range has no calendar.
        ValueError: `end` comes before `start`.
    """
    _refuse_backwards(start, end)
    found: dict[CalendarRow, None] = {}
    for year in range(start.year, end.year + 1):
        rows = year_days(year).items()
        found |= {row: None for day, row in rows if start <= day <= end and row.needs_confirmation}
    return [_sentence(row) for row in sorted(found, key=lambda row: row.first)]


def _row(day: dt.date) -> CalendarRow | None:
    if isinstance(day, dt.datetime):  # equals no date, so every holiday would pass for work
        raise TypeError("The calendar counts dates; take the date of the moment in Vietnam.")
    return year_days(day.year).get(day)


def _working_day_from(day: dt.date) -> dt.date:
    while not is_working_day(day):
        day += _ONE_DAY
    return day


def _sentence(row: CalendarRow) -> str:
    span = f"{row.first:%d/%m/%Y}"
    if row.last != row.first:
        span += f" – {row.last:%d/%m/%Y}"
    return f"{row.name} ({span}): {row.needs_confirmation}"


def _refuse_negative(count: int) -> None:
    if count < 0:
        raise ValueError(f"A period of {count} days has no last day.")


def _refuse_backwards(start: dt.date, end: dt.date) -> None:
    if end < start:
        raise ValueError(f"{end} comes before {start}.")
