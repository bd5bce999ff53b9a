"""Small pieces of a Word document that every part of it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vinhdanh.documents import layout as paper
from vinhdanh.documents import wordml
from vinhdanh.documents.wordml import Cell, Setting, TableRow

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

    from vinhdanh.documents.layout import Layout
    from vinhdanh.documents.marks import Stamp

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


def stamp(one: Stamp, layout: Layout, available: float) -> BaseOxmlElement:
    """Return a word in its frame, in the middle of a column of the given width."""
    ink = paper.STAMP_INK.removeprefix("#") if one.red else ""
    side = (available - one.width) / 2
    setting = Setting(
        align="center",
        left=side,
        right=side,
        exact=layout.stamp_height / MM_PER_POINT,
        frame=layout.stamp_line,
        is_double=one.double,
        ink=ink,
    )
    return wordml.paragraph((wordml.run(one.text, layout.stamp, bold=True, ink=ink),), setting)


def top_row(*cells: list[BaseOxmlElement]) -> TableRow:
    """Return a row of a grid without lines, its cells filled from the top."""
    return TableRow(cells=tuple(Cell(content=one or [spacer(1)], vertical="top") for one in cells))
