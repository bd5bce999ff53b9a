"""The registers of a year as rows: the columns of Decree 30/2020/NĐ-CP, Annex IV."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.records.enums import DocumentState, IncomingState, KeptState

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.records.models import IncomingDocument, KeptNumber, OfficialDocument

Cell = str | int | dt.date | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its title and its width in characters."""

    title: str
    width: int


OUTGOING = (
    Heading("Số, ký hiệu văn bản", 16),
    Heading("Ngày tháng văn bản", 12),
    Heading("Tên loại và trích yếu nội dung văn bản", 48),
    Heading("Người ký", 20),
    Heading("Nơi nhận văn bản", 32),
    Heading("Đơn vị, người nhận bản lưu", 18),
    Heading("Số lượng bản", 9),
    Heading("Ngày chuyển", 12),
    Heading("Ký nhận", 14),
    Heading("Ghi chú", 28),
)
INCOMING = (
    Heading("Ngày đến", 12),
    Heading("Số đến", 8),
    Heading("Tác giả", 28),
    Heading("Số, ký hiệu văn bản", 18),
    Heading("Ngày tháng văn bản", 12),
    Heading("Tên loại và trích yếu nội dung văn bản", 48),
    Heading("Đơn vị hoặc người nhận", 26),
    Heading("Ngày chuyển", 12),
    Heading("Ký nhận", 14),
    Heading("Ghi chú", 28),
)
HANDLING = (
    Heading("Số đến", 8),
    Heading("Tên loại, số và ký hiệu, ngày tháng, tác giả văn bản", 48),
    Heading("Đơn vị hoặc người nhận", 26),
    Heading("Thời hạn giải quyết", 12),
    Heading("Tiến độ giải quyết", 22),
    Heading("Số, ký hiệu văn bản trả lời", 20),
    Heading("Ghi chú", 32),
)


def outgoing_row(document: OfficialDocument) -> tuple[Cell, ...]:
    """Return the line of an issued document; `sent` and `read` come from `with_readers`."""
    sent_to = sorted(document.receipts.all(), key=lambda receipt: receipt.pk)
    units = [receipt.unit.name for receipt in sent_to]
    others = document.other_recipients
    sent, read = getattr(document, "sent", 0), getattr(document, "read", 0)
    return (
        document.code,
        document.issued_on,
        f"{document.get_kind_display()}: {document.abstract}",
        document.signer_name,
        "; ".join([*units, *([others] if others else [])]),
        document.archive_holder or "Văn thư",
        document.copies,
        document.sent_on or (document.issued_on if sent else None),
        f"{read}/{sent} nơi đã đọc" if sent else "",
        "; ".join(filter(None, (_standing(document), document.note))),
    )


def kept_row(kept: KeptNumber) -> tuple[Cell, ...]:
    """Return the line of a number that no document uses."""
    cancelled = kept.state == KeptState.CANCELLED
    told = f"Số hủy: {kept.cancel_note}" if cancelled else f"Số để dành: {kept.note}"
    return (str(kept), kept.kept_on, "", "", "", "", None, None, "", told)


def outgoing_rows(
    documents: Iterable[OfficialDocument], kept: Iterable[KeptNumber]
) -> Iterator[tuple[Cell, ...]]:
    """Return the register in the order of its series and numbers, one line at a time.

    Args:
        documents: ordered by symbol and number.
        kept: numbers without a document, in the same order.
    """
    spare = list(kept)
    for document in documents:
        here = (document.symbol, document.number or 0)
        while spare and (spare[0].series.symbol, spare[0].number) < here:
            yield kept_row(spare.pop(0))
        yield outgoing_row(document)
    yield from map(kept_row, spare)


def incoming_row(document: IncomingDocument) -> tuple[Cell, ...]:
    """Return the line of an incoming document."""
    return (
        document.arrived_on,
        document.arrival_number,
        document.author,
        document.code,
        document.issued_on,
        f"{document.kind_name}: {document.abstract}",
        document.handled_by,
        document.forwarded_on,
        "đã nhận" if document.forwarded_on else "",
        document.note,
    )


def handling_row(document: IncomingDocument) -> tuple[Cell, ...]:
    """Return the line of the handling of an incoming document."""
    day = f" ngày {document.issued_on:%d/%m/%Y}" if document.issued_on else ""
    done = f" ngày {document.finished_on:%d/%m/%Y}" if document.finished_on else ""
    return (
        document.arrival_number,
        f"{document.kind_name} {document.code}{day} của {document.author}: {document.abstract}",
        document.handled_by,
        document.due_on,
        f"{IncomingState(document.state).label}{done}",
        document.answer.code if document.answer else "",
        "; ".join(filter(None, (document.outcome, document.note))),
    )


def _standing(document: OfficialDocument) -> str:
    if document.state == DocumentState.ISSUED:
        return ""
    by = f" ({document.changed_by.code})" if document.changed_by else ""
    return f"{DocumentState(document.state).label}{by}"
