"""Signatures and recipients in Word, held together on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents import layout as paper
from vinhdanh.documents import wordml
from vinhdanh.documents.docx_pieces import MM_PER_POINT, line, spacer, top_row
from vinhdanh.documents.printed import grid_rows
from vinhdanh.documents.wordml import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from vinhdanh.documents.layout import Layout
    from vinhdanh.documents.model import Signature, SignatureGrid
    from vinhdanh.documents.printed import Sheet


def sheet_foot(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    """Write recipients to the left and the signature to the right, never torn apart."""
    if not (sheet.signature or sheet.recipients or sheet.drafter):
        return
    yield spacer(8, keep_next=True)
    half = layout.text_width / 2
    signed = list(_signed(sheet.signature, layout)) if sheet.signature else []
    yield wordml.table((half, half), [top_row(list(_recipients(sheet, layout)), signed)])


def signature_grid(block: SignatureGrid, layout: Layout) -> Iterator[BaseOxmlElement]:
    """Write signatures row by row; the names of a row stand on one line."""
    width = layout.text_width / block.columns
    every = grid_rows(block)
    for at, cells in enumerate(every, start=1):
        keep = at == len(every) - 1 or (at == len(every) and block.with_next)
        blank: list[list[BaseOxmlElement]] = [[] for _ in range(block.columns - len(cells))]
        dated = any(one.above for one in cells)
        positions = [list(_position(one, layout, dated=dated)) for one in cells]
        names = [[_name(one, layout, keep_next=keep)] for one in cells]
        rows = [top_row(*positions, *blank), top_row(*names, *blank)]
        yield spacer(8, keep_next=True)
        yield wordml.table([width] * block.columns, rows)


def _signed(signature: Signature, layout: Layout) -> Iterator[BaseOxmlElement]:
    yield from _position(signature, layout)
    yield _name(signature, layout)


def _position(
    signature: Signature, layout: Layout, *, dated: bool = False
) -> Iterator[BaseOxmlElement]:
    """Write the lines over a name; beside one with a date, the others leave that line free."""
    if signature.above or dated:
        yield line(signature.above, layout.signature, italic=True, keep_next=True)
    for text in signature.lines:
        yield line(text, layout.signature, bold=True, keep_next=True)
    if signature.note:
        yield line(signature.note, layout.signature_note, italic=True, keep_next=True)


def _name(signature: Signature, layout: Layout, *, keep_next: bool = False) -> BaseOxmlElement:
    room = layout.signature_space / MM_PER_POINT
    run = wordml.run(signature.name, layout.signature, bold=True)
    return wordml.paragraph((run,), Setting(align="center", before=room, keep_next=keep_next))


def _recipients(sheet: Sheet, layout: Layout) -> Iterator[BaseOxmlElement]:
    if sheet.recipients:
        word = wordml.run(paper.RECIPIENTS_WORD, layout.recipients_word, bold=True, italic=True)
        yield wordml.paragraph((word,), Setting())
    for text in sheet.recipients:
        yield wordml.paragraph((wordml.run(text, layout.recipients),), Setting())
    if sheet.drafter:
        yield wordml.paragraph((wordml.run(sheet.drafter, layout.drafter),), Setting())
