"""Tests that people answer, or that facts of people decide."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.lawbook.enums import AchievementKind, Group, Scope, Verdict
from vinhdanh.lawbook.facts.model import Household
from vinhdanh.lawbook.operators.base import STAFF, UNIT, Case, Outcome, decided, unknown

ATTESTED = "Đơn vị đề nghị xác nhận"


def vouched() -> Outcome:
    """Return that something holds by the word of the proposing unit."""
    return Outcome(Verdict.MET, (ATTESTED,), attested=True)


@dataclass(frozen=True, slots=True)
class Judged:
    """Only people can tell: spirit, solidarity, exemplary conduct."""

    what: str = ""
    merit: bool = False
    """A merit among alternatives: it must be attested by itself, not in one stroke."""

    def check(self, case: Case) -> Outcome:
        """Return the unit's word where it attested everything people judge."""
        if case.facts.attested and not self.merit:
            return vouched()
        return unknown(self.what or "Xác nhận của đơn vị", UNIT)


@dataclass(frozen=True, slots=True)
class Achieved:
    """A recorded achievement of one of these kinds, reaching far enough."""

    kinds: tuple[AchievementKind, ...]
    scope: Scope = Scope.GRASSROOTS
    times: int = 1

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        every = case.facts.achievements
        words = ", ".join(each.words for each in self.kinds)
        if every is None:
            return unknown(f"Thành tích thuộc loại: {words}, phạm vi {self.scope.words}", UNIT)
        fits = [
            each for each in every if each.kind in self.kinds and each.scope.rank >= self.scope.rank
        ]
        told = (f"{each.kind.words.capitalize()} năm {each.year}" for each in fits)
        return decided(len(fits) >= self.times, *told)


@dataclass(frozen=True, slots=True)
class GroupIn:
    """The person belongs to one of the groups a clause speaks of."""

    groups: tuple[Group, ...]

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        group = case.individual().group
        if group is None:
            return unknown("Thuộc cán bộ, công chức, người lao động hay công nhân, nông dân", UNIT)
        return decided(group in self.groups, group.words.capitalize())


@dataclass(frozen=True, slots=True)
class NoViolation:
    """None of these exclusions applies to a household; the unit's word does where unknown."""

    kinds: tuple[str, ...]
    words: str

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        facts = case.facts
        if not isinstance(facts, Household):
            raise TypeError("This test is about a household.")
        if facts.violations is None:
            if facts.attested:
                return vouched()
            return unknown(f"Gia đình có trường hợp sau không: {self.words}", UNIT)
        found = [each for each in facts.violations if each in self.kinds]
        return decided(not found, f"Có trường hợp: {self.words}" if found else "Không có")


@dataclass(frozen=True, slots=True)
class Served:
    """So many months of service as a youth volunteer."""

    months: int

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        months = case.individual().service_months
        if months is None:
            return unknown("Tổng số tháng tại ngũ", STAFF)
        return decided(months >= self.months, f"Tại ngũ {months} tháng")
