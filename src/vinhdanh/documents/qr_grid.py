"""The fixed parts of a QR code and the path its data takes around them, by version."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    Place = tuple[int, int]

_ALIGNMENT: Final = (
    (), (6, 18), (6, 22), (6, 26), (6, 30), (6, 34), (6, 22, 38), (6, 24, 42), (6, 26, 46),
    (6, 28, 50),
)  # fmt: skip
"""Centres of the alignment patterns of versions 1 to 10."""
_TIMING: Final = 6
_FINDER: Final = 7
_VERSION_INFO_FROM: Final = 7
_FORMAT: Final = 0b101010000010010
"""Fifteen bits that say: correction level M, mask 0."""
_VERSION_GENERATOR: Final = 0x1F25


def side_of(version: int) -> int:
    """Return the number of modules along a side."""
    return 17 + 4 * version


@cache
def fixed_modules(version: int) -> dict[Place, bool]:
    """Return the modules that do not depend on the data, by row and column."""
    side = side_of(version)
    found: dict[Place, bool] = {}
    for at in range(side):
        found[_TIMING, at] = found[at, _TIMING] = at % 2 == 0
    for top, left in ((0, 0), (0, side - _FINDER), (side - _FINDER, 0)):
        found.update(_finder(top, left, side))
    found.update(_alignments(version))
    found.update(_format(side))
    if version >= _VERSION_INFO_FROM:
        found.update(_version_info(version))
    return found


@cache
def data_path(version: int) -> tuple[Place, ...]:
    """Return the free modules in the order the bits fill them."""
    fixed = fixed_modules(version)
    return tuple(place for place in _zigzag(side_of(version)) if place not in fixed)


def _zigzag(side: int) -> Iterator[Place]:
    """Walk up and down in pairs of columns, from the right, around the timing column."""
    rights = [column if column > _TIMING else column - 1 for column in range(side - 1, 0, -2)]
    for turn, right in enumerate(rights):
        rows = range(side) if turn % 2 else range(side - 1, -1, -1)
        yield from product(rows, (right, right - 1))


def _finder(top: int, left: int, side: int) -> Iterator[tuple[Place, bool]]:
    """Draw a square in a square, with one light module around it."""
    for row, column in product(range(-1, _FINDER + 1), repeat=2):
        place = top + row, left + column
        if all(0 <= one < side for one in place):
            ring = max(abs(row - 3), abs(column - 3))
            yield place, ring not in (2, 4)


def _alignments(version: int) -> Iterator[tuple[Place, bool]]:
    centres = _ALIGNMENT[version - 1]
    last = centres[-1] if centres else 0
    corners = {(_TIMING, _TIMING), (_TIMING, last), (last, _TIMING)}
    for centre in product(centres, repeat=2):
        if centre in corners:
            continue
        for row, column in product(range(-2, 3), repeat=2):
            yield (centre[0] + row, centre[1] + column), max(abs(row), abs(column)) != 1


def _format(side: int) -> Iterator[tuple[Place, bool]]:
    bits = [bool(_FORMAT >> at & 1) for at in range(15)]
    beside = [*range(6), 7, 8]
    for at in range(8):
        yield (beside[at], 8), bits[at]
        yield (8, side - 1 - at), bits[at]
    for at in range(8, 15):
        yield (8, 7 if at == 8 else 14 - at), bits[at]  # noqa: PLR2004 - around the timing line
        yield (side - 15 + at, 8), bits[at]
    yield (side - 8, 8), True


def _version_info(version: int) -> Iterator[tuple[Place, bool]]:
    rest = version << 12
    for shift in range(5, -1, -1):
        if rest >> (shift + 12) & 1:
            rest ^= _VERSION_GENERATOR << shift
    bits = version << 12 | rest
    for at in range(18):
        across, down = side_of(version) - 11 + at % 3, at // 3
        yield (down, across), bool(bits >> at & 1)
        yield (across, down), bool(bits >> at & 1)
