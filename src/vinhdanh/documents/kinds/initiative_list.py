"""Danh sách sáng kiến: initiatives of a year, proposed or recognised."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import Column, OfficialDocument, Row, Table, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

_COLUMNS: Final = (
    Column("STT", 12, "center"),
    Column("Tên sáng kiến", 62),
    Column("Tác giả, đồng tác giả", 42),
    Column("Chức vụ, đơn vị", 42),
    Column("Lĩnh vực", 28),
    Column("Ngày áp dụng lần\u00a0đầu", 26, "center"),
    Column("Hiệu quả, phạm vi áp dụng", 40),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedInitiative:
    """One initiative; authors are written out with their shares."""

    name: str
    authors: str
    place: str = ""
    """Post and unit of the authors."""
    field: str = ""
    first_used_on: dt.date | None = None
    effect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeListContext:
    """Facts of a list; the paper's signature is of the unit's head or the council."""

    paper: Paper
    subject: str
    """Second line of the title: "Đề nghị công nhận năm 2024"."""
    initiatives: tuple[ListedInitiative, ...] = ()


def initiative_list(context: InitiativeListContext) -> OfficialDocument:
    """Return the list, across."""
    paper = context.paper
    total = paragraph(f"Tổng số: {len(context.initiatives):02d} sáng kiến./.")
    return unnumbered(
        paper.office,
        kind_name="DANH SÁCH SÁNG KIẾN",
        abstract=context.subject,
        blocks=(initiative_table(context.initiatives), total),
        day=paper.date,
        marks=paper.marks,
        year=paper.year,
        signature=paper.signature,
        landscape=True,
    )


def initiative_table(initiatives: tuple[ListedInitiative, ...]) -> Table:
    """Return the initiatives, as a list of its own or with a decision."""
    return Table(_COLUMNS, tuple(_rows(initiatives)))


def _rows(initiatives: tuple[ListedInitiative, ...]) -> Iterator[Row]:
    for at, one in enumerate(initiatives, start=1):
        first = dates.short_date(one.first_used_on) if one.first_used_on else ""
        yield Row((str(at), one.name, one.authors, one.place, one.field, first, one.effect))


KIND: Final = Kind(
    slug="initiative_list",
    name="Danh sách sáng kiến",
    context=InitiativeListContext,
    build=initiative_list,
)
