"""Bringing cells and whole tables typed in old fonts into Unicode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.lists.fonts import (
    font_of,
    guess_font,
    is_capital_font,
    reads_well,
    to_unicode,
)
from vinhdanh.kernel.text import nfc

if TYPE_CHECKING:
    from vinhdanh.intake.lists.fonts import OldFont
    from vinhdanh.intake.lists.grid import Grid, GridRow


def said_in_fonts(runs: tuple[tuple[str, str], ...], own: str) -> tuple[str, OldFont | None]:
    """Return a text whose pieces name their fonts, and the old font it was in.

    `own` is the font of the cell, for pieces that name none.
    """
    said: list[str] = []
    old = None
    for text, named in runs:
        font = font_of(named or own)
        piece = _piece(text, named or own, font) if font else text
        old = font if piece != text else old
        said.append(piece)
    return "".join(said), old


def _piece(text: str, name: str, font: OldFont) -> str:
    converted = text if text.isascii() else to_unicode(text, font)
    if converted != text and reads_well(text) and not reads_well(converted):
        return text
    return converted.upper() if is_capital_font(name) else converted


def convert_grid(grid: Grid) -> OldFont | None:
    """Bring a table into Unicode if its words read like an old font; tell which.

    Where the table as a whole does not, single rows may: they were copied from another file.
    """
    texts = [cell for row in grid.rows for cell in row.cells if isinstance(cell, str)]
    font = guess_font(texts)
    if font is None:
        for row in grid.rows:
            _convert_row(row)
        return None
    for row in grid.rows:
        row.cells = [
            to_unicode(cell, font) if isinstance(cell, str) and not cell.isascii() else cell
            for cell in row.cells
        ]
    return font


def _convert_row(row: GridRow) -> None:
    odd = [cell for cell in row.cells if isinstance(cell, str) and not _may_stay(cell)]
    font = guess_font(odd)
    if font is not None:
        row.old_font = font
        row.cells = [
            to_unicode(cell, font) if isinstance(cell, str) and cell in odd else cell
            for cell in row.cells
        ]


def _may_stay(cell: str) -> bool:
    return cell.isascii() or reads_well(cell)


def convert_lines(lines: list[str]) -> tuple[list[str], OldFont | None]:
    """Do the same with the text around the tables."""
    font = guess_font(lines)
    if font is None:
        return [nfc(line) for line in lines], None
    return [to_unicode(line, font) for line in lines], font
