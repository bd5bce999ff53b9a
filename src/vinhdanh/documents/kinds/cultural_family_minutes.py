"""Biên bản họp thôn, tổ dân phố: the households review who shall be Gia đình văn hóa."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.forms import Form
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Clause, Paper, clause_blocks, closed, fact
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.sessions import Attendee, called, ending, moment
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

_REVIEWED: Final = (
    Column("STT", 14, "center"),
    Column("Họ và tên chủ hộ", 55),
    Column("Số ý\u00a0kiến đồng\u00a0ý", 26, "center"),
    Column("Tỷ\u00a0lệ", 20, "center"),
    Column("Ghi chú", 50),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedHousehold:
    """A household that meets the standards and how many at the meeting agreed."""

    head: str
    votes_for: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedHousehold:
    """A household not proposed, and the standard it misses."""

    head: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CulturalFamilyMinutesContext:
    """Facts of a village meeting. The paper's signature is the chair's; votes are of present."""

    paper: Paper
    year: int
    started: dt.datetime
    ended: dt.datetime | None = None
    venue: str
    chair: Attendee
    secretary: Attendee
    organisations: tuple[Attendee, ...] = ()
    """Front committee and mass organisations of the village."""
    present: int
    """Households that sent somebody."""
    proceedings: tuple[Clause, ...] = ()
    voting: str = "biểu quyết giơ tay"
    households: tuple[ReviewedHousehold, ...] = ()
    refused: tuple[RefusedHousehold, ...] = ()
    others: int = 0
    """How many more households the village has; with those named they are all."""
    witnesses: tuple[Signature, ...] = ()
    """Who else signs, such as the head of the Front committee and a household."""


def cultural_family_minutes(context: CulturalFamilyMinutesContext) -> OfficialDocument:
    """Return the minutes (Decree 86/2023, form 03).

    Raises:
        DocumentError: counts that cannot be.
    """
    _check(context)
    paper = context.paper
    secretary = Signature(("THƯ KÝ",), context.secretary.name)
    body = closed(
        (*_opening(context), *_result(context), ending("Cuộc họp", context.started, context.ended))
    )
    return unnumbered(
        paper.office,
        kind_name="BIÊN BẢN HỌP",
        abstract=(
            f"{paper.office.name} về việc bình xét danh hiệu “Gia đình văn hóa” năm {context.year}"
        ),
        blocks=(*body, SignatureGrid((secretary, paper.signature, *context.witnesses))),
        day=paper.date,
        marks=paper.marks,
        year=paper.year or context.year,
    )


def _check(context: CulturalFamilyMinutesContext) -> None:
    if context.present > _total(context):
        raise DocumentError(
            f"Số hộ dự họp ({context.present}) lớn hơn tổng số hộ của thôn, tổ dân phố "
            f"({_total(context)}); hãy sửa lại."
        )
    for one in context.households:
        if (one.votes_for or 0) > context.present:
            raise DocumentError(
                f"Hộ “{one.head}” có {one.votes_for} ý kiến đồng ý, nhiều hơn {context.present} hộ "
                "dự họp; hãy sửa lại."
            )


def _total(context: CulturalFamilyMinutesContext) -> int:
    return len(context.households) + len(context.refused) + context.others


def _opening(context: CulturalFamilyMinutesContext) -> Iterator[Block]:
    yield fact("Thời gian", f"{moment(context.started)}.")
    yield fact("Địa điểm", f"{context.venue}.")
    yield Heading(Level.SECTION, "I.", "THÀNH PHẦN")
    yield fact("1. Chủ trì", f"{called(context.chair)}.")
    yield fact("2. Thư ký", f"{called(context.secretary)}.")
    total, present = _total(context), context.present
    share = numbers.percent(present, total)
    yield fact(
        "3. Đại diện hộ gia đình",
        f"{numbers.two_digits(present)}/{numbers.two_digits(total)} hộ dự họp, đạt {share}.",
    )
    if context.organisations:
        yield fact(
            "4. Đại diện các tổ chức",
            f"{numbers.two_digits(len(context.organisations))} người, gồm:",
        )
        yield ItemList(punctuated(tuple(called(one) for one in context.organisations)))
    yield Heading(Level.SECTION, "II.", "NỘI DUNG")
    yield from clause_blocks(context.proceedings, depth=1)


def _result(context: CulturalFamilyMinutesContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "III.", "KẾT QUẢ BÌNH XÉT")
    count, total = len(context.households), _total(context)
    yield paragraph(
        f"Cuộc họp {context.voting}, tỷ lệ tính trên số hộ dự họp. Có "
        f"{numbers.two_digits(count)}/{numbers.two_digits(total)} hộ đủ điều kiện đề nghị xét tặng "
        f"danh hiệu “Gia đình văn hóa” năm {context.year}, đạt {numbers.percent(count, total)}:"
    )
    yield Table(_REVIEWED, tuple(_rows(context)))
    if context.refused:
        lead = paragraph(f"Không đề nghị {numbers.two_digits(len(context.refused))} hộ:")
        yield replace(lead, with_next=True)
        yield ItemList(punctuated(tuple(f"{one.head}: {one.reason}" for one in context.refused)))


def _rows(context: CulturalFamilyMinutesContext) -> Iterator[Row]:
    for at, one in enumerate(context.households, start=1):
        votes, share = "", ""
        if one.votes_for is not None:
            votes = f"{one.votes_for}/{context.present}"
            share = numbers.percent(one.votes_for, context.present)
        yield Row((str(at), one.head, votes, share, one.note))


KIND: Final = Kind(
    slug="cultural_family_minutes",
    name="Biên bản họp bình xét Gia đình văn hóa",
    context=CulturalFamilyMinutesContext,
    build=cultural_family_minutes,
    forms=(
        Form(
            number="Mẫu số 03",
            instrument="Nghị định số 86/2023/NĐ-CP",
            since=dt.date(2024, 1, 30),
            confirmed=True,
        ),
    ),
)
