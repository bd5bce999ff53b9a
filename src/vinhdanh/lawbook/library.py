"""The whole law as it was read, and what of it stands on one day for one province."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, cast

from vinhdanh.lawbook.errors import LawbookError
from vinhdanh.lawbook.names import Names, names_of
from vinhdanh.lawbook.rules import KINDS, Content, Rule, Standard, Transition

if TYPE_CHECKING:
    from collections.abc import Hashable

    from vinhdanh.lawbook.loading.instruments import Article, Instrument

C = TypeVar("C", bound=Content)
_NAMES = {cls: name for name, cls in KINDS.items()}
VERSION = "2"
"""Version of the evaluator; receipts carry it. A new one for every change of an answer."""


def refuse_moment(day: dt.date) -> None:
    """Raise TypeError for a date with a time: its day depends on where one stands."""
    if isinstance(day, dt.datetime):
        raise TypeError(
            f"The law is asked of a date, not of a moment ({day}); take its date in Vietnam."
        )


@dataclass(frozen=True, slots=True)
class Regime:
    """A period under one set of main texts, as the fact base numbers them (R0–R3)."""

    id: str
    name: str
    since: dt.date
    texts: tuple[str, ...]
    until: dt.date | None = None
    unconfirmed: str | None = None


@dataclass(frozen=True)
class Corpus:
    """Every instrument, article and rule, with the hash of the files they came from."""

    instruments: tuple[Instrument, ...]
    articles: tuple[Article, ...]
    rules: tuple[Rule[Content], ...]
    regimes: tuple[Regime, ...]
    digest: str
    _views: dict[tuple[int, str], View] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    @cached_property
    def begins(self) -> dt.date:
        """Return the first day the corpus speaks of."""
        return self.regimes[0].since

    @cached_property
    def changes(self) -> list[dt.date]:
        """Return every day on which some rule begins or has just ended."""
        days = {rule.since for rule in self.rules} | {self.begins}
        days |= {rule.until + dt.timedelta(days=1) for rule in self.rules if rule.until}
        return sorted(days)

    @cached_property
    def transitions(self) -> tuple[Rule[Transition], ...]:
        """Return what lets files go on under an earlier text, the first change first."""
        found = [
            cast("Rule[Transition]", rule)
            for rule in self.rules
            if isinstance(rule.content, Transition)
        ]
        return tuple(sorted(found, key=lambda rule: rule.content.at))

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """Return the slugs of provinces with an overlay."""
        return tuple(sorted({rule.province for rule in self.rules} - {""}))

    def on(self, day: dt.date, province: str = "") -> View:
        """Return what stands on a day, in a province where one is named.

        Raises:
            LawbookError: the day lies before the corpus begins, or the province has no overlay.
        """
        self._refuse_earlier(day)
        if province and province not in self.provinces:
            known = ", ".join(self.provinces) or "(chưa có tỉnh nào)"
            raise LawbookError(
                f"Chưa có quy định của tỉnh “{province}” trong kho; hãy chọn một trong: {known}."
            )
        at = (bisect_right(self.changes, day), province)
        if at not in self._views:
            self._views[at] = View(self, day, province)
        return self._views[at].of(day)

    def regime(self, day: dt.date) -> Regime:
        """Return the regime of a day.

        Raises:
            LawbookError: the day lies before the corpus begins.
        """
        self._refuse_earlier(day)
        return next(each for each in reversed(self.regimes) if each.since <= day)

    def article(self, id: str) -> Article:  # noqa: A002 - the word for it
        """Return an article by its id.

        Raises:
            LawbookError: the corpus has no such article.
        """
        if id not in self._by_id:
            raise LawbookError(f"Kho quy định không có điều “{id}”.")
        return self._by_id[id]

    @cached_property
    def names(self) -> Names:
        """Return every name that facts may use."""
        return names_of(self.rules)

    @cached_property
    def _by_id(self) -> dict[str, Article]:
        return {each.id: each for each in self.articles}

    def _refuse_earlier(self, day: dt.date) -> None:
        refuse_moment(day)
        if day < self.begins:
            raise LawbookError(
                f"Kho quy định chỉ có từ ngày {self.begins:%d/%m/%Y}; hãy chọn ngày từ đó về sau,"
                f" không phải {day:%d/%m/%Y}."
            )


class View:
    """The rules in force on one day; a province's own rules stand before the national ones."""

    def __init__(self, corpus: Corpus, day: dt.date, province: str = "") -> None:
        self.corpus, self.day, self.province = corpus, day, province
        self._keys: dict[tuple[str, Hashable], Rule[Any]] = {}
        kinds: defaultdict[str, list[Rule[Any]]] = defaultdict(list)
        tightening: list[Rule[Any]] = []
        for wanted in ("", province) if province else ("",):
            for rule in corpus.rules:
                if rule.province != wanted or not rule.is_in_force(day):
                    continue
                if rule.tightens and isinstance(rule.content, Standard):
                    tightening.append(rule)
                else:
                    self._add(rule, kinds[rule.kind])
        self._kinds = {kind: tuple(rules) for kind, rules in kinds.items()}
        self.tightening: tuple[Rule[Standard], ...] = tuple(tightening)
        """The province's standards that add conditions to national ones."""

    def of(self, day: dt.date) -> View:
        """Return the same rules as those of another day on which nothing differs."""
        if day == self.day:
            return self
        same = copy(self)
        same.day = day
        return same

    def _add(self, rule: Rule[Any], rules: list[Rule[Any]]) -> None:
        """Add a rule to those of its kind, and drop what it replaces altogether."""
        keys = [(rule.kind, key) for key in rule.content.settles()]
        replaced = {id(old): old for key in keys if (old := self._keys.get(key))}
        self._keys.update(dict.fromkeys(keys, rule))
        for old in replaced.values():
            if not any(self._keys[old.kind, key] is old for key in old.content.settles()):
                rules.remove(old)
        rules.append(rule)

    def all(self, cls: type[C]) -> tuple[Rule[C], ...]:
        """Return every rule of a kind, in the order of the files.

        A national rule about several subjects stays while one of them is not replaced.
        """
        return self._kinds.get(_NAMES[cls], ())

    def one(self, cls: type[C], key: Hashable) -> Rule[C] | None:
        """Return the rule that settles a key, or None."""
        return self._keys.get((_NAMES[cls], key))
