"""Phiếu xử lý đơn: what a letter of a citizen is, and what is proposed to do with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import said
from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import (
    Block,
    Heading,
    Level,
    OfficialDocument,
    Signature,
    SignatureGrid,
    WritingLines,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES: Final = 3
_WITHHELD: Final = "được giữ bí mật, lưu tại hồ sơ riêng"


class PetitionKind(StrEnum):
    """What a letter is, whatever its writer calls it."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    PROPOSAL = "proposal"
    MIXED = "mixed"


class Handling(StrEnum):
    """What may be proposed."""

    ACCEPT = "accept"
    FORWARD = "forward"
    GUIDE = "guide"
    RETURN = "return"
    FILE = "file"


_KINDS: Final = {
    PetitionKind.COMPLAINT: "Đơn khiếu nại",
    PetitionKind.DENUNCIATION: "Đơn tố cáo",
    PetitionKind.PROPOSAL: "Đơn kiến nghị, phản ánh",
    PetitionKind.MIXED: "Đơn có nhiều nội dung khác nhau",
}
_HANDLINGS: Final = {
    Handling.ACCEPT: "Thụ lý, giải quyết theo thẩm quyền",
    Handling.FORWARD: "Chuyển đơn đến",
    Handling.GUIDE: "Hướng dẫn người gửi đơn đến",
    Handling.RETURN: "Trả lại đơn kèm văn bản nêu rõ lý do",
    Handling.FILE: "Lưu đơn",
}
_WITH_BODY: Final = (Handling.FORWARD, Handling.GUIDE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PetitionSheetContext:
    """Facts of a sheet. The paper's signature is the head's, who decides.

    Who writes a denunciation is not printed; sender and address may be empty then.
    """

    paper: Paper
    received_on: dt.date
    number: str = ""
    """In the book of letters received: "07"."""
    written_on: dt.date | None = None
    sender: str = ""
    address: str = ""
    kind: PetitionKind
    summary: str
    documents: tuple[str, ...] = ()
    earlier: str = ""
    """Who has settled it before, by which paper."""
    competence: str
    """Who may settle it: "Chủ tịch Ủy ban nhân dân xã"."""
    handling: Handling
    body: str = ""
    """Whom it is forwarded to, or where the writer is sent."""
    reason: str
    due: dt.date | None = None
    opinion: str = ""
    """The head's; lines to write on where it is empty."""
    handler: str = ""


def petition_sheet(context: PetitionSheetContext) -> OfficialDocument:
    """Return the sheet, an internal paper without number.

    Raises:
        DocumentError: the writer or the body the letter goes to is missing.
    """
    _check(context)
    paper = context.paper
    handler = Signature(("NGƯỜI XỬ LÝ ĐƠN",), context.handler, note="(Ký, ghi rõ họ tên)")
    return unnumbered(
        paper.office,
        kind_name="PHIẾU XỬ LÝ ĐƠN",
        abstract="",
        blocks=(*_body(context), SignatureGrid((handler, paper.signature))),
        day=paper.date,
        marks=paper.marks,
        year=paper.year or context.received_on.year,
    )


def _check(context: PetitionSheetContext) -> None:
    if not context.sender and context.kind is not PetitionKind.DENUNCIATION:
        raise DocumentError("Phiếu xử lý đơn chưa có họ tên người gửi đơn (sender); hãy nhập.")
    if not context.body and context.handling in _WITH_BODY:
        raise DocumentError(
            "Đề xuất chuyển đơn hoặc hướng dẫn cần tên cơ quan có thẩm quyền (body); hãy nhập."
        )
    if context.due and context.due < context.received_on:
        raise DocumentError("Hạn xử lý đơn đứng trước ngày nhận đơn; hãy sửa một trong hai ngày.")


def _body(context: PetitionSheetContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "I.", "THÔNG TIN VỀ ĐƠN")
    number = f", số {context.number} trong Sổ tiếp nhận đơn" if context.number else ""
    written = dates.short_date(context.written_on) if context.written_on else ""
    dated = f"; đơn đề ngày {written}" if written else ""
    yield said("Ngày nhận", f"{dates.short_date(context.received_on)}{number}{dated}")
    if context.kind is PetitionKind.DENUNCIATION:
        yield said("Họ tên, địa chỉ người tố cáo", _WITHHELD)
    else:
        yield said("Người gửi đơn", context.sender)
        yield said("Địa chỉ", context.address)
    yield said("Loại đơn", _KINDS[context.kind])
    yield said("Tóm tắt nội dung", context.summary)
    yield said("Tài liệu kèm theo", "; ".join(context.documents) or "Không có")
    yield said("Cơ quan đã giải quyết", context.earlier or "Chưa có cơ quan nào giải quyết")
    yield Heading(Level.SECTION, "II.", "ĐỀ XUẤT XỬ LÝ")
    yield said("Thẩm quyền giải quyết", context.competence)
    yield said("Hướng xử lý", " ".join(filter(None, (_HANDLINGS[context.handling], context.body))))
    yield said("Lý do", context.reason)
    if context.due:
        yield said("Thời hạn", f"chậm nhất ngày {dates.short_date(context.due)}")
    yield Heading(Level.SECTION, "III.", "Ý KIẾN CỦA LÃNH ĐẠO")
    yield paragraph(context.opinion) if context.opinion else WritingLines(_LINES)


KIND: Final = Kind(
    slug="petition_sheet",
    name="Phiếu xử lý đơn",
    context=PetitionSheetContext,
    build=petition_sheet,
)
