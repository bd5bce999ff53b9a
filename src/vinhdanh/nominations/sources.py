"""Honours that recipients hold: kept by a module above this one, asked for here.

Nominations lie below the register of honours, so its owner enters itself when the application
starts.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from vinhdanh.lawbook.facts import HeldHonour

    Source = Callable[[Collection[int]], Mapping[int, Sequence[HeldHonour]]]

_SOURCES: list[Source] = []


def gives_honours(function: Source) -> Source:
    """Enter a function that returns honours by recipient id, in a fixed number of queries."""
    if function not in _SOURCES:
        _SOURCES.append(function)
    return function


def honours_held(recipients: Collection[int]) -> dict[int, tuple[HeldHonour, ...]]:
    """Return what every source knows of some recipients, by id, oldest first."""
    found: dict[int, list[HeldHonour]] = defaultdict(list)
    for source in _SOURCES:
        for recipient, honours in source(recipients).items():
            found[recipient] += honours
    return {
        recipient: tuple(sorted(honours, key=lambda each: (each.year, each.honour)))
        for recipient, honours in found.items()
    }
