"""Phiếu giải quyết văn bản đến: who deals with an incoming document, until when."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import DOTS, said
from vinhdanh.documents.kinds.common import Office, fact
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import (
    Block,
    Heading,
    Level,
    OfficialDocument,
    Paragraph,
    Run,
    WritingLines,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """What one person of the three wrote, and when; empty is left for a pen."""

    name: str = ""
    text: str = ""
    written_on: dt.date | None = None


_BLANK: Final = Instruction()


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingSheetContext:
    """Facts of a sheet that goes with one incoming document."""

    office: Office
    document: str
    """Type, number, day, body and abstract: "Công văn số 512/SNV-TĐKT ngày … của … về …"."""
    arrived_on: dt.date
    arrival_number: int
    lead: str = ""
    """Unit or person in charge."""
    partners: str = ""
    due: dt.date | None = None
    leader: Instruction = _BLANK
    unit_head: Instruction = _BLANK
    handler: Instruction = _BLANK


def incoming_sheet(context: IncomingSheetContext) -> OfficialDocument:
    """Return the sheet in three parts (Decree 30/2020, Annex IV).

    Raises:
        DocumentError: it is due before the document arrived.
    """
    if context.due and context.due < context.arrived_on:
        raise DocumentError(
            "Thời hạn giải quyết đứng trước ngày văn bản đến; hãy sửa một trong hai ngày."
        )
    return unnumbered(
        context.office,
        kind_name="PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN",
        abstract="",
        blocks=tuple(_body(context)),
        day=context.arrived_on,
        is_dated=False,
    )


def _body(context: IncomingSheetContext) -> Iterator[Block]:
    yield fact("Văn bản", f"{context.document.rstrip('.')}.")
    day = dates.short_date(context.arrived_on)
    yield paragraph(f"Số đến: {context.arrival_number:02d}. Ngày đến: {day}.")
    yield Heading(Level.CLAUSE, "1.", "Ý kiến của lãnh đạo cơ quan")
    yield said("Đơn vị, cá nhân chủ trì", context.lead)
    yield said("Đơn vị, cá nhân phối hợp", context.partners)
    yield said("Thời hạn giải quyết", dates.short_date(context.due) if context.due else "")
    yield from _written(context.leader)
    yield Heading(Level.CLAUSE, "2.", "Ý kiến của người phụ trách đơn vị chủ trì")
    yield from _written(context.unit_head)
    yield Heading(Level.CLAUSE, "3.", "Ý kiến đề xuất của người giải quyết")
    yield from _written(context.handler)


def _written(one: Instruction) -> Iterator[Block]:
    if one.text:
        yield paragraph(one.text)
    else:
        yield WritingLines(_LINES)
    day = dates.issue_date(one.written_on)
    signed = Run(f"{day[:1].upper()}{day[1:]}; người ký: {one.name or DOTS * 2}", italic=True)
    yield Paragraph((signed,), align="right", indent=False)


KIND: Final = Kind(
    slug="incoming_sheet",
    name="Phiếu giải quyết văn bản đến",
    context=IncomingSheetContext,
    build=incoming_sheet,
)
