"""Years in a row: which years count, and the unbroken runs they make.

A year nobody graded is unknown, neither good nor bad. Runs are therefore looked for twice: among
the years known to count, and among those that may.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.lawbook.enums import Grade
    from vinhdanh.lawbook.operators.base import Case

NOT_SUSTAINED = ("dot-xuat", "phong-trao")
"""Kinds whose results are no ground for proposing công trạng upward (Decrees 98, 152: Art 4)."""

Run = tuple[int, ...]
"""Consecutive years, oldest first."""


@dataclass(frozen=True, slots=True)
class Years:
    """The years of a case that may count, from a first one to the year judged."""

    case: Case
    first: int
    grade: Grade | None
    """The least grading that counts; None where the text asks for none."""
    titles: frozenset[int] = frozenset()
    """Years that count without a grading, through a title held for them."""

    def counts(self, year: int) -> bool | None:
        """Tell whether a year counts, None where its grading is unknown."""
        if self.grade is None or year in self.titles:
            return True
        found = self.case.grade(year)
        return None if found is None else found.rank >= self.grade.rank

    def sure_runs(self) -> list[Run]:
        """Return the unbroken runs of years known to count, newest first."""
        return unbroken(year for year in self._all() if self.counts(year))

    def possible_runs(self) -> list[Run]:
        """Return the unbroken runs of years not known to fail, newest first."""
        return unbroken(year for year in self._all() if self.counts(year) is not False)

    def unknown(self, run: Run) -> list[int]:
        """Return the years of a run whose grading is unknown."""
        return [year for year in run if self.counts(year) is None]

    def _all(self) -> range:
        return range(self.first, self.case.year + 1)


def unbroken(years: Iterable[int]) -> list[Run]:
    """Return years as runs without a hole, newest first."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [tuple(run) for run in reversed(runs)]


def first_year(case: Case, years: int) -> int:
    """Return the first year worth looking at: the oldest one known, or the oldest one asked."""
    known = [each.year for each in case.facts.years or ()]
    known += [each.year for each in case.facts.honours or ()]
    known += [each.year for each in getattr(case.facts, "initiatives", None) or ()]
    return min([*known, case.year - years + 1])


def years_of(case: Case, honours: Iterable[str]) -> list[int] | None:
    """Return the years of the honours that count, oldest first; None where unknown."""
    if case.facts.honours is None:
        return None
    wanted = set(honours)
    return sorted(
        each.year
        for each in case.facts.honours
        if each.honour in wanted and each.kind not in NOT_SUSTAINED
    )


def span(years: Iterable[int]) -> str:
    """Return years in words: one, or from–to."""
    every = tuple(years)
    first, last = min(every), max(every)
    return f"năm {first}" if first == last else f"từ {first} đến {last}"


def listed(years: Iterable[int]) -> str:
    """Return single years in words, oldest first."""
    return ", ".join(map(str, sorted(years)))
