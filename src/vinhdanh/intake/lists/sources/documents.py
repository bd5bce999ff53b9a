"""Word and PDF files: the blocks of the plan readers, their tables as grids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.blocks import Line, Table
from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.lists.grid import Grid, GridRow, Source
from vinhdanh.intake.lists.sources.spaced import spaced_grids
from vinhdanh.intake.sources.docx import read_docx
from vinhdanh.intake.sources.pdf import read_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from vinhdanh.intake.blocks import Block

_MAX_CELLS = 300_000


def read_word(data: bytes, name: str) -> Source:
    """Return the tables of a Word file and the text around them."""
    return _source(_blocks(read_docx, data, name), name, _across)


def read_printed(data: bytes, name: str) -> Source:
    """Return the tables of a PDF, ruled or laid out with spaces, and the text around them."""
    source = _source(_blocks(read_pdf, data, name), name, _across_and_down)
    if not source.grids:
        source.grids = spaced_grids(source.lines)
    return source


def _blocks(read: Callable[[bytes, str], list[Block]], data: bytes, name: str) -> list[Block]:
    try:
        return read(data, name)
    except UnreadableFileError as error:
        # The readers were written for plans and say so.
        raise UnreadableFileError(str(error).replace("kế hoạch", "danh sách")) from error


def _source(blocks: list[Block], name: str, cover: Callable[[Grid], None]) -> Source:
    grids: list[Grid] = []
    lines: list[str] = []
    cells = 0
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block.text)
            continue
        cells += sum(map(len, block.rows))
        if cells > _MAX_CELLS:
            raise UnreadableFileError(
                f"Tệp “{name}” có bảng quá lớn; hãy tách thành nhiều tệp nhỏ hơn rồi tải lên lại."
            )
        grid = _grid(block, len(grids) + 1, cover)
        if grid.width > 2:  # noqa: PLR2004 - letterheads and signatures stand in two columns
            grids.append(grid)
        else:
            lines.extend(_texts(block))
    return Source(grids, lines)


def _texts(table: Table) -> list[str]:
    """Return a table used for layout as lines: the left column, then the right one."""
    width = max(map(len, table.rows), default=0)
    return [
        line
        for at in range(width)
        for row in table.rows
        if at < len(row)
        for line in (row[at] or "").split("\n")
    ]


def _grid(table: Table, number: int, cover: Callable[[Grid], None]) -> Grid:
    rows = [GridRow(at, list(row)) for at, row in enumerate(table.rows, 1)]
    grid = Grid(f"Bảng {number}", rows, can_continue=True)
    grid.width = max(map(len, table.rows), default=0)
    cover(grid)
    return grid


def _across(grid: Grid) -> None:
    """Word: a cell without text of its own belongs to the one on its left."""
    for at in range(len(grid.rows)):
        _cover_left(grid, at)


def _across_and_down(grid: Grid) -> None:
    """PDF: it belongs to the one above, except in a row of a single cell and in the first row."""
    for at, row in enumerate(grid.rows):
        filled = sum(cell is not None for cell in row.cells)
        if at == 0 or (filled == 1 and row.cells[0] is not None):
            _cover_left(grid, at)
            continue
        for column, cell in enumerate(row.cells):
            above = grid.rows[at - 1].cells
            if cell is None and column < len(above):
                origin = grid.fills.get((at - 1, column), (at - 1, column))
                grid.fills[at, column] = origin


def _cover_left(grid: Grid, at: int) -> None:
    first = 0
    for column, cell in enumerate(grid.rows[at].cells):
        if cell is not None:
            first = column
        elif column > first:
            grid.spans[at, first] = column - first + 1
            grid.fills[at, column] = (at, first)
