"""Small pieces of a Word document that every part of it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vinhdanh.documents import wordml
from vinhdanh.documents.wordml import Cell, Setting, TableRow

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

CENTRED: Final = Setting(align="center")
MM_PER_POINT: Final = 25.4 / 72


def spacer(points: float, *, keep_next: bool = False) -> BaseOxmlElement:
    """Return an empty paragraph of a height in points."""
    return wordml.paragraph((wordml.run("", 1),), Setting(exact=points, keep_next=keep_next))


def line(
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: str = "center",
    keep_next: bool = False,
) -> BaseOxmlElement:
    """Return a line of text in one style."""
    run = wordml.run(text, size, bold=bold, italic=italic)
    return wordml.paragraph((run,), Setting(align=align, keep_next=keep_next))


def top_row(*cells: list[BaseOxmlElement]) -> TableRow:
    """Return a row of a grid without lines, its cells filled from the top."""
    return TableRow(cells=tuple(Cell(content=one or [spacer(1)], vertical="top") for one in cells))
