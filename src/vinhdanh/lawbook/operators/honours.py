"""Tests of honours already held. Times are counted as times, years as years."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.lawbook.enums import Grade, Verdict
from vinhdanh.lawbook.operators.base import CLERK, STAFF, UNIT, Case, Outcome, decided, unknown
from vinhdanh.lawbook.operators.runs import (
    Run,
    Years,
    first_year,
    listed,
    span,
    unbroken,
    years_of,
)

MET, NOT_MET, UNDETERMINED = Verdict.MET, Verdict.NOT_MET, Verdict.UNDETERMINED
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
        rows = [row for row in self._rows(case, years) if len(row) >= self.times]
        if rows:
            return self._recent(rows[0], case, told)
        if self.bridged_by and len(years) >= self.times:
            return unknown(
                f"Các lần được tặng ({told}) có liên tục không: giữa các lần có năm trống",
                CLERK,
                told,
            )
        return decided(False, told)

    def _rows(self, case: Case, years: list[int]) -> list[Run]:
        bridges = years_of(case, (self.bridged_by,)) if self.bridged_by else ()
        rows = unbroken((*years, *(bridges or ())))
        return [tuple(year for year in row if year in years) for row in rows]

    def _recent(self, row: Run, case: Case, told: str) -> Outcome:
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

    def check(self, case: Case, run: Run) -> Verdict:
        """Return whether these honours were given within the years."""
        for each in self.all:
            if sum(year in run for year in years_of(case, (each.honour,)) or ()) < each.times:
                return NOT_MET
        if not self.only_without_flags:
            return MET
        flags = case.collective().flags_open
        return UNDETERMINED if flags is None else NOT_MET if flags else MET


@dataclass(frozen=True, slots=True)
class AfterHonour:
    """An honour held, then so many consecutive years at a grade, with honours within them.

    Of an honour given several times any time may be the one the years are counted from, unless
    the text says otherwise.
    """

    honours: tuple[str, ...]
    years: int = 0
    grade: Grade | None = None
    """The least grading of each year; None where the text asks for none."""
    excellent_years: int = 0
    or_titles: tuple[str, ...] = ()
    """Titles that stand for the grading of their year."""
    with_any: tuple[Awards, ...] = ()
    includes_earlier: bool = False
    """The text says `and`, not `and then`: the years may begin before the honour."""
    from_latest: bool = False
    """The years are counted from the last time the honour was given."""
    until_now: bool = True
    """The years reach the proposal; False where the text does not say so."""
    existence_years: int = 0
    """Years since the collective was founded."""

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        held = years_of(case, self.honours)
        if held is None:
            return unknown(HISTORY, CLERK)
        if not held:
            return decided(False, "Chưa được tặng hình thức làm điều kiện")
        found = self._after(case, held)
        return found if found.verdict is NOT_MET else self._old_enough(case, found)

    def _after(self, case: Case, held: list[int]) -> Outcome:
        years = self._window(case, held)
        sure = self._ending_now(case, years.sure_runs())
        told = self._told(case, held, sure)
        verdicts = [self._judge(case, years, run) for run in sure]
        if MET in verdicts:
            return decided(True, *told)
        if UNDETERMINED in verdicts:
            return unknown("Tập thể có thuộc đối tượng được tặng cờ thi đua không", CLERK, *told)
        for run in self._ending_now(case, years.possible_runs()):
            if self._judge(case, years, run) is not NOT_MET:
                asked = years.unknown(run[-self.years :]) or years.unknown(run)
                return unknown(f"Mức độ hoàn thành nhiệm vụ năm {listed(asked)}", STAFF, *told)
        return decided(False, *told)

    def _window(self, case: Case, held: list[int]) -> Years:
        titles = frozenset(years_of(case, self.or_titles) or ())
        first = (held[-1] if self.from_latest else held[0]) + 1
        if self.includes_earlier:
            first = first_year(case, self.years)
        return Years(case, first, self.grade, titles)

    def _ending_now(self, case: Case, runs: list[Run]) -> list[Run]:
        """Return the runs that may serve; an empty one where none does."""
        return [run for run in runs if run[-1] == case.year or not self.until_now] or [()]

    def _judge(self, case: Case, years: Years, run: Run) -> Verdict:
        """Return whether a run satisfies the text; years not graded count as the best ones."""
        if len(run) < self.years or self._excellent(case, years, run) < self.excellent_years:
            return NOT_MET
        ways = [way.check(case, run) for way in self.with_any]
        if not ways or MET in ways:
            return MET
        return UNDETERMINED if UNDETERMINED in ways else NOT_MET

    def _excellent(self, case: Case, years: Years, run: Run) -> int:
        return sum(
            case.grade(year) is Grade.EXCELLENT or years.counts(year) is None for year in run
        )

    def _old_enough(self, case: Case, found: Outcome) -> Outcome:
        if not self.existence_years:
            return found
        age = case.collective().existence_years
        if age is None:
            asked = unknown("Số năm xây dựng và phát triển của tập thể", UNIT)
            return Outcome(UNDETERMINED, found.evidence, (*found.missing, *asked.missing))
        told = f"Có quá trình xây dựng, phát triển {age} năm"
        if age < self.existence_years:
            return decided(False, *found.evidence, told)
        return Outcome(found.verdict, (*found.evidence, told), found.missing)

    def _told(self, case: Case, held: list[int], runs: list[Run]) -> tuple[str, ...]:
        run = max(runs, key=len)
        told = [f"Được tặng năm {listed(held)}"]
        if self.years:
            told.append(f"Liên tục {len(run)} năm" + (f", {span(run)}" if run else ""))
        if self.excellent_years:
            count = sum(case.grade(year) is Grade.EXCELLENT for year in run)
            told.append(f"{count} năm hoàn thành xuất sắc nhiệm vụ")
        if self.with_any:
            told.append(_held_within(case, self.with_any, run))
        return tuple(told)


def _times(years: list[int]) -> str:
    if not years:
        return "Chưa được tặng lần nào"
    return f"Đã được tặng {len(years)} lần: {listed(years)}"


def _held_within(case: Case, ways: tuple[Awards, ...], run: Run) -> str:
    wanted = {each.honour for way in ways for each in way.all}
    within = [year for year in years_of(case, wanted) or () if year in run]
    return f"{len(within)} lần được tặng trong thời gian đó" + (
        f" ({listed(within)})" if within else ""
    )
