"""What a test is given and what it answers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from vinhdanh.lawbook.enums import Grade, Verdict
from vinhdanh.lawbook.facts.model import Collective, Individual

if TYPE_CHECKING:
    from vinhdanh.lawbook.enums import Group
    from vinhdanh.lawbook.facts.model import Facts, YearRecord

STAFF = "người phụ trách tổ chức, cán bộ"
UNIT = "đơn vị đề nghị"
DECEMBER = 12
CLERK = "công chức phụ trách thi đua, khen thưởng"


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact nobody gave, and who has it."""

    fact: str
    source: str

    def as_json(self) -> dict[str, str]:
        """Return plain values."""
        return {"fact": self.fact, "from": self.source}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of one test, with the facts it used and those it lacked."""

    verdict: Verdict
    evidence: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    attested: bool = False
    """Whether it rests on the word of the proposing unit."""


def decided(met: bool, *evidence: str) -> Outcome:  # noqa: FBT001 - the value is the answer
    """Return a certain answer with its evidence."""
    return Outcome(Verdict.MET if met else Verdict.NOT_MET, evidence)


def unknown(fact: str, source: str, *evidence: str) -> Outcome:
    """Return that a fact is missing, and who has it."""
    return Outcome(Verdict.UNDETERMINED, evidence, (Missing(fact, source),))


@dataclass(frozen=True, slots=True)
class Case:
    """The facts with what the tests ask of them again and again."""

    facts: Facts
    as_of: dt.date
    year: int
    """The year judged."""
    word: bool | None = None
    """What the unit attested of the whole that this part belongs to."""

    @property
    def group(self) -> Group | None:
        """Return the group of a person, None where it is unknown or the recipient has none."""
        return self.facts.group if isinstance(self.facts, Individual) else None

    def attesting(self, attested: bool) -> Case:  # noqa: FBT001 - the value is the fact
        """Return the same case with everything attested, or nothing."""
        return replace(self, facts=replace(self.facts, attested=attested))

    def part_of(self, id: str) -> Case:  # noqa: A002 - the word for it
        """Return the case for the parts of a condition, with the unit's word about the whole."""
        said = self.facts.attestations.get(id)
        return self if said is None else replace(self, word=said)

    def individual(self) -> Individual:
        """Return the facts of a person.

        Raises:
            TypeError: the standard was written for another recipient.
        """
        if not isinstance(self.facts, Individual):
            raise TypeError("This test is about an individual.")
        return self.facts

    def collective(self) -> Collective:
        """Return the facts of a collective.

        Raises:
            TypeError: the standard was written for another recipient.
        """
        if not isinstance(self.facts, Collective):
            raise TypeError("This test is about a collective.")
        return self.facts

    def record(self, year: int) -> YearRecord | None:
        """Return what is known of a year."""
        return next((each for each in self.facts.years or () if each.year == year), None)

    def grade(self, year: int) -> Grade | None:
        """Return the grading of a year, or None where it is unknown."""
        if (record := self.record(year)) and record.completion:
            return record.completion
        if year == self.year and isinstance(self.facts, Collective):
            return self.facts.completion
        return None


def year_judged(facts: Facts, as_of: dt.date) -> int:
    """Return the year an assessment on a day is about.

    The last year that is graded, if it is this year or the last. Where none is: the year in
    progress, if something is told of it already or December has come (reviews close then), else
    the year before.
    """
    if facts.for_year is not None:
        return facts.for_year
    graded = [each.year for each in facts.years or () if each.year >= as_of.year - 1]
    if graded:
        return max(graded)
    initiatives = facts.initiatives if isinstance(facts, Individual) else ()
    told = {each.year for each in initiatives or ()}
    told |= {each.year for each in facts.achievements or ()}
    told |= {each.year for each in facts.honours or ()}
    begun = as_of.month == DECEMBER or as_of.year in told
    return as_of.year if begun else as_of.year - 1


@runtime_checkable
class Operator(Protocol):
    """A test of facts, built from the keys of the corpus."""

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        ...
