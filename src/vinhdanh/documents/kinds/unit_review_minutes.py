"""Biên bản bình xét thi đua: a unit's whole staff reviews its own people and itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Clause, Paper, clause_blocks, closed, fact
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.kinds.sessions import Absence, Attendee, called, ending, missing, moment
from vinhdanh.documents.model import (
    Block,
    Column,
    Heading,
    ItemList,
    Level,
    OfficialDocument,
    Row,
    Signature,
    SignatureGrid,
    Table,
    paragraph,
)
from vinhdanh.documents.printed import punctuated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_COLUMNS: Final = (
    Column("STT", 13, "center"),
    Column("Họ và tên, tập thể", 42),
    Column("Chức vụ", 34),
    Column("Danh hiệu, hình thức đề nghị", 36),
    Column("Số\u00a0phiếu đồng\u00a0ý", 22, "center"),
    Column("Tỷ\u00a0lệ", 18, "center"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedCase:
    """Somebody or a collective reviewed and the votes for it."""

    name: str
    post: str = ""
    honour: str
    votes_for: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReviewMinutesContext:
    """Facts of a unit's review. Votes are counted out of those present."""

    paper: Paper
    subject: str
    """Abstract: "Họp bình xét thi đua, khen thưởng năm 2024"."""
    started: datetime
    ended: datetime | None = None
    venue: str
    chair: Attendee
    secretary: Attendee
    staff: int
    present: int
    absent: tuple[Absence, ...] = ()
    guests: tuple[Attendee, ...] = ()
    proceedings: tuple[Clause, ...] = ()
    voting: str = "biểu quyết giơ tay"
    cases: tuple[ReviewedCase, ...] = ()
    conclusion: tuple[str, ...] = ()


def unit_review_minutes(context: UnitReviewMinutesContext) -> OfficialDocument:
    """Return the minutes (Decree 30/2020, Annex III, sample 1.9).

    Raises:
        DocumentError: more present than there are, or more votes than present.
    """
    _check(context)
    body = closed(
        (
            *_opening(context),
            *_business(context),
            ending("Hội nghị", context.started, context.ended),
        )
    )
    signatures = SignatureGrid(
        (Signature(("THƯ KÝ",), context.secretary.name), context.paper.signature)
    )
    return issued(
        context.paper,
        code="BB",
        kind_name="BIÊN BẢN",
        abstract=context.subject,
        blocks=(*body, signatures),
        is_signed=False,
    )


def _check(context: UnitReviewMinutesContext) -> None:
    if context.present > context.staff:
        raise DocumentError(
            f"Số người có mặt ({context.present}) lớn hơn tổng số người của đơn vị "
            f"({context.staff}); hãy sửa lại."
        )
    for one in context.cases:
        if one.votes_for > context.present:
            raise DocumentError(
                f"“{one.name}” có {one.votes_for} phiếu đồng ý, nhiều hơn {context.present} người "
                "có mặt; hãy sửa lại."
            )


def _opening(context: UnitReviewMinutesContext) -> Iterator[Block]:
    yield fact("Thời gian bắt đầu", f"{moment(context.started)}.")
    yield fact("Địa điểm", f"{context.venue}.")
    yield Heading(Level.SECTION, "I.", "THÀNH PHẦN THAM DỰ")
    yield fact("1. Chủ trì", f"{called(context.chair)}.")
    yield fact("2. Thư ký", f"{called(context.secretary)}.")
    have, of = numbers.two_digits(context.present), numbers.two_digits(context.staff)
    share = numbers.percent(context.present, context.staff)
    yield fact("3. Có mặt", f"{have}/{of} người, đạt {share}.")
    if context.absent:
        yield fact("4. Vắng mặt", f"{numbers.two_digits(len(context.absent))} người, gồm:")
        yield ItemList(punctuated(tuple(missing(one) for one in context.absent)))
    if context.guests:
        number = 5 if context.absent else 4
        guests = "; ".join(called(one) for one in context.guests)
        yield fact(f"{number}. Đại biểu mời dự", f"{guests}.")


def _business(context: UnitReviewMinutesContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "II.", "NỘI DUNG")
    yield from clause_blocks(context.proceedings, depth=1)
    yield Heading(Level.SECTION, "III.", "KẾT QUẢ BÌNH XÉT")
    yield paragraph(
        f"Hội nghị thống nhất {context.voting}; tỷ lệ tính trên số người có mặt. Kết quả:"
    )
    yield Table(_COLUMNS, tuple(_rows(context)))
    yield Heading(Level.SECTION, "IV.", "KẾT LUẬN CỦA CHỦ TRÌ")
    default = (
        "Hội nghị giao Thư ký hoàn thiện biên bản và hồ sơ, trình cấp có thẩm quyền xem xét.",
    )
    yield from (paragraph(text) for text in context.conclusion or default)


def _rows(context: UnitReviewMinutesContext) -> Iterator[Row]:
    for at, one in enumerate(context.cases, start=1):
        votes = f"{one.votes_for}/{context.present}"
        share = numbers.percent(one.votes_for, context.present)
        yield Row((str(at), one.name, one.post, one.honour, votes, share))


KIND: Final = Kind(
    slug="unit_review_minutes",
    name="Biên bản bình xét thi đua của đơn vị",
    context=UnitReviewMinutesContext,
    build=unit_review_minutes,
)
