"""The common form of every table of a list: rows of cells, each with the number a person sees."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TypeAlias

UNSOLVED = "#FORMULA!"
"""A formula whose result is not in the file."""
BROKEN = frozenset(
    {UNSOLVED, "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!"}
)
GridCell: TypeAlias = str | dt.date | None
"""Text or day; None where a merged neighbour covers the cell, empty where nothing is written."""


@dataclass(slots=True)
class GridRow:
    """One row of a sheet or table."""

    number: int
    cells: list[GridCell]
    is_hidden: bool = False
    old_font: str = ""
    """The old font this row alone was in before it was brought into Unicode."""


@dataclass(slots=True)
class Grid:
    """One sheet or table."""

    place: str
    """As a person would name it: “Trang tính “Danh sách””, “Bảng 2”."""
    rows: list[GridRow]
    spans: dict[tuple[int, int], int] = field(default_factory=dict)
    """How many columns a merged cell covers, by (index of row, column); only those over one."""
    fills: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Which cell says what a covered cell means, by (index of row, column)."""
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False
    can_continue: bool = False
    """Whether it may go on from the table before it (tables broken by a page)."""
    width: int = 0
    old_fonts: set[str] = field(default_factory=set)
    """Old fonts the text was in before it was brought into Unicode."""


@dataclass(slots=True)
class Source:
    """What a reader makes of a file."""

    grids: list[Grid]
    lines: list[str]
    """The text outside the tables, line by line, spaces kept."""


def text_of(cell: GridCell) -> str:
    """Return what a cell shows.

    >>> text_of(dt.date(1975, 3, 12)), text_of(None)
    ('12/03/1975', '')
    """
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    return cell or ""
