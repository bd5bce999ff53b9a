"""Báo cáo thành tích tập thể: merits of a unit, a village, a school."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.forms import decree_98, decree_152
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import (
    BLANK,
    REPORT,
    Confirmation,
    Honour,
    closing,
    honours_table,
    received,
    reporting,
    signatures,
    titled,
)
from vinhdanh.documents.kinds.achievement_subjects import Collective, collective_lines, signing_line
from vinhdanh.documents.kinds.common import Office
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.passages import EMPTY, Passage, passage_blocks
from vinhdanh.documents.model import Block, Heading, Level, OfficialDocument, centred

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectiveAchievementReportContext:
    """Facts of a collective's report; figures of several years go into the tables of results.

    request is what is applied for: "tặng danh hiệu Tập thể lao động tiên tiến năm 2024".
    """

    collective: Collective
    request: str
    note: str = ""
    """Under the title, in brackets: "Khen thưởng công trạng năm 2024"."""
    office: Office
    date: dt.date | None = None
    year: int | None = None
    profile: Passage = EMPTY
    """Structure, staff, Party and mass organisations, means; after name and address."""
    functions: Passage = EMPTY
    results: Passage = EMPTY
    measures: Passage = EMPTY
    compliance: Passage = EMPTY
    organisations: Passage = EMPTY
    gradings: tuple[Honour, ...] = ()
    titles: tuple[Honour, ...] = ()
    awards: tuple[Honour, ...] = ()
    superior: Confirmation = BLANK


def collective_achievement_report(context: CollectiveAchievementReportContext) -> OfficialDocument:
    """Return the report (Decree 98/2023, form 02; Decree 152/2025, form 04).

    Form 04 follows from the order of the forms in the appendix of the Decree.
    """
    line, name = signing_line(None, context.collective)
    reporter = reporting(line, name, office=context.office, place="", day=context.date)
    return unnumbered(
        context.office,
        kind_name=REPORT,
        abstract=f"Đề nghị {context.request}".upper(),
        blocks=(*_body(context), *signatures(reporter, context.superior)),
        day=context.date,
        year=context.year,
    )


def _body(context: CollectiveAchievementReportContext) -> Iterator[Block]:
    if context.note:
        yield centred(f"({context.note})", italic=True)
    yield Heading(Level.SECTION, "I.", "SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH")
    yield Heading(Level.CLAUSE, "1.", "Đặc điểm, tình hình")
    yield from collective_lines(context.collective)
    if context.profile != EMPTY:
        yield from passage_blocks(context.profile)
    yield from titled("2.", "Chức năng, nhiệm vụ được giao", context.functions)
    yield Heading(Level.SECTION, "II.", "THÀNH TÍCH ĐẠT ĐƯỢC")
    yield from _merits(context)
    yield from received("III.", context.titles, context.awards, context.date)
    yield closing(context.collective.name)


def _merits(context: CollectiveAchievementReportContext) -> Iterator[Block]:
    yield from titled("1.", "Kết quả thực hiện nhiệm vụ", context.results)
    if context.gradings:
        name = "Mức độ hoàn thành nhiệm vụ"
        yield honours_table(context.gradings, name, "quyết định hoặc văn bản công nhận", name)
    yield from titled(
        "2.", "Biện pháp, nguyên nhân đạt được thành tích; các phong trào thi đua", context.measures
    )
    yield from titled(
        "3.",
        "Việc thực hiện chủ trương, chính sách của Đảng, pháp luật của Nhà nước",
        context.compliance,
    )
    yield from titled("4.", "Hoạt động của tổ chức Đảng, đoàn thể", context.organisations)


KIND: Final = Kind(
    slug="collective_achievement_report",
    name="Báo cáo thành tích tập thể",
    context=CollectiveAchievementReportContext,
    build=collective_achievement_report,
    forms=(decree_98("Mẫu số 02", confirmed=True), decree_152("Mẫu số 04")),
)
