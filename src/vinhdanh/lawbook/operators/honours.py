"""Tests of honours already held. Times are counted as times, years as years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import Grade, Verdict
from vinhdanh.lawbook.operators.base import CLERK, STAFF, Case, Missing, Outcome, decided, unknown
from vinhdanh.lawbook.operators.grades import run_of_years, span

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_SUSTAINED = ("dot-xuat", "phong-trao")
"""Kinds whose results are no ground for proposing công trạng upward (Decrees 98, 152: Art 4)."""
HISTORY = "Các danh hiệu, hình thức khen thưởng đã được tặng"


@dataclass(frozen=True, slots=True)
class HonoursInARow:
    """So many consecutive times the same honour.

    A yearly title is consecutive when no year is skipped. Where a skipped year is bridged by the
    title below (`bridged_by`), the times still follow each other; any other gap asks a person.
    """

    honour: str
    times: int
    bridged_by: str = ""

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        years = years_of(case, (self.honour,))
        if years is None:
            return unknown(HISTORY, CLERK)
        told = _times(years)
        row = _last_row(years)
        if self.bridged_by:
            bridges = set(years_of(case, (self.bridged_by,)) or ())
            row = _last_row(sorted({*years, *bridges}))
            row = [year for year in row if year in years]
        if len(row) >= self.times:
            return self._recent(row, case, told)
        if self.bridged_by and len(years) >= self.times:
            return unknown(
                f"Các lần được tặng ({told}) có liên tục không: giữa các lần có năm trống",
                CLERK,
                told,
            )
        return decided(False, told)

    def _recent(self, row: list[int], case: Case, told: str) -> Outcome:
        if row[-1] >= case.year - 1:
            return decided(True, told)
        return unknown(
            f"Chuỗi danh hiệu kết thúc năm {row[-1]}; điều luật không nêu khoảng cách đến năm"
            f" {case.year}, cần người có thẩm quyền xác nhận",
            CLERK,
            told,
        )


@dataclass(frozen=True, slots=True)
class Award:
    """So many times one honour."""

    honour: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Awards:
    """One way to satisfy the honours within the years: all of these."""

    all: tuple[Award, ...]
    only_without_flags: bool = False
    """Only for collectives that cannot be given a flag."""


@dataclass(frozen=True, slots=True)
class AfterHonour:
    """An honour held, then so many consecutive years at a grade, with honours within them."""

    honours: tuple[str, ...]
    years: int
    grade: Grade
    excellent_years: int = 0
    or_titles: tuple[str, ...] = ()
    """Titles that stand for the grading of their year."""
    with_any: tuple[Awards, ...] = ()
    includes_earlier: bool = False
    """The text says `and`, not `and then`: the years may begin before the honour."""

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        held = years_of(case, self.honours)
        if held is None:
            return unknown(HISTORY, CLERK)
        if not held:
            return decided(False, "Chưa được tặng hình thức làm điều kiện")
        titles = frozenset(years_of(case, self.or_titles) or ()) if self.or_titles else frozenset()
        row, hole = run_of_years(case, self.grade, holders=titles)
        if not self.includes_earlier:
            row = [year for year in row if year > held[-1]]
            hole = hole if hole is not None and hole > held[-1] else None
        told = (f"Được tặng năm {held[-1]}", f"Liên tục {len(row)} năm" + _span(row))
        if len(row) < self.years:
            if hole is None:
                return decided(False, *told)
            return unknown(f"Mức độ hoàn thành nhiệm vụ năm {hole}", STAFF, *told)
        return self._within(case, row, told)

    def _within(self, case: Case, row: list[int], told: tuple[str, ...]) -> Outcome:
        excellent = sum(case.grade(year) is Grade.EXCELLENT for year in row)
        if excellent < self.excellent_years:
            return decided(False, *told, f"{excellent} năm hoàn thành xuất sắc nhiệm vụ")
        if not self.with_any:
            return decided(True, *told)
        outcomes = [self._way(case, way, row) for way in self.with_any]
        if any(each is Verdict.MET for each in outcomes):
            return decided(True, *told, *_held_within(case, self.with_any, row))
        if Verdict.UNDETERMINED in outcomes:
            missing = Missing("Tập thể có thuộc đối tượng được tặng cờ thi đua không", CLERK)
            return Outcome(Verdict.UNDETERMINED, told, (missing,))
        return decided(False, *told, *_held_within(case, self.with_any, row))

    def _way(self, case: Case, way: Awards, row: list[int]) -> Verdict:
        enough = all(
            sum(year in row for year in years_of(case, (each.honour,)) or ()) >= each.times
            for each in way.all
        )
        if not enough:
            return Verdict.NOT_MET
        if not way.only_without_flags:
            return Verdict.MET
        flags = case.collective().flags_open
        if flags is None:
            return Verdict.UNDETERMINED
        return Verdict.NOT_MET if flags else Verdict.MET


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


def _last_row(years: list[int]) -> list[int]:
    row: list[int] = []
    for year in sorted(set(years), reverse=True):
        if row and row[0] - year != 1:
            break
        row.insert(0, year)
    return row


def _times(years: list[int]) -> str:
    if not years:
        return "Chưa được tặng lần nào"
    return f"Đã được tặng {len(years)} lần: " + ", ".join(map(str, years))


def _span(row: list[int]) -> str:
    return f", {span(row)}" if row else ""


def _held_within(case: Case, ways: tuple[Awards, ...], row: list[int]) -> tuple[str, ...]:
    wanted = {each.honour for way in ways for each in way.all}
    within = [str(year) for year in years_of(case, wanted) or () if year in row]
    return (
        f"{len(within)} lần được tặng trong thời gian đó"
        + (f" ({', '.join(within)})" if within else ""),
    )
