"""Where the headings of a table are, and which column each one names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vinhdanh.intake.lists.columns import assign, row_texts
from vinhdanh.intake.lists.headings import BETWEEN, is_exact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.intake.lists.columns import Header
    from vinhdanh.intake.lists.grid import Grid
    from vinhdanh.intake.lists.schema import ListSchema

_SEARCHED = 80
_MIN_KEYS = 2
_NUMBER = re.compile(r"\(?\d+\)?")


def find_header(
    grid: Grid, schema: ListSchema, mapping: Mapping[str, str], start: int = 0
) -> Header | None:
    """Return the first headings from `start` on that fit, else the likeliest ones, else None."""
    end = min(len(grid.rows), start + _SEARCHED)
    best: Header | None = None
    for at in range(start, end):
        header = header_at(grid, schema, mapping, at)
        if header is None:
            continue
        if best is not None and at > best.last + 1 and best.has_required:
            break
        if best is None or _rank(header) > _rank(best):
            best = header
    return best or _likeliest(grid, schema, mapping, start, end)


def _rank(header: Header) -> tuple[bool, int]:
    return header.has_required, len(header.keys)


def header_at(grid: Grid, schema: ListSchema, mapping: Mapping[str, str], at: int) -> Header | None:
    """Return the headings that begin in a row, or None if it names too few columns."""
    texts = row_texts(grid, at)
    if len({text for text in texts if text}) < _MIN_KEYS:
        return None
    if any(_NUMBER.fullmatch(text) for text in texts):
        return None
    header = assign(grid, schema, mapping, (at, at), texts)
    below = _two_rows(grid, schema, at, texts, header)
    if below is not None:
        header = assign(grid, schema, mapping, (at, at + 1), below)
    is_said = any(heading.text in mapping for heading in header.headings)
    return header if len(header.keys) >= _MIN_KEYS or (is_said and header.keys) else None


def _two_rows(
    grid: Grid, schema: ListSchema, at: int, upper: list[str], header: Header
) -> list[str] | None:
    """Return upper and lower headings joined, or None if the next row is no second row of them."""
    if at + 1 >= len(grid.rows):
        return None
    lower = row_texts(grid, at + 1)
    is_group = [bool(up) and any(
        upper[other] == up for other in (column - 1, column + 1) if 0 <= other < len(upper)
    ) for column, up in enumerate(upper)]  # fmt: skip
    required = [h.at for h in header.headings if h.key and schema.column(h.key).is_required]
    below = [lower[c] for c in required]
    if any(text and text != upper[c] and not is_exact(schema, text)
           for c, text in zip(required, below, strict=True)):  # fmt: skip
        return None
    new = [c for c, low in enumerate(lower) if low and low != upper[c]]
    if not new or any(_NUMBER.fullmatch(lower[c]) for c in new):
        return None
    if not any(is_group[c] or not upper[c] for c in new):
        return None
    is_alone = all(not up or is_group[c] or up == lower[c] for c, up in enumerate(upper))
    if not required and (len(new) < _MIN_KEYS or not is_alone):
        return None
    return [_joined(upper, lower, c, grid, at) for c in range(grid.width)]


def _joined(upper: list[str], lower: list[str], column: int, grid: Grid, at: int) -> str:
    up, low = upper[column], lower[column]
    if not up and low and (at, column) not in grid.fills:
        up = _open_group(upper, lower, column)
    return up if not low or low == up else f"{up}{BETWEEN}{low}" if up else low


def _open_group(upper: list[str], lower: list[str], column: int) -> str:
    """Return the upper heading to the left that reaches over this column though nobody merged."""
    at = column
    while at > 0 and not upper[at] and lower[at]:
        at -= 1
    return upper[at] if lower[at] else ""


def _likeliest(
    grid: Grid, schema: ListSchema, mapping: Mapping[str, str], start: int, end: int
) -> Header | None:
    """Return the row that looks most like headings, so that a person can say what they mean."""
    for at in range(start, end):
        texts = [text for text in row_texts(grid, at) if text]
        if len(set(texts)) >= max(_MIN_KEYS, round(grid.width * 0.6)) and not any(
            _NUMBER.fullmatch(text) for text in texts
        ):
            return assign(grid, schema, mapping, (at, at), row_texts(grid, at))
    return None
