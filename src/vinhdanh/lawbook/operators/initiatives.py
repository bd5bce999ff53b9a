"""Tests of initiatives, research and resourcefulness in combat."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import Scope, Verdict
from vinhdanh.lawbook.facts.model import UNKNOWN
from vinhdanh.lawbook.operators.base import STAFF, Case, Missing, Outcome, decided, unknown

if TYPE_CHECKING:
    from vinhdanh.lawbook.facts.model import Initiative

KINDS = {
    "initiative": "sáng kiến",
    "research": "đề tài, đề án, công trình",
    "combat": "mưu trí, sáng tạo trong chiến đấu",
}


class Window(StrEnum):
    """Which years an initiative may come from, where no first year is given."""

    YEAR = "year"
    """The year judged; an initiative of another year asks a person."""
    ANY = "any"
    """Any year up to the one judged: the article names none and looks back over several."""


@dataclass(frozen=True, slots=True)
class HasInitiative:
    """So many recognised initiatives (or works) of a scope that have served no honour yet."""

    scope: Scope
    count: int = 1
    kinds: tuple[str, ...] = ("initiative",)
    research: int = 0
    """So many accepted works of research do as well."""
    since: int | None = None
    """First year that counts, where the text names a span of years."""
    window: Window = Window.YEAR

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        every = case.individual().initiatives
        if every is None:
            return unknown(f"Danh mục {self._words()} đã được công nhận", STAFF)
        own = self._count([each for each in every if each.kind in self.kinds], case)
        if not self.research:
            return own
        other = replace(self, count=self.research, kinds=("research",), research=0).check(case)
        return _either(own, other)

    def _count(self, every: list[Initiative], case: Case) -> Outcome:
        reach = [each for each in every if each.scope.rank >= self.scope.rank]
        free = [each for each in reach if each.used_for is None]
        unsure = [each for each in reach if each.used_for is UNKNOWN]
        timely = [each for each in free if self._is_timely(each, case)]
        if len(timely) >= self.count:
            return decided(True, *_told(timely))
        if not every:
            return decided(False, f"Không có {self._words()} nào được công nhận")
        missing = [_ask_use(each) for each in unsure]
        if len(free) + len(unsure) >= self.count:
            missing += [_ask_year(each, case) for each in free if each not in timely]
            return Outcome(Verdict.UNDETERMINED, _told(every), tuple(missing))
        return decided(False, *_told(every))

    def _is_timely(self, one: Initiative, case: Case) -> bool:
        if self.since is not None:
            return self.since <= one.year <= case.year
        return one.year <= case.year if self.window is Window.ANY else one.year == case.year

    def _words(self) -> str:
        return " hoặc ".join(KINDS[kind] for kind in self.kinds)


def _either(one: Outcome, other: Outcome) -> Outcome:
    """Return the better of two alternatives, with what both lack where neither is certain."""
    for each in (one, other):
        if each.verdict is Verdict.MET:
            return each
    missing = (*one.missing, *other.missing)
    verdict = Verdict.UNDETERMINED if missing else Verdict.NOT_MET
    return Outcome(verdict, (*one.evidence, *other.evidence), missing)


def _told(some: list[Initiative]) -> tuple[str, ...]:
    return tuple(
        f"{KINDS[each.kind].capitalize()} năm {each.year}, phạm vi {each.scope.words}"
        + (
            f", đã dùng để xét {each.used_for}"
            if each.used_for is not None and each.used_for is not UNKNOWN
            else ""
        )
        for each in some
    )


def _ask_use(one: Initiative) -> Missing:
    return Missing(
        f"{KINDS[one.kind].capitalize()} năm {one.year} đã dùng để xét tặng lần nào chưa",
        STAFF,
    )


def _ask_year(one: Initiative, case: Case) -> Missing:
    return Missing(
        f"{KINDS[one.kind].capitalize()} công nhận năm {one.year} có được tính cho năm {case.year}"
        " không (điều luật không nêu năm)",
        "người có thẩm quyền công nhận sáng kiến",
    )
