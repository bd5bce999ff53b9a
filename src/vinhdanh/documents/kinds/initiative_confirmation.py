"""Giấy xác nhận hiệu quả áp dụng, phạm vi ảnh hưởng của sáng kiến."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.forms import decree_152
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import said, titled
from vinhdanh.documents.kinds.common import Paper, closed
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.initiatives import Initiative, author_names, check_shares
from vinhdanh.documents.kinds.passages import EMPTY, Passage
from vinhdanh.documents.model import Block, OfficialDocument, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeConfirmationContext:
    """Facts of a confirmation by a unit that uses the initiative; its head signs."""

    paper: Paper
    initiative: Initiative
    recognition: str = ""
    """"Quyết định số 95/QĐ-UBND ngày … của …"."""
    used_at: str
    used_since: dt.date
    results: Passage = EMPTY
    reach: Passage = EMPTY
    purpose: str = "xét tặng danh hiệu thi đua"
    """What it is for: "xét tặng danh hiệu Chiến sĩ thi đua cơ sở năm 2025"."""


def initiative_confirmation(context: InitiativeConfirmationContext) -> OfficialDocument:
    """Return the confirmation (Decree 152/2025, form 13).

    Raises:
        DocumentError: no author, or shares that do not make the whole.
    """
    check_shares(context.initiative)
    paper = context.paper
    return unnumbered(
        paper.office,
        kind_name="GIẤY XÁC NHẬN",
        abstract="Hiệu quả áp dụng, phạm vi ảnh hưởng của sáng kiến",
        blocks=closed(tuple(_body(context))),
        day=paper.date,
        marks=paper.marks,
        year=paper.year,
        signature=paper.signature,
    )


def _body(context: InitiativeConfirmationContext) -> Iterator[Block]:
    yield paragraph(f"{context.paper.office.name} xác nhận:")
    yield said("Tên sáng kiến", context.initiative.name)
    yield said("Tác giả", author_names(context.initiative.authors))
    for one in context.initiative.authors:
        place = ", ".join(filter(None, (one.post, one.workplace)))
        if place:
            yield said(f"Chức vụ, nơi công tác của {one.name}", place)
    if context.recognition:
        yield said("Được công nhận tại", context.recognition)
    yield said("Nơi áp dụng", context.used_at)
    yield said("Thời gian áp dụng", f"từ ngày {dates.short_date(context.used_since)}")
    yield from titled("1.", "Hiệu quả áp dụng", context.results)
    yield from titled("2.", "Phạm vi ảnh hưởng, khả năng nhân rộng", context.reach)
    yield paragraph(
        f"Giấy xác nhận này dùng để {context.purpose}. Thủ trưởng đơn vị chịu trách nhiệm về nội "
        "dung xác nhận"
    )


KIND: Final = Kind(
    slug="initiative_confirmation",
    name="Giấy xác nhận hiệu quả áp dụng, phạm vi ảnh hưởng của sáng kiến",
    context=InitiativeConfirmationContext,
    build=initiative_confirmation,
    forms=(decree_152("Mẫu số 13", confirmed=True),),
)
