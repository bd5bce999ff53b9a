"""Báo cáo mô tả sáng kiến: what was known, what is new, how it is done, what it brings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import BLANK, Confirmation, said, titled
from vinhdanh.documents.kinds.common import Office
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.initiatives import Initiative, author_names, check_shares
from vinhdanh.documents.kinds.passages import EMPTY, Passage
from vinhdanh.documents.model import (
    Block,
    Heading,
    ItemList,
    Level,
    OfficialDocument,
    Signature,
    SignatureGrid,
    paragraph,
)
from vinhdanh.documents.printed import punctuated

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeDescriptionContext:
    """Facts of a description; an empty passage gets lines to write on."""

    office: Office
    date: dt.date | None = None
    year: int | None = None
    initiative: Initiative
    used_at: str = ""
    known: Passage = EMPTY
    """How it was done before, with its shortcomings."""
    aim: Passage = EMPTY
    steps: Passage = EMPTY
    novelty: Passage = EMPTY
    reach: Passage = EMPTY
    """Where it can be used, how widely it was."""
    economic: Passage = EMPTY
    social: Passage = EMPTY
    proofs: tuple[str, ...] = ()
    unit_head: Confirmation = BLANK


def initiative_description(context: InitiativeDescriptionContext) -> OfficialDocument:
    """Return the description that goes with an application.

    Raises:
        DocumentError: no author, or shares that do not make the whole.
    """
    check_shares(context.initiative)
    head = context.unit_head
    position = (head.position.upper(),) if head.position else ()
    confirming = Signature(
        ("XÁC NHẬN CỦA ĐƠN VỊ", *position), head.name, note="(Ký, đóng dấu nếu có)"
    )
    line = "TÁC GIẢ" if len(context.initiative.authors) == 1 else "ĐẠI DIỆN NHÓM TÁC GIẢ"
    author = Signature((line,), context.initiative.authors[0].name, note="(Ký, ghi rõ họ tên)")
    return unnumbered(
        context.office,
        kind_name="BÁO CÁO MÔ TẢ SÁNG KIẾN",
        abstract=context.initiative.name,
        blocks=(*_body(context), SignatureGrid((confirming, author))),
        day=context.date,
        year=context.year,
    )


def _body(context: InitiativeDescriptionContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "I.", "THÔNG TIN CHUNG")
    yield said("Tên sáng kiến", context.initiative.name)
    yield said("Tác giả", author_names(context.initiative.authors))
    yield said("Lĩnh vực áp dụng", context.initiative.field)
    first = (
        dates.short_date(context.initiative.first_used_on)
        if context.initiative.first_used_on
        else ""
    )
    yield said("Ngày áp dụng lần đầu", first)
    yield said("Nơi áp dụng", context.used_at)
    yield Heading(Level.SECTION, "II.", "MÔ TẢ SÁNG KIẾN")
    yield from titled("1.", "Tình trạng giải pháp đã biết", context.known)
    yield from titled("2.", "Mục đích của sáng kiến", context.aim)
    yield from titled("3.", "Nội dung và các bước thực hiện", context.steps)
    yield from titled("4.", "Tính mới của sáng kiến", context.novelty)
    yield from titled("5.", "Khả năng áp dụng, phạm vi ảnh hưởng", context.reach)
    yield Heading(Level.SECTION, "III.", "HIỆU QUẢ")
    yield from titled("1.", "Hiệu quả kinh tế", context.economic)
    yield from titled("2.", "Hiệu quả xã hội", context.social)
    yield Heading(Level.SECTION, "IV.", "TÀI LIỆU CHỨNG MINH")
    if context.proofs:
        yield ItemList(punctuated(context.proofs))
    else:
        yield paragraph("Không có tài liệu kèm theo.")


KIND: Final = Kind(
    slug="initiative_description",
    name="Báo cáo mô tả sáng kiến",
    context=InitiativeDescriptionContext,
    build=initiative_description,
)
