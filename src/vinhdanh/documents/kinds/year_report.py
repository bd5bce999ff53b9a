"""Báo cáo tổng kết năm: results of a year, the tasks of the next, statistics in an appendix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import closed, numbered, reference_line
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.kinds.reviews import ReviewContext, prospect, results
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
class YearReportContext(ReviewContext):
    """Facts of a report on a year; tables stand in an appendix."""

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
        blocks=closed(
            (
                *_opening(context),
                *results(context, f"NĂM {context.year}"),
                *prospect(context, f"NĂM {context.year + 1}"),
                *_ending(context),
            )
        ),
        appendices=numbered(tuple(_appendices(context))),
    )


def _opening(context: YearReportContext) -> Iterator[Block]:
    default = (
        f"Thực hiện Kế hoạch công tác thi đua, khen thưởng năm {context.year}, "
        f"{context.paper.office.name} báo cáo kết quả thực hiện và phương hướng, nhiệm vụ "
        f"năm {context.year + 1} như sau:"
    )
    yield from (paragraph(text) for text in context.opening or (default,))


def _ending(context: YearReportContext) -> Iterator[Block]:
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
