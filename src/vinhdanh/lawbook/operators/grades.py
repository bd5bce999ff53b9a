"""Tests of the yearly grading."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from vinhdanh.lawbook.enums import Grade, Scope, Verdict
from vinhdanh.lawbook.facts.model import Individual
from vinhdanh.lawbook.operators.base import CLERK, STAFF, Case, Outcome, decided, unknown
from vinhdanh.lawbook.operators.initiatives import HasInitiative
from vinhdanh.lawbook.operators.runs import Run, Years, first_year, listed, span, years_of


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
    """So many consecutive years at a grade, with initiatives recognised within them.

    The run ends in the year judged. The articles that use this name no such end, so a run that
    ended earlier asks a person instead of failing.
    """

    grade: Grade
    years: int
    initiatives: int = 0
    research: int = 0
    """So many accepted works of research do in place of the initiatives."""
    scope: Scope = Scope.GRASSROOTS
    or_titles: tuple[str, ...] = ()
    """Titles that stand for the grading of their year."""

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        titles = frozenset(years_of(case, self.or_titles) or ())
        years = Years(case, first_year(case, self.years), self.grade, titles)
        sure = [run for run in years.sure_runs() if len(run) >= self.years]
        outcomes = [self._with_initiatives(case, run) for run in sure]
        hopeful = [
            (run, outcome)
            for run, outcome in zip(sure, outcomes, strict=True)
            if outcome.verdict is not Verdict.NOT_MET
        ]
        if hopeful and hopeful[0][0][-1] == case.year:
            return hopeful[0][1]
        newest = next(iter(years.possible_runs()), ())
        if len(newest) >= self.years and newest[-1] == case.year and self._may_do(case, newest):
            return self._ask_grades(years, newest)
        if hopeful:
            return self._ask_age(case, *hopeful[0])
        return decided(False, *(outcomes[0].evidence if outcomes else (self._told(years),)))

    def _may_do(self, case: Case, run: Run) -> bool:
        return self._with_initiatives(case, run).verdict is not Verdict.NOT_MET

    def _with_initiatives(self, case: Case, run: Run) -> Outcome:
        told = f"Liên tục {len(run)} năm {self.grade.words.lower()}, {span(run)}"
        if not self.initiatives:
            return decided(True, told)
        asked = HasInitiative(
            scope=self.scope, count=self.initiatives, research=self.research, since=run[0]
        )
        found = asked.check(_only_initiatives_of(case, run))
        return Outcome(found.verdict, (told, *found.evidence), found.missing)

    def _ask_grades(self, years: Years, run: Run) -> Outcome:
        asked = years.unknown(run[-self.years :]) or years.unknown(run)
        return unknown(
            f"Mức độ hoàn thành nhiệm vụ năm {listed(asked)} (cần {self.years} năm liên tục"
            f" {self.grade.words.lower()})",
            STAFF,
            self._told(years),
        )

    def _ask_age(self, case: Case, run: Run, outcome: Outcome) -> Outcome:
        asked = unknown(
            f"Chuỗi năm {self.grade.words.lower()} kết thúc năm {run[-1]}; điều luật không nêu"
            f" khoảng cách đến năm {case.year}, cần người có thẩm quyền xác nhận",
            CLERK,
        )
        return Outcome(asked.verdict, outcome.evidence, (*outcome.missing, *asked.missing))

    def _told(self, years: Years) -> str:
        runs = years.sure_runs()
        if not runs:
            return f"Chưa có năm nào {self.grade.words.lower()}"
        longest = max(runs, key=len)
        return f"Liên tục {len(longest)} năm {self.grade.words.lower()}, {span(longest)}"


def _only_initiatives_of(case: Case, run: Run) -> Case:
    """Return the case with the initiatives of the run only: the law counts no others."""
    facts = case.individual()
    if facts.initiatives is None:
        return case
    within = tuple(each for each in facts.initiatives if run[0] <= each.year <= run[-1])
    own: Individual = dataclasses.replace(facts, initiatives=within)
    return dataclasses.replace(case, facts=own)
