"""Shares and ceilings of the law against two numbers: exact, never rounded in anybody's favour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook.lists import quota
from vinhdanh.lawbook.lists.shares import WHOLE
from vinhdanh.lawbook.operators.members import MembersShare
from vinhdanh.lawbook.reasons import lower
from vinhdanh.lawbook.rules import Limit, Standard, Vote, walk
from vinhdanh.lawbook.words import content_words
from vinhdanh.web.law.telling import honour_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.lawbook import Citation
    from vinhdanh.lawbook.library import View

HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share that must be reached, or that may not be passed."""

    id: str
    words: str
    percent: int
    is_ceiling: bool
    citation: Citation
    unconfirmed: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """Two numbers held against a ratio."""

    ratio: Ratio
    whole: int
    part: int

    @property
    def allowed(self) -> int:
        """Return how many a ceiling allows."""
        return quota(self.whole, self.ratio.percent)

    @property
    def needed(self) -> int:
        """Return how many a share asks for: a part of a person is a whole one."""
        return -(-self.whole * self.ratio.percent // WHOLE)

    @property
    def is_met(self) -> bool:
        """Tell whether the numbers keep to the ratio."""
        return self.part <= self.allowed if self.ratio.is_ceiling else self.part >= self.needed

    @property
    def share(self) -> str:
        """Return the share, cut off after two places and never rounded up."""
        hundredths, rest = divmod(self.part * WHOLE * HUNDREDTHS, self.whole)
        figures = f"{hundredths // HUNDREDTHS},{hundredths % HUNDREDTHS:02}"
        return f"{figures}…%" if rest else f"{figures.rstrip('0').rstrip(',')}%"

    @property
    def sentence(self) -> str:
        """Return what follows."""
        if self.ratio.is_ceiling:
            told = f"Được nhiều nhất {self.allowed}, phần lẻ không tính"
            over = self.part - self.allowed
            return f"{told}; nhiều hơn {over}." if over > 0 else f"{told}."
        told = f"Cần ít nhất {self.needed}"
        lacking = self.needed - self.part
        return f"{told}; còn thiếu {lacking}." if lacking > 0 else f"{told}; đã đạt."


def ratios(view: View) -> list[Ratio]:
    """Return every share and ceiling of a day."""
    return [*_shares(view), *_limits(view), *_votes(view)]


def _shares(view: View) -> Iterator[Ratio]:
    for rule in (*view.all(Standard), *view.tightening):
        for each in walk(rule.content.conditions):
            if isinstance(each.test, MembersShare):
                yield Ratio(
                    f"thanh-vien:{each.id}",
                    f"{honour_names((rule.content.honour,))}: {lower(each.text)}",
                    each.test.percent,
                    False,
                    each.citation,
                    each.unconfirmed or rule.unconfirmed,
                )


def _limits(view: View) -> Iterator[Ratio]:
    for rule in view.all(Limit):
        one = rule.content
        words = content_words(one)
        yield Ratio(
            f"gioi-han:{one.id}",
            words,
            one.percent,
            True,
            rule.citation,
            rule.unconfirmed,
        )


def _votes(view: View) -> Iterator[Ratio]:
    for rule in view.all(Vote):
        percent = rule.content.percent or rule.content.candidate_percent
        if percent is None:
            continue
        about = honour_names(rule.content.honours)
        yield Ratio(
            f"phieu:{rule.content.honours[0]}",
            f"Biểu quyết {about}: {content_words(rule.content)}",
            percent,
            False,
            rule.citation,
            rule.unconfirmed,
        )
