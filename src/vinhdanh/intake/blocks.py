"""The common form that every file reader produces: lines and tables, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Cell: TypeAlias = str | None
"""Text of a cell; None where a merged neighbour covers it, empty where nothing is written."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, spaces kept, since they may be columns."""

    text: str
    is_fresh: bool = False
    """Certain to begin a paragraph (Word paragraph, end of a bold heading, table cell)."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose cells are known."""

    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Line | Table


def flatten_table(table: Table) -> list[Line]:
    """Return the cells of a layout table as lines, row by row and cell by cell."""
    lines: list[Line] = []
    for row in table.rows:
        for cell in row:
            if cell:
                lines.extend(Line(part, is_fresh=True) for part in cell.split("\n"))
            if cell is not None:
                lines.append(Line("", is_fresh=True))
    return lines
