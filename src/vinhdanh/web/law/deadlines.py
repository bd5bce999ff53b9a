"""The last day of a period, and the days it passed over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook import add_days, add_working_days, day_note, is_working_day
from vinhdanh.lawbook.calendar import unconfirmed
from vinhdanh.lawbook.calendar_data import SATURDAY
from vinhdanh.lawbook.rules import Deadline
from vinhdanh.lawbook.rules.procedure import Unit
from vinhdanh.lawbook.words import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.lawbook import Citation
    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.rules import Rule

BACKWARDS = "tính ngược"
"""Words of a limit that counts back from its day: nothing here counts that way."""
UNTIL, BEFORE, AT_ONCE = "Hạn cuối", "Phải xong trước", "Ngay trong"
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Passed:
    """Days off in a row under one name."""

    name: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Due:
    """The answer: by which day, counted how, and what is not certain of it."""

    day: dt.date | None
    """None where there is nothing to count."""
    lead: str
    """What stands before the day: until when, or before when."""
    sentence: str
    citation: Citation | None
    passed: list[Passed]
    weekends: int
    """Saturdays and Sundays that were not counted."""
    moved: int
    """Days by which the end moved on to a working day."""
    unconfirmed: list[str]


def deadline_choices(view: View) -> list[Any]:
    """Return the limits of a day by stage, as a form offers them; those that count backwards not.

    Patterns of other bodies stand last.
    """
    rules = [rule for rule in view.all(Deadline) if BACKWARDS not in rule.content.what]
    own = [rule for rule in rules if not rule.content.is_pattern]
    stages = dict.fromkeys(rule.content.stage for rule in own)
    groups = [
        (stage.words, [_choice(rule) for rule in own if rule.content.stage is stage])
        for stage in stages
    ]
    patterns = [_choice(rule) for rule in rules if rule.content.is_pattern]
    return [*groups, ("Quy định của nơi khác, để tham khảo", patterns)] if patterns else groups


def counted(start: dt.date, number: int, *, working: bool) -> Due:
    """Return the end of so many days.

    Raises:
        CalendarError: it lies in a year that has no calendar.
    """
    unit = (Unit.WORKING_DAYS if working else Unit.DAYS).words
    return _counted(start, number, working=working, sentence=f"{number} {unit}", citation=None)


def due_by(rule: Rule[Deadline], start: dt.date, case: str = "") -> Due:
    """Return the end of a limit of the law that begins on a day.

    Args:
        rule: the limit.
        start: the day of the event, not counted.
        case: field of the longer value wanted, such as complex_value.

    Raises:
        CalendarError: it lies in a year that has no calendar.
    """
    limit = rule.content
    value = (getattr(limit, case) if case else None) or limit.value
    told = content_words(limit)
    why = [rule.unconfirmed] if rule.unconfirmed else []
    if limit.date is not None:
        return Due(_next(limit.date, start), BEFORE, told, rule.citation, [], 0, 0, why)
    if value is None:
        day = start if limit.unit is Unit.IMMEDIATELY else None
        return Due(day, AT_ONCE, told, rule.citation, [], 0, 0, why)
    working = limit.unit is Unit.WORKING_DAYS
    found = _counted(start, value, working=working, sentence=told, citation=rule.citation)
    found.unconfirmed.extend(why)
    return found


def _choice(rule: Rule[Deadline]) -> tuple[str, str]:
    return rule.content.id, content_words(rule.content)


def _next(month_day: str, start: dt.date) -> dt.date:
    month, day = (int(part) for part in month_day.split("-"))
    this_year = dt.date(start.year, month, day)
    return this_year if start < this_year else dt.date(start.year + 1, month, day)


def _counted(
    start: dt.date, number: int, *, working: bool, sentence: str, citation: Citation | None
) -> Due:
    end = (add_working_days if working else add_days)(start, number)
    uncounted = list(_days(start, end)) if working else []
    plain = end if working else start + dt.timedelta(days=number)
    late = list(_days(plain - ONE_DAY, end - ONE_DAY)) if plain != end else []
    off = [day for day in (*uncounted, *late) if not is_working_day(day)]
    return Due(
        day=end,
        lead=UNTIL,
        sentence=sentence,
        citation=citation,
        passed=list(_named(off)),
        weekends=sum(_is_weekend(day) for day in off),
        moved=(end - plain).days,
        unconfirmed=unconfirmed(start, end),
    )


def _days(after: dt.date, until: dt.date) -> Iterator[dt.date]:
    for offset in range(1, (until - after).days + 1):
        yield after + dt.timedelta(days=offset)


def _is_weekend(day: dt.date) -> bool:
    return day.weekday() >= SATURDAY and day_note(day) is None


def _named(off: list[dt.date]) -> Iterator[Passed]:
    named = [(day, name) for day in off if (name := day_note(day))]
    for name, group in groupby(named, key=lambda each: each[1]):
        days = [day for day, _ in group]
        yield Passed(name, days[0], days[-1])
