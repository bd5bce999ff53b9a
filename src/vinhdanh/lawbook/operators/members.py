"""Tests of a collective's members. Shares are exact: nothing is rounded to reach a threshold."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from vinhdanh.lawbook.enums import DisciplineLevel
from vinhdanh.lawbook.facts.model import Unknown
from vinhdanh.lawbook.operators.base import STAFF, UNIT, Case, Outcome, decided, unknown


def _holders(honour: str, case: Case) -> int | None:
    """Return how many members hold a title; a title that is not told of is unknown, not none."""
    return (case.collective().member_titles or {}).get(honour)


def _unknown_holders() -> Outcome:
    return unknown("Số thành viên đạt từng danh hiệu trong năm", UNIT)


@dataclass(frozen=True, slots=True)
class MembersShare:
    """At least this percentage of all members hold a title."""

    honour: str
    percent: int

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        facts = case.collective()
        if facts.members is None:
            return unknown("Tổng số thành viên của tập thể", UNIT)
        holders = _holders(self.honour, case)
        if holders is None:
            return _unknown_holders()
        share = Fraction(100 * holders, facts.members)
        told = f"{holders}/{facts.members} thành viên, {_percent(share)}%"
        return decided(share >= self.percent, told)


@dataclass(frozen=True, slots=True)
class MembersHolding:
    """At least so many members hold a title."""

    honour: str
    count: int = 1

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        holders = _holders(self.honour, case)
        if holders is None:
            return _unknown_holders()
        return decided(holders >= self.count, f"{holders} thành viên đạt danh hiệu")


@dataclass(frozen=True, slots=True)
class MembersAllComplete:
    """Every member completed the year's tasks."""

    percent: int = 100

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        facts = case.collective()
        if facts.members is None:
            return unknown("Tổng số thành viên của tập thể", UNIT)
        if facts.members_completing is None:
            return unknown("Số thành viên hoàn thành nhiệm vụ trong năm", STAFF)
        share = Fraction(100 * facts.members_completing, facts.members)
        told = f"{facts.members_completing}/{facts.members} thành viên hoàn thành nhiệm vụ"
        return decided(share >= self.percent, told)


@dataclass(frozen=True, slots=True)
class DisciplineBelow:
    """No member was disciplined at this level or a harsher one."""

    level: DisciplineLevel

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        worst = case.collective().worst_discipline
        if isinstance(worst, Unknown):
            return unknown("Hình thức kỷ luật nặng nhất của thành viên trong năm", STAFF)
        if worst is None:
            return decided(True, "Không có thành viên bị kỷ luật")
        return decided(worst.rank < self.level.rank, f"Có thành viên bị {worst.words}")


def _percent(share: Fraction) -> str:
    tenths = int(share * 10)  # cut, not rounded: 69.97 must not read 70
    return f"{tenths // 10},{tenths % 10}" if tenths % 10 else str(tenths // 10)
