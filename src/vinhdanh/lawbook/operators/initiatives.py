"""Tests of initiatives, research and resourcefulness in combat."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class HasInitiative:
    """So many recognised initiatives (or works) of a scope that have served no honour yet."""

    scope: Scope
    count: int = 1
    kinds: tuple[str, ...] = ("initiative",)
    research: int = 0
    """So many accepted works of research do as well."""
    since: int | None = None
    """First year that counts; the year judged where it is not given and only one is asked."""

    def check(self, case: Case) -> Outcome:
        """Return what the facts of the case say."""
        every = case.individual().initiatives
        if every is None:
            return unknown(f"Danh mục {self._words()} đã được công nhận", STAFF)
        if self.research and self._serves(every, case, ("research",), self.research):
            return decided(True, *_told(every))
        return self._count([each for each in every if each.kind in self.kinds], case)

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

    def _serves(
        self, every: tuple[Initiative, ...], case: Case, kinds: tuple[str, ...], count: int
    ) -> bool:
        other = HasInitiative(scope=self.scope, count=count, kinds=kinds, since=self.since)
        return other.check(case).verdict is Verdict.MET and bool(every)

    def _is_timely(self, one: Initiative, case: Case) -> bool:
        if self.since is not None:
            return self.since <= one.year <= case.year
        return one.year == case.year

    def _words(self) -> str:
        return " hoặc ".join(KINDS[kind] for kind in self.kinds)


def _told(some: list[Initiative] | tuple[Initiative, ...]) -> tuple[str, ...]:
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
