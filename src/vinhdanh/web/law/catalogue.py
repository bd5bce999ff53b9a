"""Honours of a day: by who decides, for whom, with what prize; searched with or without marks."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from vinhdanh.kernel.text import fold, has_marks, initial_capital, one_spelling, squeeze
from vinhdanh.lawbook import Level, honours
from vinhdanh.lawbook.money import prize_answer
from vinhdanh.lawbook.words import dong, prize_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.lawbook import HonourOnDay, PrizeAnswer, RecipientKind
    from vinhdanh.web.law.asked import Asked

NOBODY = "none"
"""Stands in an address for honours of which no text says who decides."""
LEVELS = list(Level)


@dataclass(frozen=True, slots=True)
class Row:
    """One honour, in one line."""

    honour: HonourOnDay
    prizes: list[tuple[str, PrizeAnswer]]

    @property
    def recipients(self) -> str:
        """Return for whom it is."""
        return ", ".join(each.words for each in self.honour.recipients)

    @property
    def prize_words(self) -> list[str]:
        """Return the prize of each recipient, with its name where there are several."""
        told = [(who, _short(prize)) for who, prize in self.prizes]
        if len({words for _, words in told}) == 1:
            return [told[0][1]]
        return [f"{who}: {words}" for who, words in told]

    @property
    def unconfirmed(self) -> str:
        """Return why a person must confirm it, empty where it was read."""
        known = (prize.unconfirmed for _, prize in self.prizes if prize.amount is not None)
        reasons = (self.honour.unconfirmed, self.honour.authority.unconfirmed, *known)
        return next((each for each in reasons if each), "")


@dataclass(frozen=True, slots=True)
class Group:
    """Honours that one authority decides."""

    title: str
    rows: list[Row]


def catalogue(asked: Asked, *, kind: str = "", level: str = "", words: str = "") -> list[Group]:
    """Return honours of a day, those the commune decides first.

    Args:
        asked: day and province.
        kind: only for this recipient.
        level: only those that this authority decides.
        words: part of a name, with or without marks.
    """
    found = [
        each
        for each in honours(as_of=asked.day, province=asked.province)
        if (not kind or kind in each.recipients)
        and (not level or level == _level(each))
        and matches(words, each.name, each.short_name)
    ]
    found.sort(key=_order)
    return [
        Group(_title(level), [_row(each, asked, kind) for each in group])
        for level, group in groupby(found, key=lambda each: each.authority.level)
    ]


def matches(words: str, *texts: str) -> bool:
    """Tell whether typed words are part of a text; typed without marks, marks do not count."""
    wanted = squeeze(words)
    if not wanted:
        return True
    spell = _as_typed if has_marks(wanted) else fold
    return any(spell(wanted) in spell(text) for text in texts)


def reasons(groups: Iterable[Group]) -> list[str]:
    """Return why something must be verified, each reason once."""
    found = (row.unconfirmed for group in groups for row in group.rows)
    return list(dict.fromkeys(each for each in found if each))


def _as_typed(text: str) -> str:
    return one_spelling(squeeze(text))


def _level(honour: HonourOnDay) -> str:
    return honour.authority.level.value if honour.authority.level else NOBODY


def _order(honour: HonourOnDay) -> int:
    level = honour.authority.level
    return LEVELS.index(level) if level else len(LEVELS)


def _title(level: Level | None) -> str:
    if level is None:
        return "Các văn bản đã đọc không nêu ai quyết định"
    if level is Level.ARMED_FORCES:
        return f"Quyết định {level.words}"
    return f"{level.words} quyết định"


def _row(honour: HonourOnDay, asked: Asked, kind: str) -> Row:
    prizes = [
        (_named(each), prize_answer(honour.slug, each, law=asked.view, salary_day=asked.view))
        for each in honour.recipients
        if not kind or each == kind
    ]
    return Row(honour, prizes)


def _named(kind: RecipientKind) -> str:
    return initial_capital(kind.words)


def _short(prize: PrizeAnswer) -> str:
    return dong(prize.amount) if prize.amount is not None else prize_words(prize)
