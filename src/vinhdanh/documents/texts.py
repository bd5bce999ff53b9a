"""The text of a document in reading order, for search, comparison and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents import layout
from vinhdanh.documents.model import (
    Block,
    GroupRow,
    Heading,
    Paragraph,
    Row,
    Signature,
    SignatureGrid,
    Table,
)
from vinhdanh.documents.printed import grid_rows, heading_lines, printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.documents.model import OfficialDocument
    from vinhdanh.documents.printed import Sheet


def document_text(document: OfficialDocument) -> list[str]:
    """Return the text of a document line by line, for search and comparison."""
    return sheet_text(printed(document))


def sheet_text(sheet: Sheet) -> list[str]:
    """Return every text of the sheet in reading order, the fixed phrases included."""
    lines = [*sheet.parent, *sheet.issuer, layout.NATION, layout.MOTTO, sheet.number]
    lines += [sheet.letter_subject, *(one.text for one in sheet.stamps)]
    lines += [sheet.place_date, sheet.kind_name, sheet.abstract]
    lines += [*sheet.addressees, sheet.authority_line, *sheet.bases, *_texts(sheet.blocks)]
    if sheet.recipients:
        lines += [layout.RECIPIENTS_WORD, *sheet.recipients]
    lines.append(sheet.drafter)
    if sheet.signature:
        lines += _signed(sheet.signature)
    for appendix in sheet.appendices:
        lines += [appendix.label, appendix.title, appendix.reference, *_texts(appendix.blocks)]
    lines.append(sheet.contact)
    return [line for line in lines if line]


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield from heading_lines(block)
            case Paragraph():
                yield " ".join(filter(None, (block.label, "".join(r.text for r in block.runs))))
            case Table():
                yield from _table_texts(block)
            case SignatureGrid():
                yield from _grid_texts(block)
            case _:
                pass


def _table_texts(table: Table) -> Iterator[str]:
    yield table.caption
    for head in table.head:
        yield from (cell.text for cell in head)
    if not table.rows:
        yield layout.EMPTY_TABLE
    for row in table.rows:
        match row:
            case GroupRow():
                yield row.text
            case Row():
                yield from row.cells


def _grid_texts(grid: SignatureGrid) -> Iterator[str]:
    """Row by row: first all positions, then all names."""
    for cells in grid_rows(grid):
        for one in cells:
            yield from _signed(one)[:-1]
        yield from (one.name for one in cells)


def _signed(signature: Signature) -> list[str]:
    return [signature.above, *signature.lines, signature.note, signature.name]
