"""Phiếu lấy ý kiến: the written opinion of a member who does not come to the session."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.ballot import Candidate, vote_table
from vinhdanh.documents.kinds.common import Office, fact
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import (
    Block,
    OfficialDocument,
    Signature,
    WritingLines,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionSheetContext:
    """Facts of a sheet; only the member signs it."""

    office: Office
    date: dt.date
    subject: str
    """Second line of the title: "Xét tặng danh hiệu thi đua, Giấy khen năm 2024"."""
    salutation: str = "Đồng chí"
    member: str
    post: str
    session: str
    """"phiên họp ngày 05 tháng 12 năm 2024"."""
    candidates: tuple[Candidate, ...]
    enclosures: tuple[str, ...] = ()
    return_to: str
    due: dt.datetime


def opinion_sheet(context: OpinionSheetContext) -> OfficialDocument:
    """Return the sheet, which carries the member's name and signature, unlike a ballot.

    Raises:
        DocumentError: there is nobody to give an opinion on.
    """
    if not context.candidates:
        raise DocumentError("Phiếu lấy ý kiến chưa có trường hợp nào; hãy thêm người được xét.")
    member = Signature(("NGƯỜI CHO Ý KIẾN",), context.member, note="(Ký, ghi rõ họ tên)")
    return unnumbered(
        context.office,
        kind_name="PHIẾU LẤY Ý KIẾN",
        abstract=context.subject,
        addressees=(f"{context.salutation} {context.member}, {context.post}",),
        blocks=tuple(_body(context)),
        day=context.date,
        signature=member,
    )


def _body(context: OpinionSheetContext) -> Iterator[Block]:
    yield paragraph(
        f"{context.office.name} xin ý kiến {context.salutation.lower()} về các trường hợp trình "
        f"tại {context.session}. Đánh dấu X vào một trong hai ô của từng trường hợp:"
    )
    yield vote_table(context.candidates)
    yield fact("Ý kiến khác (nếu có)", "")
    yield WritingLines(_LINES)
    if context.enclosures:
        yield fact("Tài liệu gửi kèm", f"{'; '.join(context.enclosures)}.")
    due = f"{dates.clock(context.due.time())} ngày {dates.short_date(context.due.date())}"
    yield paragraph(f"Phiếu gửi về {context.return_to} trước {due}.")


KIND: Final = Kind(
    slug="opinion_sheet",
    name="Phiếu lấy ý kiến thành viên Hội đồng vắng mặt",
    context=OpinionSheetContext,
    build=opinion_sheet,
)
