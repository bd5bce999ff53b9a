"""Thông báo kết luận: what the chair of a Council session concluded, and who does what."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Clause, Paper, clause_blocks, closed
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.model import Block, Column, OfficialDocument, Row, Table, paragraph
from vinhdanh.kernel.text import initial_capital

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS: Final = (
    Column("STT", 12, "center"),
    Column("Nhiệm vụ", 68),
    Column("Chủ trì", 32),
    Column("Phối hợp", 30),
    Column("Thời hạn", 26, "center"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One thing to do, who leads, who helps, until when."""

    content: str
    lead: str
    partners: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionNoticeContext:
    """Facts of a notice. chair is written with the post: "Hoàng Đức Thịnh, Chủ tịch Hội đồng"."""

    paper: Paper
    subject: str
    """Abstract: "Kết luận của Chủ tịch Hội đồng … tại phiên họp xét khen thưởng năm 2024"."""
    held_on: dt.date
    venue: str
    agenda: str
    """What the session dealt with: "xét khen thưởng tổng kết năm 2024"."""
    chair: str
    attendance: str = ""
    """Who took part, as it follows "Dự họp có": "06/07 thành viên Hội đồng"."""
    conclusions: tuple[Clause, ...]
    assignments: tuple[Assignment, ...] = ()


def conclusion_notice(context: ConclusionNoticeContext) -> OfficialDocument:
    """Return the notice (Decree 30/2020, Annex III, sample 1.4).

    Raises:
        DocumentError: nothing was concluded.
    """
    if not context.conclusions:
        raise DocumentError("Thông báo chưa có nội dung kết luận nào; hãy nhập kết luận.")
    return issued(
        context.paper,
        code="TB",
        kind_name="THÔNG BÁO",
        abstract=context.subject,
        blocks=closed(tuple(_body(context))),
    )


def _body(context: ConclusionNoticeContext) -> Iterator[Block]:
    name = context.paper.office.name
    attendance = f" Dự họp có {context.attendance.rstrip('.')}." if context.attendance else ""
    yield paragraph(
        f"{initial_capital(dates.long_date(context.held_on))}, tại {context.venue}, {name} họp "
        f"{context.agenda} do {context.chair} chủ trì.{attendance}"
    )
    yield paragraph(
        "Sau khi nghe báo cáo và ý kiến thảo luận của các thành viên, chủ trì phiên họp kết luận "
        "như sau:"
    )
    yield from clause_blocks(context.conclusions, depth=1)
    if context.assignments:
        yield Table(_COLUMNS, tuple(_rows(context)), caption="Phân công thực hiện")
    yield paragraph(
        f"{name} thông báo để các thành viên Hội đồng, cơ quan, đơn vị liên quan biết, thực hiện"
    )


def _rows(context: ConclusionNoticeContext) -> Iterator[Row]:
    for at, one in enumerate(context.assignments, start=1):
        yield Row((str(at), one.content, one.lead, one.partners, one.due))


KIND: Final = Kind(
    slug="conclusion_notice",
    name="Thông báo kết luận họp Hội đồng",
    context=ConclusionNoticeContext,
    build=conclusion_notice,
)
