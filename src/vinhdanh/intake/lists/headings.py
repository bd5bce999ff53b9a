"""Which column of a schema a heading names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from vinhdanh.kernel.text import fold

if TYPE_CHECKING:
    from vinhdanh.intake.lists.schema import ListSchema

EXACT = 1000
_ABOVE = 400
"""Strength of a match by the heading above alone ("Thành tích" over "Năm 2022")."""
_NOT_WORDS = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\([^)]*\)")
_MIN_INSIDE = 5
_MAX_HEADING = 120
_MAX_WORDS = 10
"""Longer headings describe; a name inside them says little."""
BETWEEN = " – "


@lru_cache(maxsize=8192)
def heading_key(text: str) -> str:
    """Return the form in which headings are compared.

    >>> heading_key("Họ và  tên (*):")
    'ho va ten'
    """
    return _NOT_WORDS.sub(" ", fold(text)).strip()


@lru_cache(maxsize=64)
def _names(schema: ListSchema) -> dict[str, str]:
    names: dict[str, str] = {}
    for column in schema.columns:
        for name in (column.label, *column.names):
            names.setdefault(heading_key(name), column.key)
    return names


@lru_cache(maxsize=8192)
def match_heading(schema: ListSchema, heading: str) -> tuple[str, int] | None:
    """Return the key a heading names and how surely, or None.

    A heading of two rows is given as "upper – lower".
    """
    if len(heading) > _MAX_HEADING:
        return None
    upper, _, lower = heading.partition(BETWEEN)
    for text, strength in ((heading, EXACT), (lower, EXACT - 1), (upper, _ABOVE)):
        if text and (key := _exact(schema, text)):
            return key, strength if lower or text == heading else EXACT
    return _inside(schema, heading_key(heading))


def is_exact(schema: ListSchema, heading: str) -> str | None:
    """Return the key whose name the heading is, word by word."""
    return _exact(schema, heading) if len(heading) <= _MAX_HEADING else None


def _exact(schema: ListSchema, text: str) -> str | None:
    names = _names(schema)
    return names.get(heading_key(text)) or names.get(heading_key(_BRACKETS.sub(" ", text)))


def _inside(schema: ListSchema, folded: str) -> tuple[str, int] | None:
    padded = f" {folded} "
    if folded.count(" ") >= _MAX_WORDS:
        return None
    best: tuple[str, int] | None = None
    for name, key in _names(schema).items():
        if (
            len(name) >= _MIN_INSIDE
            and (best is None or len(name) > best[1])
            and f" {name} " in padded
        ):
            best = (key, len(name))
    return best
