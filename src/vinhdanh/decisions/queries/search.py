"""Searching the register: newest first, counted as far as a person reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from django.db import connection

from vinhdanh.decisions.queries import search_postgresql, search_sqlite
from vinhdanh.decisions.search_words import words_in

MOST_COUNTED: Final = 1_000
"""More than these are "more than 1,000": nobody turns that many pages."""
MOST_WORDS: Final = 12
FEW: Final = 100
"""Fewer hits than these among the newest rows: the index has them all at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody looks for; what is empty does not narrow."""

    words: str = ""
    """A word without diacritics finds all ways of writing it ("duc" finds Đức and Dục); a word
    with diacritics only itself, wherever its tone mark is placed (hoà, hòa). Of the last word,
    which is still being typed, the beginning is enough."""
    years: tuple[int, ...] = ()
    honours: tuple[str, ...] = ()
    """Slugs."""
    units: tuple[int, ...] = ()
    kind: str = ""
    source: str = ""
    is_revoked: bool | None = None

    @property
    def narrows(self) -> bool:
        """Tell whether it asks for anything at all."""
        return self != Asked()

    @property
    def is_of_nothing(self) -> bool:
        """Tell whether it asks for words and has none, only signs."""
        return bool(self.words) and not words_in(self.words)

    @property
    def typed(self) -> list[str]:
        """The words, the last first.

        A given name is rarer than a family name, and the first word leads the others through the
        index.
        """
        return words_in(self.words)[:MOST_WORDS][::-1]

    @property
    def tags(self) -> list[str]:
        """What is asked for that many honours have, as the index writes it."""
        return [
            *([f"_k{self.kind}"] if self.kind else []),
            *([f"_s{self.source}"] if self.source else []),
            *([f"_r{self.is_revoked:d}"] if self.is_revoked is not None else []),
        ]


@dataclass(frozen=True, slots=True)
class Hits:
    """The newest honours found, in order."""

    newest: list[int]
    is_whole: bool
    """These are as many as were asked for, or all there are."""


def first_hits(body: int, asked: Asked, *, most: int = MOST_COUNTED + 1) -> Hits:
    """Return the newest honours somebody asks for, as far as they are found at once.

    Args:
        body: whose register.
        asked: what is looked for.
        most: how many are returned at most; one more than are counted tells of more.
    """
    if asked.is_of_nothing:
        return Hits([], is_whole=True)
    if connection.vendor == "sqlite":
        return Hits(_numbers(search_sqlite.matching(body, asked, most)), is_whole=True)
    ((found, looked),) = _rows(search_postgresql.newest(body, asked, most))
    hits = (found or [])[:most]
    if len(hits) == most or looked < search_postgresql.stretch(asked, most):
        return Hits(hits, is_whole=True)
    if len(hits) < FEW:
        return Hits(matches(body, asked, most=most), is_whole=True)
    return Hits(hits, is_whole=False)


def matches(body: int, asked: Asked, *, most: int = MOST_COUNTED + 1) -> list[int]:
    """Return the numbers of the honours of a body that somebody asks for, newest first."""
    if asked.is_of_nothing:
        return []
    database = search_sqlite if connection.vendor == "sqlite" else search_postgresql
    return _numbers(database.matching(body, asked, most))


def counted(body: int, asked: Asked, *, most: int = MOST_COUNTED + 1) -> int:
    """Return how many there are, counting no further than asked for; where hits are not whole."""
    ((number,),) = _rows(search_postgresql.counting(body, asked, most))
    return int(number)


def _numbers(statement: tuple[str, list[Any]]) -> list[int]:
    return [row[0] for row in _rows(statement)]


def _rows(statement: tuple[str, list[Any]]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        return list(cursor.fetchall())
