"""How many days the law leaves for the step a nomination is at, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from vinhdanh.lawbook import CalendarError, LawbookError, add_days, add_working_days, deadlines
from vinhdanh.lawbook.rules.procedure import Deadline, Stage, Unit
from vinhdanh.nominations.enums import WITH_CLERK
from vinhdanh.nominations.enums import NominationState as State

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.lawbook.rules import Rule
    from vinhdanh.nominations.models import Nomination

JUDGED_HERE = (State.APPRAISED, State.BEFORE_COUNCIL, State.DEFERRED, State.APPROVED)
HERE = (*WITH_CLERK, *JUDGED_HERE)
"""At the office, between the unit's sending and the decision."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit as it applies to one nomination; due_on is None where nobody can say."""

    what: str
    source: str
    due_on: dt.date | None
    unconfirmed: str = ""


@dataclass(frozen=True, slots=True)
class At:
    """Where a nomination is and since when, as far as a time limit asks."""

    honour: str
    state: State
    is_decided_above: bool
    arrived_on: dt.date | None
    """When the file came to the office for the last time."""
    state_since: dt.date | None
    province: str = ""


def limit_now(nomination: Nomination, *, as_of: dt.date) -> Limit | None:
    """Return the limit of a nomination's present step with its source."""
    return limit_of(
        At(
            honour=nomination.honour,
            state=State(nomination.state),
            is_decided_above=nomination.is_decided_above,
            arrived_on=nomination.arrived_on,
            state_since=nomination.state_since,
            province=nomination.body.province,
        ),
        as_of=as_of,
    )


def limit_of(at: At, *, as_of: dt.date) -> Limit | None:
    """Return the limit of the present step, or None where no text read names one.

    Only limits that name the honour count: those for other levels and the patterns of ministries
    are nobody's here.
    """
    start = _start(at)
    if start is None:
        return None
    try:
        rules = _named(at.honour, as_of, at.arrived_on, at.province)
    except LawbookError:
        return None
    found = next(
        (rule for stage in _stages(at) for rule in rules if rule.content.stage is stage), None
    )
    return _limit(found, start) if found else None


def _start(at: At) -> dt.date | None:
    """Return from when the law counts: the office's days from the file's arrival."""
    if at.is_decided_above:
        return at.state_since if at.state is State.FORWARDED else None
    return at.arrived_on if at.state in HERE else None


def _stages(at: At) -> tuple[Stage, ...]:
    if at.state in WITH_CLERK:
        return (Stage.APPRAISE, Stage.DECIDE)
    return (Stage.DECIDE, Stage.APPRAISE)


@lru_cache(maxsize=256)
def _named(
    honour: str, as_of: dt.date, received: dt.date | None, province: str
) -> tuple[Rule[Deadline], ...]:
    every = deadlines(as_of=as_of, received=received, province=province)
    return tuple(
        rule for rule in every if honour in rule.content.honours and not rule.content.is_pattern
    )


def _limit(rule: Rule[Deadline], start: dt.date) -> Limit:
    one = rule.content
    source, unsure = str(rule.citation), rule.unconfirmed or ""
    try:
        due_on = None if unsure else _last_day(one, start)
    except CalendarError:
        due_on, unsure = None, "Chưa có lịch nghỉ lễ của năm đó nên chưa tính được hạn."
    return Limit(one.what, source, due_on, unsure)


def _last_day(one: Deadline, start: dt.date) -> dt.date | None:
    if one.unit is Unit.IMMEDIATELY:
        return add_working_days(start, 0)
    if one.value is None:
        return None
    count = add_working_days if one.unit is Unit.WORKING_DAYS else add_days
    return count(start, one.value)
