"""Searching the register: newest first, counted as far as a person reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db import connection

from vinhdanh.decisions.search_index import DAY, INDEX, TABLE
from vinhdanh.decisions.search_words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_COUNTED: Final = 1_000
"""More than these are "more than 1,000": nobody turns that many pages."""
MOST_WORDS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody looks for; what is empty does not narrow."""

    words: str = ""
    """A word without diacritics finds all ways of writing it ("duc" finds Đức and Dục); a word
    with diacritics only itself, wherever its tone mark is placed (hoà, hòa). The beginning of a
    word is enough."""
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


def matches(body: int, asked: Asked, *, most: int = MOST_COUNTED + 1) -> list[int]:
    """Return the numbers of the honours of a body that somebody asks for, newest first.

    Args:
        body: whose register.
        asked: what is looked for.
        most: how many are returned at most; one more than are counted tells of more.
    """
    if asked.words and not words_in(asked.words):
        return []
    statement = _on_sqlite if connection.vendor == "sqlite" else _on_postgresql
    with connection.cursor() as cursor:
        cursor.execute(*statement(body, asked, most))
        return [row[0] for row in cursor.fetchall()]


def _groups(body: int, asked: Asked) -> Iterable[tuple[str, ...]]:
    """Return tags, of each group one of which a line must have."""
    yield (f"_b{body}",)
    yield tuple(f"_y{year}" for year in asked.years)
    yield tuple(f"_h{slug.replace('-', '_')}" for slug in asked.honours)
    yield tuple(f"_u{unit}" for unit in asked.units)
    yield (f"_k{asked.kind}",) if asked.kind else ()
    yield (f"_s{asked.source}",) if asked.source else ()
    yield (f"_r{asked.is_revoked:d}",) if asked.is_revoked is not None else ()


def _expression(body: int, asked: Asked, *, word: str, either: str, both: str) -> str:
    """Return the search in the language of a database; `word` writes the beginning of a word."""
    groups = [group for group in _groups(body, asked) if group]
    tags = [f"({either.join(f'{tag!r}' for tag in group)})" for group in groups]
    words = [word.format(each) for each in words_in(asked.words)[:MOST_WORDS]]
    return both.join([*words, *tags])


def _on_sqlite(body: int, asked: Asked, most: int) -> tuple[str, list[str | int]]:
    said = _expression(body, asked, word='"{}"*', either=" OR ", both=" AND ").replace("'", '"')
    return (
        (
            f"SELECT rowid & {DAY - 1} FROM {INDEX} WHERE {INDEX} MATCH %s"  # noqa: S608
            " ORDER BY rowid DESC LIMIT %s"
        ),
        [said, most],
    )


def _on_postgresql(body: int, asked: Asked, most: int) -> tuple[str, list[str | int]]:
    said = _expression(body, asked, word="'{}':*", either=" | ", both=" & ")
    return (
        (
            f"SELECT id FROM {TABLE} WHERE search @@ %s::tsquery AND body_id = %s"  # noqa: S608
            " ORDER BY decided_on DESC, id DESC LIMIT %s"
        ),
        [said, body, most],
    )
