"""Biên bản họp Hội đồng sáng kiến: initiatives heard, scored and voted on."""

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
    Column("Tên sáng kiến", 54),
    Column("Tác giả", 36),
    Column("Điểm trung bình", 20, "center"),
    Column("Phiếu đồng\u00a0ý", 25, "center"),
    Column("Kết\u00a0quả", 21, "center"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedInitiative:
    """One initiative, its mean score where the council scores, and the votes for it."""

    name: str
    authors: str
    score: float | None = None
    votes_for: int
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeMinutesContext:
    """Facts of a session. The paper's signature is the chair's; votes are of those present."""

    paper: Paper
    subject: str
    """Abstract: "Họp Hội đồng Sáng kiến xã xét công nhận sáng kiến năm 2024"."""
    started: datetime
    ended: datetime | None = None
    venue: str
    chair: Attendee
    secretary: Attendee
    members: int
    present: tuple[Attendee, ...]
    absent: tuple[Absence, ...] = ()
    proceedings: tuple[Clause, ...] = ()
    rule: str = ""
    """"có từ 2/3 số thành viên dự họp đồng ý"."""
    initiatives: tuple[JudgedInitiative, ...]
    conclusion: tuple[str, ...] = ()


def initiative_minutes(context: InitiativeMinutesContext) -> OfficialDocument:
    """Return the minutes (Decree 30/2020, Annex III, sample 1.9).

    Raises:
        DocumentError: nothing is judged, more present than members, or more votes than present.
    """
    _check(context)
    secretary = Signature(("THƯ KÝ",), context.secretary.name)
    body = (*_opening(context), *_business(context))
    end = ending("Cuộc họp", context.started, context.ended)
    return issued(
        context.paper,
        code="BB",
        kind_name="BIÊN BẢN",
        abstract=context.subject,
        blocks=(*closed((*body, end)), SignatureGrid((secretary, context.paper.signature))),
        is_signed=False,
    )


def _check(context: InitiativeMinutesContext) -> None:
    if not context.initiatives:
        raise DocumentError("Biên bản chưa có sáng kiến nào được xét; hãy thêm sáng kiến.")
    present = len(context.present)
    if present > context.members:
        raise DocumentError(
            f"Có {present} thành viên dự họp, nhiều hơn {context.members} thành viên của Hội đồng; "
            "hãy kiểm tra lại."
        )
    for one in context.initiatives:
        if not 0 <= one.votes_for <= present:
            raise DocumentError(
                f"Sáng kiến “{one.name}” có {one.votes_for} phiếu đồng ý, trong khi {present} "
                "thành viên dự họp; hãy kiểm tra lại."
            )


def _opening(context: InitiativeMinutesContext) -> Iterator[Block]:
    yield fact("Thời gian bắt đầu", f"{moment(context.started)}.")
    yield fact("Địa điểm", f"{context.venue}.")
    yield Heading(Level.SECTION, "I.", "THÀNH PHẦN THAM DỰ")
    yield fact("1. Chủ trì", f"{called(context.chair)}.")
    yield fact("2. Thư ký", f"{called(context.secretary)}.")
    have, of = numbers.two_digits(len(context.present)), numbers.two_digits(context.members)
    yield fact("3. Thành viên có mặt", f"{have}/{of} người, gồm:")
    yield ItemList(punctuated(tuple(called(one) for one in context.present)))
    if context.absent:
        yield fact("4. Vắng mặt", f"{numbers.two_digits(len(context.absent))} người, gồm:")
        yield ItemList(punctuated(tuple(missing(one) for one in context.absent)))


def _business(context: InitiativeMinutesContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "II.", "NỘI DUNG")
    yield from clause_blocks(context.proceedings, depth=1)
    yield Heading(Level.SECTION, "III.", "KẾT QUẢ")
    rule = f" Sáng kiến {context.rule} được đề nghị công nhận." if context.rule else ""
    yield paragraph(f"Hội đồng đánh giá, bỏ phiếu từng sáng kiến.{rule}")
    yield Table(_COLUMNS, tuple(_rows(context)))
    yield Heading(Level.SECTION, "IV.", "KẾT LUẬN CỦA CHỦ TRÌ")
    yield from (paragraph(text) for text in context.conclusion or (_conclusion(context),))


def _rows(context: InitiativeMinutesContext) -> Iterator[Row]:
    present = len(context.present)
    for at, one in enumerate(context.initiatives, start=1):
        score = "" if one.score is None else f"{one.score:g}".replace(".", ",")
        votes = f"{one.votes_for}/{present} ({numbers.percent(one.votes_for, present)})"
        verdict = "Đạt" if one.passed else "Không đạt"
        yield Row((str(at), one.name, one.authors, score, votes, verdict))


def _conclusion(context: InitiativeMinutesContext) -> str:
    passed = sum(one.passed for one in context.initiatives)
    return (
        f"Hội đồng thống nhất đề nghị công nhận {numbers.counted(passed)} sáng kiến trong tổng số "
        f"{numbers.two_digits(len(context.initiatives))} sáng kiến đã xét; giao Thư ký hoàn thiện "
        "hồ sơ, trình người có thẩm quyền quyết định."
    )


KIND: Final = Kind(
    slug="initiative_minutes",
    name="Biên bản họp Hội đồng sáng kiến",
    context=InitiativeMinutesContext,
    build=initiative_minutes,
)
