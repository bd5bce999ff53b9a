"""Searching the register: newest first, counted as far as a person reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

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


@dataclass(frozen=True, slots=True)
class Matches:
    """The numbers of the honours found, newest first, and how many there are."""

    ids: list[int]
    count: int
    is_more: bool = False
    """There are more than were counted."""


def matches(body: int, asked: Asked, *, start: int = 0, rows: int, counted: bool = True) -> Matches:
    """Return a stretch of the honours of a body that somebody asks for.

    Args:
        body: whose register.
        asked: what is looked for.
        start: how many of the newest are passed over.
        rows: how many are returned at most.
        counted: whether they are counted too, as far as they are.
    """
    if asked.words and not words_in(asked.words):
        return Matches([], 0)
    statements = _on_sqlite if connection.vendor == "sqlite" else _on_postgresql
    some, newest, said = statements(body, asked)
    ids = _rows(f"{newest} LIMIT %s OFFSET %s", said, rows, start) if rows else []
    if not counted:
        return Matches(ids, len(ids))
    limited = f"SELECT count(*) FROM ({some} LIMIT %s) AS found"  # noqa: S608 - our own words
    (count,) = _rows(limited, said, MOST_COUNTED + 1)
    return Matches(ids, min(count, MOST_COUNTED), count > MOST_COUNTED)


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


def _on_sqlite(body: int, asked: Asked) -> tuple[str, str, str]:
    """Return the statement without order, the one with the newest first, and what both ask."""
    said = _expression(body, asked, word='"{}"*', either=" OR ", both=" AND ").replace("'", '"')
    some = f"SELECT rowid & {DAY - 1} FROM {INDEX} WHERE {INDEX} MATCH %s"  # noqa: S608
    return some, f"{some} ORDER BY rowid DESC", said


def _on_postgresql(body: int, asked: Asked) -> tuple[str, str, str]:
    said = _expression(body, asked, word="'{}':*", either=" | ", both=" & ")
    some = f"SELECT id FROM {TABLE} WHERE search @@ %s::tsquery"  # noqa: S608
    return some, f"{some} AND body_id = {body:d} ORDER BY decided_on DESC, id DESC", said


def _rows(statement: str, *values: Any) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [row[0] for row in cursor.fetchall()]
