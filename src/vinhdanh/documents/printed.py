"""From the model to the lines on paper: what both renderers print, word for word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates, layout, numbers
from vinhdanh.documents.cleaning import cleaned
from vinhdanh.documents.model import (
    Appendix,
    Block,
    GroupRow,
    HeadCell,
    Heading,
    ItemList,
    Level,
    Marker,
    OfficialDocument,
    Paragraph,
    Row,
    Run,
    Signature,
    SignatureColumns,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

PLACES: Final = {
    "header": "tên cơ quan ban hành",
    "symbol": "số, ký hiệu",
    "place": "địa danh",
    "kind_name": "tên loại văn bản",
    "abstract": "trích yếu",
    "authority_line": "thẩm quyền ban hành",
    "addressees": "kính gửi",
    "bases": "căn cứ",
    "blocks": "nội dung",
    "rows": "bảng",
    "signature": "người ký",
    "recipients": "nơi nhận",
    "appendices": "phụ lục",
}
_ENDS: Final = " .;,"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document with every derived line written out and lists opened into paragraphs."""

    parent: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    letter_subject: str
    place_date: str
    kind_name: str
    abstract: str
    authority_line: str
    addressees: tuple[str, ...]
    bases: tuple[str, ...]
    blocks: tuple[Block, ...]
    signature: Signature | None
    recipients: tuple[str, ...]
    appendices: tuple[Appendix, ...]


def printed(document: OfficialDocument) -> Sheet:
    """Return the lines of a document as they go on paper.

    Raises:
        DocumentError: the text holds a character that cannot be printed.
    """
    doc = cleaned(document, PLACES)
    is_letter = not doc.kind_name
    return Sheet(
        parent=doc.header.parent,
        issuer=doc.header.issuer,
        number=f"Số: {numbers.document_number(doc.number, doc.symbol)}",
        letter_subject=f"V/v {doc.abstract}" if is_letter else "",
        place_date=f"{doc.place}, {dates.issue_date(doc.date, doc.year)}",
        kind_name=doc.kind_name,
        abstract="" if is_letter else doc.abstract,
        authority_line=doc.authority_line,
        addressees=addressee_lines(doc.addressees),
        bases=punctuated(doc.bases),
        blocks=_held(_opened(doc.blocks)),
        signature=doc.signature,
        recipients=recipient_lines(doc.recipients),
        appendices=tuple(replace(one, blocks=_opened(one.blocks)) for one in doc.appendices),
    )


def punctuated(lines: tuple[str, ...], *, before: str = "") -> tuple[str, ...]:
    """End every line with ";" and the last with "." (Annex I, II.6.a and II.9.d)."""
    last = len(lines) - 1
    return tuple(
        f"{before}{line.rstrip(_ENDS)}{'.' if at == last else ';'}" for at, line in enumerate(lines)
    )


def recipient_lines(recipients: tuple[str, ...]) -> tuple[str, ...]:
    """Return the list under "Nơi nhận:", one dashed line each."""
    return punctuated(recipients, before="- ")


def addressee_lines(addressees: tuple[str, ...]) -> tuple[str, ...]:
    """Return "Kính gửi: X" on one line, or the word alone and a dashed list."""
    if len(addressees) > 1:
        return ("Kính gửi:", *punctuated(addressees, before="- "))
    return tuple(f"Kính gửi: {one.rstrip(_ENDS)}" for one in addressees)


def sheet_text(sheet: Sheet) -> list[str]:
    """Return every text of the sheet in reading order, the fixed phrases included."""
    lines = [*sheet.parent, *sheet.issuer, layout.NATION, layout.MOTTO, sheet.number]
    lines += [sheet.letter_subject, sheet.place_date, sheet.kind_name, sheet.abstract]
    lines += [*sheet.addressees, sheet.authority_line, *sheet.bases, *_texts(sheet.blocks)]
    if sheet.recipients:
        lines += [layout.RECIPIENTS_WORD, *sheet.recipients]
    if sheet.signature:
        lines += [*sheet.signature.lines, sheet.signature.name]
    for appendix in sheet.appendices:
        lines += [appendix.label, appendix.title, appendix.reference, *_texts(appendix.blocks)]
    return [line for line in lines if line]


def document_text(document: OfficialDocument) -> list[str]:
    """Return the text of a document line by line, for search and comparison."""
    return sheet_text(printed(document))


def head_rows(table: Table) -> tuple[tuple[HeadCell, ...], ...]:
    """Return the head of a table, made of the column titles where none is given."""
    return table.head or (tuple(HeadCell(column.title) for column in table.columns),)


def _opened(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(part for block in blocks for part in _parts(block))


def _held(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Hold the last paragraph to the signature, which never stands alone on a page."""
    last = len(blocks) - 1
    return tuple(
        replace(block, with_next=True)
        if isinstance(block, Paragraph)
        and (at == last or isinstance(blocks[at + 1], SignatureColumns))
        else block
        for at, block in enumerate(blocks)
    )


def _parts(block: Block) -> Iterator[Block]:
    if isinstance(block, ItemList):
        for at, item in enumerate(block.items, start=1):
            yield Paragraph(runs=(Run(item),), label=_mark(block.marker, at))
    elif isinstance(block, Table):
        yield replace(block, head=head_rows(block))
    else:
        yield block


def _mark(marker: Marker, position: int) -> str:
    match marker:
        case Marker.DASH:
            return "-"
        case Marker.NUMBER:
            return f"{position}."
        case Marker.LETTER:
            return f"{numbers.point_letter(position)})"
        case Marker.NONE:
            return ""


def heading_lines(heading: Heading) -> tuple[str, ...]:
    """Return a heading as it reads: two lines for a part, one for the rest."""
    if heading.level is Level.PART:
        return tuple(line for line in (heading.number, heading.text) if line)
    return (f"{heading.number} {heading.text}".strip(),)


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield from heading_lines(block)
            case Paragraph():
                yield " ".join(filter(None, (block.label, "".join(r.text for r in block.runs))))
            case Table():
                yield from _table_texts(block)
            case SignatureColumns():
                yield from (*block.left.lines, *block.right.lines)
                yield from (block.left.name, block.right.name)
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
