"""What the coming year may bring: facts of a case carried one year on under a supposition."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.enums import Grade, Scope
from vinhdanh.lawbook.facts.model import Collective, Facts, HeldHonour, Individual, Initiative
from vinhdanh.lawbook.facts.model import YearRecord as Record

if TYPE_CHECKING:
    from collections.abc import Iterable

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """How a year may go."""

    grade: Grade
    scope: Scope | None = None
    """Reach of an initiative recognised in that year."""

    def words(self, year: int) -> tuple[str, ...]:
        """Return what would have to happen."""
        graded = f"{self.grade.words} năm {year}"
        if self.scope is None:
            return (graded,)
        return (graded, f"Có sáng kiến được công nhận năm {year}, phạm vi {self.scope.words}")


GRADES = (Grade.GOOD, Grade.EXCELLENT)
GRADED = tuple(Hypothesis(grade) for grade in GRADES)
WITH_INITIATIVE = tuple(Hypothesis(grade, scope) for scope in Scope for grade in GRADES)


def hypotheses(facts: Facts) -> tuple[Hypothesis, ...]:
    """Return how the year may go for a recipient, the easiest first."""
    return (*GRADED, *WITH_INITIATIVE) if isinstance(facts, Individual) else GRADED


def untroubled(facts: Facts) -> Facts:
    """Return facts with what people attest attested, and no trouble that nobody recorded."""
    return dataclasses.replace(facts, attested=True, holds=(), discipline=facts.discipline or ())


def carried_on(facts: Facts, hypothesis: Hypothesis, *, year: int) -> Facts:
    """Return the facts as they would stand after `year`, had it gone that way."""
    record = Record(year, hypothesis.grade, absent_months=0)
    kept = tuple(each for each in facts.years or () if each.year < year)
    changes: dict[str, Any] = {"for_year": year, "years": (*kept, record)}
    if isinstance(facts, Individual):
        changes |= _person(facts, hypothesis, year)
    if isinstance(facts, Collective):
        changes |= _collective(facts, hypothesis, kept, record)
    return dataclasses.replace(untroubled(facts), **changes)


def with_honours(facts: Facts, given: Iterable[HeldHonour]) -> Facts:
    """Return facts with honours added, where the history is known at all."""
    if facts.honours is None:
        return facts
    return dataclasses.replace(
        facts, honours=(*facts.honours, *(each for each in given if each not in facts.honours))
    )


def _person(facts: Individual, hypothesis: Hypothesis, year: int) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if hypothesis.scope is not None:
        new = Initiative(year, hypothesis.scope, used_for=None)
        changes["initiatives"] = (*(facts.initiatives or ()), new)
    if facts.recruited_months is not None:
        changes["recruited_months"] = facts.recruited_months + MONTHS
    return changes


def _collective(
    facts: Collective, hypothesis: Hypothesis, kept: tuple[Record, ...], record: Record
) -> dict[str, Any]:
    changes: dict[str, Any] = {"completion": hypothesis.grade}
    before = record.year - 1
    if facts.completion is not None and all(each.year != before for each in kept):
        changes["years"] = (*kept, Record(before, facts.completion), record)
    if facts.existence_years is not None:
        changes["existence_years"] = facts.existence_years + 1
    return changes
