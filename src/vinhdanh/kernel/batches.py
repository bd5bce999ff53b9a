"""Long lists asked for in parts: a database takes so many values in one question."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST = 900
"""Values; SQLite was long built for 999 in one question."""

T = TypeVar("T")


def parted(values: Sequence[T], most: int = MOST) -> Iterator[Sequence[T]]:
    """Return the values in parts of at most so many."""
    for start in range(0, len(values), most):
        yield values[start : start + most]
