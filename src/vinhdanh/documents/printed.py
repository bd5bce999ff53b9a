"""From the model to the lines on paper: what both renderers print, word for word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates, numbers
from vinhdanh.documents.cleaning import cleaned
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.holding import held
from vinhdanh.documents.marks import Stamp, contact_line, drafter_mark, stamps
from vinhdanh.documents.model import (
    Appendix,
    Block,
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
    SignatureGrid,
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
    "marks": "độ khẩn, người soạn thảo, địa chỉ liên hệ",
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
    landscape: bool
    framed: bool
    stamps: tuple[Stamp, ...]
    drafter: str
    contact: str


def printed(document: OfficialDocument) -> Sheet:
    """Return the lines of a document as they go on paper.

    Raises:
        DocumentError: the text holds a character that cannot be printed, or marks without room.
    """
    doc = cleaned(document, PLACES)
    is_letter = not doc.kind_name
    words = stamps(doc.marks)
    if words and not doc.header:
        raise DocumentError(
            f"Văn bản không có tên cơ quan ban hành nên không có chỗ cho dấu “{words[0].text}”; "
            "hãy bỏ dấu hoặc ghi tên cơ quan."
        )
    return Sheet(
        parent=doc.header.parent if doc.header else (),
        issuer=doc.header.issuer if doc.header else (),
        number=f"Số: {numbers.document_number(doc.number, doc.symbol)}" if doc.symbol else "",
        letter_subject=f"V/v {doc.abstract}" if is_letter else "",
        place_date=f"{doc.place}, {dates.issue_date(doc.date, doc.year)}" if doc.place else "",
        kind_name=doc.kind_name,
        abstract="" if is_letter else doc.abstract,
        authority_line=doc.authority_line,
        addressees=addressee_lines(doc.addressees),
        bases=punctuated(doc.bases),
        blocks=held(_opened(doc.blocks), landscape=doc.landscape),
        signature=doc.signature,
        recipients=recipient_lines(doc.recipients),
        appendices=tuple(_appendix(one) for one in doc.appendices),
        landscape=doc.landscape,
        framed=doc.framed,
        stamps=words,
        drafter=drafter_mark(doc.marks),
        contact=contact_line(doc.marks.contact),
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


def head_rows(table: Table) -> tuple[tuple[HeadCell, ...], ...]:
    """Return the head of a table, made of the column titles where none is given."""
    return table.head or (tuple(HeadCell(column.title) for column in table.columns),)


def _appendix(one: Appendix) -> Appendix:
    return replace(one, blocks=held(_opened(one.blocks), landscape=one.landscape, to_foot=False))


def _opened(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(part for block in blocks for part in _parts(block))


def _parts(block: Block) -> Iterator[Block]:
    if isinstance(block, ItemList):
        for at, item in enumerate(block.items, start=1):
            yield Paragraph(runs=(Run(item),), label=_mark(block.marker, at))
    elif isinstance(block, Table):
        yield replace(_even(block), head=head_rows(block))
    else:
        yield block


def _even(table: Table) -> Table:
    """Refuse a row that has not one cell for every column."""
    wanted = len(table.columns)
    for at, row in enumerate(table.rows, start=1):
        if isinstance(row, Row) and len(row.cells) != wanted:
            name = f" “{table.caption}”" if table.caption else ""
            raise DocumentError(
                f"Dòng {at} của bảng{name} có {len(row.cells)} ô, trong khi bảng có {wanted} cột; "
                "hãy sửa cho khớp."
            )
    return table


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


def grid_rows(grid: SignatureGrid) -> tuple[tuple[Signature, ...], ...]:
    """Return the signatures row by row."""
    starts = range(0, len(grid.cells), grid.columns)
    return tuple(grid.cells[at : at + grid.columns] for at in starts)
