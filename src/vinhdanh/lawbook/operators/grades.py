"""Tests of the yearly grading."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.lawbook.enums import Grade, Scope
from vinhdanh.lawbook.operators.base import STAFF, Case, Outcome, decided, unknown
from vinhdanh.lawbook.operators.initiatives import HasInitiative


@dataclass(frozen=True, slots=True)
class GradeAtLeast:
    """The year judged was graded at this level or better."""

    grade: Grade

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        found = case.grade(case.year)
        if found is None:
            return unknown(f"Mức độ hoàn thành nhiệm vụ năm {case.year}", STAFF)
        return decided(found.rank >= self.grade.rank, f"Năm {case.year}: {found.words}")


@dataclass(frozen=True, slots=True)
class GradesInARow:
    """So many consecutive years at a grade, with initiatives recognised within them."""

    grade: Grade
    years: int
    initiatives: int = 0
    research: int = 0
    scope: Scope = Scope.GRASSROOTS

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        row, hole = run_of_years(case, self.grade)
        needed = f"{self.years} năm liên tục {self.grade.words.lower()}"
        told = f"Liên tục {len(row)} năm, {span(row)}" if row else f"Năm {case.year} không đạt"
        if len(row) < self.years:
            if hole is None:
                return decided(False, told)
            return unknown(f"Mức độ hoàn thành nhiệm vụ năm {hole} (cần {needed})", STAFF, told)
        if not self.initiatives:
            return decided(True, told)
        found = HasInitiative(
            scope=self.scope,
            count=self.initiatives,
            research=self.research,
            since=min(row),
        ).check(case)
        return Outcome(found.verdict, (told, *found.evidence), found.missing)


def run_of_years(
    case: Case, grade: Grade, *, holders: frozenset[int] = frozenset()
) -> tuple[list[int], int | None]:
    """Return the unbroken years at a grade back from the year judged, and the first unknown year.

    Args:
        case: whose years.
        grade: the least grading that counts.
        holders: years that count without a grading, through an honour held for them.
    """
    row: list[int] = []
    year = case.year
    while True:
        if year in holders:
            row.append(year)
        elif (found := case.grade(year)) is None:
            return row, year
        elif found.rank >= grade.rank:
            row.append(year)
        else:
            return row, None
        year -= 1


def span(years: list[int]) -> str:
    """Return years in words: one, or from–to."""
    first, last = min(years), max(years)
    return f"năm {first}" if first == last else f"từ {first} đến {last}"
