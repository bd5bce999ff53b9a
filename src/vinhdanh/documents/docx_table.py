"""Tables of a document in Word: repeated heads, rows that do not split, group rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vinhdanh.documents import layout as paper
from vinhdanh.documents import wordml
from vinhdanh.documents.model import GroupRow, HeadCell, Row, Table
from vinhdanh.documents.wordml import Cell, Setting, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from vinhdanh.documents.layout import Layout

_LONG_CELL: Final = 900
_HELD: Final = 2
"""Last rows that stay with the signatures."""


def ruled_table(block: Table, layout: Layout, width: float) -> BaseOxmlElement:
    """Return a ruled table as wide as asked, with its head repeated on every page."""
    total = sum(column.width for column in block.columns)
    widths = [column.width / total * width for column in block.columns]
    rows = [*_head(block, layout), *_body(block, layout)]
    return wordml.table(widths, rows, line=layout.table_line, padding=layout.cell_padding)


def _text(
    text: str, layout: Layout, align: str, *, bold: bool = False, keep: bool = False
) -> list[BaseOxmlElement]:
    setting = Setting(align=align, keep_next=keep)
    return [wordml.paragraph((wordml.run(text, layout.table_text, bold=bold),), setting)]


def _head(block: Table, layout: Layout) -> Iterator[TableRow]:
    """Open spans over rows into merged cells, row by row."""
    waiting: dict[int, int] = {}
    for head in block.head:
        cells: list[Cell] = []
        queue = list(head)
        at = 0
        while at < len(block.columns):
            if waiting.get(at):
                waiting[at] -= 1
                cells.append(Cell(content=_text("", layout, "center"), merge="continue"))
                at += 1
                continue
            one = queue.pop(0) if queue else HeadCell("")
            cells.append(_head_cell(one, layout))
            waiting.update({at + step: one.rows - 1 for step in range(one.columns)})
            at += one.columns
        yield TableRow(cells=cells, head=True)


def _head_cell(one: HeadCell, layout: Layout) -> Cell:
    content = _text(one.text, layout, "center", bold=True, keep=True)
    return Cell(content=content, columns=one.columns, merge="restart" if one.rows > 1 else "")


def _body(block: Table, layout: Layout) -> Iterator[TableRow]:
    span = len(block.columns)
    if not block.rows:
        content = _text(paper.EMPTY_TABLE, layout, "center", keep=block.with_next)
        yield TableRow(cells=[Cell(content=content, columns=span)])
    held = len(block.rows) - _HELD
    for at, row in enumerate(block.rows):
        if isinstance(row, GroupRow):
            content = _text(row.text, layout, "left", bold=True, keep=True)
            yield TableRow(cells=[Cell(content=content, columns=span)])
        else:
            yield _row(row, block, layout, keep=block.with_next and at >= held)


def _row(row: Row, block: Table, layout: Layout, *, keep: bool) -> TableRow:
    cells = [
        Cell(content=_text(text, layout, column.align, bold=row.bold, keep=keep))
        for text, column in zip(row.cells, block.columns, strict=True)
    ]
    return TableRow(
        cells=cells,
        may_split=any(len(text) > _LONG_CELL for text in row.cells),
        height=0 if row.bold else block.row_height,
    )
