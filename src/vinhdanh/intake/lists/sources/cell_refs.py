"""Addresses of cells ("AB12") and merged ranges."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vinhdanh.intake.lists.grid import Grid

_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_MAX_MERGES = 20_000
_MAX_HEIGHT = 5_000
_MAX_COVERED = 300_000


@lru_cache(maxsize=4096)
def _letters(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_of(ref: str | None, default: int) -> int:
    """Return the column of a cell, from 0; `default` where the file does not say.

    >>> column_of("AB12", 0), column_of(None, 3)
    (27, 3)
    """
    return _letters(ref.rstrip("0123456789").replace("$", "")) if ref else default


def column_name(at: int) -> str:
    """Return Excel's letters of a column counted from 0.

    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def merge_into(grid: Grid, refs: list[str]) -> None:
    """Note which cells of a grid are covered by merged ones ("B4:B13")."""
    index = {row.number: at for at, row in enumerate(grid.rows)}
    for ref in refs[:_MAX_MERGES]:
        found = _REF.fullmatch(ref.partition(":")[0]), _REF.fullmatch(ref.partition(":")[2])
        if found[0] is None or found[1] is None:
            continue
        left, right = _letters(found[0][1]), min(_letters(found[1][1]), grid.width)
        top, bottom = int(found[0][2]), int(found[1][2])
        if top not in index or bottom - top > _MAX_HEIGHT or len(grid.fills) > _MAX_COVERED:
            continue
        _cover(grid, index, (top, bottom), (left, right))


def _cover(
    grid: Grid, index: dict[int, int], rows: tuple[int, int], columns: tuple[int, int]
) -> None:
    first = (index[rows[0]], columns[0])
    if columns[1] > columns[0]:
        grid.spans[first] = columns[1] - columns[0] + 1
    for number in range(rows[0], rows[1] + 1):
        at = index.get(number)
        if at is None:
            continue
        for column in range(columns[0], columns[1] + 1):
            if (at, column) != first:
                grid.fills[at, column] = first
