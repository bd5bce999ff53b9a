"""Long lists asked for and written in parts: a database takes so many values at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST = 900
"""Values; SQLite was long built for 999 in one question."""
BATCH = 2_000
"""Rows written at once."""

T = TypeVar("T")


def parted(values: Sequence[T], most: int = MOST) -> Iterator[Sequence[T]]:
    """Return the values in parts of at most so many."""
    for start in range(0, len(values), most):
        yield values[start : start + most]
