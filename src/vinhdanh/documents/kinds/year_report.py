"""Báo cáo tổng kết năm: results of a year, the tasks of the next, statistics in an appendix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, closed, numbered, reference_line
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.kinds.passages import EMPTY, Passage, sections
from vinhdanh.documents.kinds.year_tables import (
    AwardCount,
    FundLine,
    MovementCount,
    award_table,
    fund_table,
    movement_table,
)
from vinhdanh.documents.model import (
    Appendix,
    Block,
    Heading,
    Level,
    OfficialDocument,
    Table,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReportContext:
    """Facts of a report on a year, in the order they are printed.

    A section left empty says in one sentence that nothing occurred. Tables stand in an appendix.
    """

    paper: Paper
    year: int
    situation: Passage
    leadership: Passage
    movements: Passage
    commendation: Passage
    supervision: Passage
    shortcomings: Passage
    tasks: Passage
    proposals: Passage = EMPTY
    addressees: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    movement_counts: tuple[MovementCount, ...] = ()
    award_counts: tuple[AwardCount, ...] = ()
    fund: tuple[FundLine, ...] = ()


def year_report(context: YearReportContext) -> OfficialDocument:
    """Return the report (Decree 30/2020, Annex III, sample 1.4)."""
    return issued(
        context.paper,
        code="BC",
        kind_name="BÁO CÁO",
        abstract=(
            f"Tổng kết công tác thi đua, khen thưởng năm {context.year}; "
            f"phương hướng, nhiệm vụ năm {context.year + 1}"
        ),
        addressees=context.addressees,
        blocks=closed((*_opening(context), *_results(context), *_prospect(context))),
        appendices=numbered(tuple(_appendices(context))),
    )


def _opening(context: YearReportContext) -> Iterator[Block]:
    default = (
        f"Thực hiện Kế hoạch công tác thi đua, khen thưởng năm {context.year}, "
        f"{context.paper.office.name} báo cáo kết quả thực hiện và phương hướng, nhiệm vụ "
        f"năm {context.year + 1} như sau:"
    )
    yield from (paragraph(text) for text in context.opening or (default,))


def _results(context: YearReportContext) -> Iterator[Block]:
    title = f"KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM {context.year}"
    yield Heading(Level.PART, "Phần thứ nhất", title)
    yield from sections(
        ("ĐẶC ĐIỂM, TÌNH HÌNH", context.situation),
        ("CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", context.leadership),
        ("KẾT QUẢ CÁC PHONG TRÀO THI ĐUA", context.movements),
        ("CÔNG TÁC KHEN THƯỞNG", context.commendation),
        ("CÔNG TÁC KIỂM TRA, GIẢI QUYẾT ĐƠN THƯ, KIẾN NGHỊ", context.supervision),
        ("HẠN CHẾ, NGUYÊN NHÂN", context.shortcomings),
    )


def _prospect(context: YearReportContext) -> Iterator[Block]:
    title = f"PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM {context.year + 1}"
    yield Heading(Level.PART, "Phần thứ hai", title)
    titled = [("NHIỆM VỤ TRỌNG TÂM", context.tasks)]
    if context.proposals != EMPTY:
        titled.append(("KIẾN NGHỊ, ĐỀ XUẤT", context.proposals))
    yield from sections(*titled)
    if any(_tables(context)):
        yield paragraph("(Số liệu chi tiết tại Phụ lục kèm theo)", italic=True)
    yield paragraph(
        f"Trên đây là Báo cáo tổng kết công tác thi đua, khen thưởng năm {context.year} và phương "
        f"hướng, nhiệm vụ năm {context.year + 1} của {context.paper.office.name}."
    )


def _tables(context: YearReportContext) -> Iterator[tuple[str, Table]]:
    """Return the title and the table of every statistic that has figures."""
    if context.movement_counts:
        yield "CÁC PHONG TRÀO THI ĐUA", movement_table(context.movement_counts)
    if context.award_counts:
        yield "KẾT QUẢ KHEN THƯỞNG", award_table(context.award_counts)
    if context.fund:
        yield "THU, CHI QUỸ THI ĐUA, KHEN THƯỞNG", fund_table(context.fund)


def _appendices(context: YearReportContext) -> Iterator[Appendix]:
    """Return one appendix with all tables, none where there are none."""
    blocks: list[Block] = []
    for at, (title, table) in enumerate(_tables(context), start=1):
        blocks += [Heading(Level.SECTION, f"{numbers.roman(at)}.", title), table]
    if blocks:
        yield Appendix(
            label="",
            title=f"Số liệu công tác thi đua, khen thưởng năm {context.year}".upper(),
            reference=reference_line("Báo cáo", "BC", context.paper),
            blocks=tuple(blocks),
        )


KIND: Final = Kind(
    slug="year_report",
    name="Báo cáo tổng kết năm",
    context=YearReportContext,
    build=year_report,
)
