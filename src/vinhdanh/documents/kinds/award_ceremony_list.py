"""Danh sách trao thưởng: who comes up in which turn of a ceremony, and who hands over."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates, numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, fact
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import Block, Column, GroupRow, OfficialDocument, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS: Final = (
    Column("Thứ tự gọi", 13, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 42),
    Column("Chức vụ, đơn vị, địa chỉ", 40),
    Column("Danh hiệu, hình thức", 29, "center"),
    Column("Người lên nhận", 30),
    Column("Ký nhận", 20, "center"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremonyTurn:
    """One turn on the stage."""

    title: str
    """"Tập thể được tặng Giấy khen"."""
    presenter: str = ""
    """Who hands over: "Đồng chí Hoàng Đức Thịnh, Chủ tịch Ủy ban nhân dân xã"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CeremonyRecipient:
    """Somebody honoured, in the turn counted from 1."""

    turn: int
    name: str
    place: str
    honour: str
    taker: str = ""
    """Who comes up for a collective or for somebody absent."""
    is_absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardCeremonyListContext:
    """Facts of a list. The paper's signature is of whoever made it."""

    paper: Paper
    ceremony: str
    """Second line of the title: "Hội nghị tổng kết phong trào thi đua năm 2024"."""
    held_at: dt.datetime
    venue: str
    turns: tuple[CeremonyTurn, ...]
    recipients: tuple[CeremonyRecipient, ...]


def award_ceremony_list(context: AwardCeremonyListContext) -> OfficialDocument:
    """Return the list in the order of the ceremony.

    Raises:
        DocumentError: nobody comes up, or somebody in a turn that is not there.
    """
    if not context.recipients:
        raise DocumentError("Danh sách trao thưởng chưa có ai; hãy thêm người nhận.")
    for one in context.recipients:
        if not 1 <= one.turn <= len(context.turns):
            raise DocumentError(
                f"“{one.name}” ở lượt {one.turn}, trong khi buổi lễ có {len(context.turns)} lượt; "
                "hãy sửa lượt hoặc thêm lượt trao."
            )
    paper = context.paper
    return unnumbered(
        paper.office,
        kind_name="DANH SÁCH TRAO THƯỞNG",
        abstract=context.ceremony,
        blocks=tuple(_body(context)),
        day=paper.date,
        marks=paper.marks,
        year=paper.year or context.held_at.year,
        signature=paper.signature,
    )


def _body(context: AwardCeremonyListContext) -> Iterator[Block]:
    when = f"{dates.clock(context.held_at.time())}, {dates.long_date(context.held_at.date())}"
    yield fact("Thời gian", f"{when}.")
    yield fact("Địa điểm", f"{context.venue}.")
    yield Table(_COLUMNS, tuple(_rows(context)))


def _rows(context: AwardCeremonyListContext) -> Iterator[Row | GroupRow]:
    number = 0
    for at, turn in enumerate(context.turns, start=1):
        members = [one for one in context.recipients if one.turn == at]
        if not members:
            continue
        presenter = f". Trao thưởng: {turn.presenter}" if turn.presenter else ""
        count = numbers.two_digits(len(members))
        yield GroupRow(f"Lượt {at}: {turn.title} ({count}){presenter}")
        for one in members:
            number += 1
            yield Row((str(number), one.name, one.place, one.honour, _taker(one), ""))


def _taker(one: CeremonyRecipient) -> str:
    if one.is_absent:
        return f"Vắng; {one.taker} nhận thay" if one.taker else "Vắng, nhận sau"
    return one.taker or one.name


KIND: Final = Kind(
    slug="award_ceremony_list",
    name="Danh sách trao thưởng theo lượt",
    context=AwardCeremonyListContext,
    build=award_ceremony_list,
)
