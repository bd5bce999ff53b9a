"""Danh sách Gia đình văn hóa: households a village proposes after its list was open to comment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates, numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.forms import Form
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import Block, Column, OfficialDocument, Row, Table, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOUSEHOLD: Final = (
    Column("STT", 14, "center"),
    Column("Họ và tên chủ hộ", 52),
    Column("Địa chỉ", 34),
)
_MORE: Final = (
    (Column("Số nhân\u00a0khẩu", 28, "center"), "people"),
    (Column("Kết quả bình\u00a0xét", 26, "center"), "result"),
    (Column("Ghi chú", 30), "note"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CulturalHousehold:
    """One household on the list; columns nobody fills are left out."""

    head: str
    address: str = ""
    people: int | None = None
    result: str = ""
    """Votes or points, as the local rule counts them: "52/54", "96 điểm"."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CulturalFamilyListContext:
    """Facts of a village's list; the office is the village under its commune."""

    paper: Paper
    year: int
    households: tuple[CulturalHousehold, ...] = ()
    others: int
    """How many more households the village has; with those on the list they are all."""
    posted_from: dt.date | None = None
    posted_until: dt.date | None = None
    posted_at: str = ""
    comments: str = ""
    """What people said and how it was settled; a sentence of its own."""


def cultural_family_list(context: CulturalFamilyListContext) -> OfficialDocument:
    """Return the list (Decree 86/2023, summary of households with the result of the comments).

    Raises:
        DocumentError: nobody is on it.
    """
    if not context.households:
        raise DocumentError("Danh sách chưa có hộ gia đình nào; hãy thêm hộ đủ điều kiện.")
    paper = context.paper
    return unnumbered(
        paper.office,
        kind_name="DANH SÁCH TỔNG HỢP",
        abstract=(
            "Hộ gia đình đủ điều kiện đề nghị xét tặng danh hiệu “Gia đình văn hóa” "
            f"năm {context.year}"
        ),
        blocks=tuple(_body(context)),
        day=paper.date,
        marks=paper.marks,
        year=paper.year or context.year,
        signature=paper.signature,
    )


def _body(context: CulturalFamilyListContext) -> Iterator[Block]:
    count = len(context.households)
    total = count + context.others
    yield paragraph(
        f"{context.paper.office.name} có {numbers.grouped(total)} hộ gia đình; số hộ đủ điều kiện "
        f"đề nghị xét tặng là {numbers.two_digits(count)} hộ, đạt {numbers.percent(count, total)}."
    )
    if context.posted_from and context.posted_until:
        place = f" tại {context.posted_at}" if context.posted_at else ""
        yield paragraph(
            f"Danh sách đã được thông báo công khai{place} để lấy ý kiến người dân từ ngày "
            f"{dates.short_date(context.posted_from)} đến hết ngày "
            f"{dates.short_date(context.posted_until)}."
        )
    if context.comments:
        yield paragraph(f"Kết quả lấy ý kiến: {context.comments}")
    yield _table(context.households)
    yield paragraph(f"Danh sách này có {numbers.counted(count)} hộ gia đình./.")


def _table(households: tuple[CulturalHousehold, ...]) -> Table:
    used = [(column, name) for column, name in _MORE if any(getattr(h, name) for h in households)]
    rows = tuple(
        Row((str(at), one.head, one.address, *(str(getattr(one, name) or "") for _, name in used)))
        for at, one in enumerate(households, start=1)
    )
    return Table((*_HOUSEHOLD, *(column for column, _ in used)), rows)


KIND: Final = Kind(
    slug="cultural_family_list",
    name="Danh sách tổng hợp hộ đề nghị Gia đình văn hóa",
    context=CulturalFamilyListContext,
    build=cultural_family_list,
    forms=(
        Form(
            number="Mẫu số 02",
            instrument="Nghị định số 86/2023/NĐ-CP",
            since=dt.date(2024, 1, 30),
        ),
    ),
)
