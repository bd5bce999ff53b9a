"""Báo cáo tóm tắt thành tích: what the simplified procedure asks for beside the submission."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.forms import Form
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import said
from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.passages import EMPTY, Passage, passage_blocks
from vinhdanh.documents.model import (
    Block,
    Heading,
    Level,
    OfficialDocument,
    Paragraph,
    Run,
    centred,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryCase:
    """One person, collective or household and its merit in a few sentences."""

    name: str
    """With the form of address: "Ông Trần Văn Bình", "Chi hội Phụ nữ thôn Phù Oanh"."""
    place: str
    """Birth year, post, unit or address, as one line."""
    summary: str
    honour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AchievementSummaryContext:
    """Facts of a summary, signed by the person or by the unit in charge.

    merit is the second line of the title: "đột xuất trong phòng, chống bão số 3".
    """

    paper: Paper
    merit: str
    cases: tuple[SummaryCase, ...]
    reference: str = ""
    """The submission it goes with: "Tờ trình số 05/TTr-UBND ngày …"."""
    situation: Passage = EMPTY
    """What happened, told once where several cases share it."""


def achievement_summary(context: AchievementSummaryContext) -> OfficialDocument:
    """Return the summary (Law on emulation 2022, Article 85; Decision 01/2026, Article 4.2).

    Raises:
        DocumentError: nobody is proposed.
    """
    if not context.cases:
        raise DocumentError(
            "Bản tóm tắt chưa có cá nhân, tập thể nào; hãy thêm người được đề nghị."
        )
    return unnumbered(
        context.paper.office,
        kind_name="BÁO CÁO TÓM TẮT THÀNH TÍCH",
        abstract=context.merit[:1].upper() + context.merit[1:],
        blocks=tuple(_body(context)),
        day=context.paper.date,
        marks=context.paper.marks,
        year=context.paper.year,
        signature=context.paper.signature,
    )


def _body(context: AchievementSummaryContext) -> Iterator[Block]:
    if context.reference:
        yield centred(f"(Kèm theo {context.reference})", italic=True)
    if context.situation != EMPTY:
        yield Heading(Level.SECTION, "I.", "HOÀN CẢNH LẬP THÀNH TÍCH")
        yield from passage_blocks(context.situation)
        yield Heading(Level.SECTION, "II.", "TÓM TẮT THÀNH TÍCH")
    for at, one in enumerate(context.cases, start=1):
        number = f"{at}. " if len(context.cases) > 1 else ""
        yield from _case(one, number)


def _case(one: SummaryCase, number: str) -> Iterator[Block]:
    name = Run(f"{number}{one.name}", bold=True)
    yield Paragraph(runs=(name, Run(f", {one.place}")), with_next=True)
    yield said("Tóm tắt thành tích", one.summary)
    yield said("Hình thức đề nghị", one.honour)


KIND: Final = Kind(
    slug="achievement_summary",
    name="Báo cáo tóm tắt thành tích (thủ tục đơn giản)",
    context=AchievementSummaryContext,
    build=achievement_summary,
    forms=(
        Form(
            number="Mẫu số 06, 07, 08",
            instrument="Nghị định số 152/2025/NĐ-CP, theo Quyết định số 01/2026/QĐ-TTg",
            since=dt.date(2026, 1, 1),
            until=dt.date(2027, 3, 1),
            confirmed=True,
        ),
    ),
)
