"""Báo cáo sơ kết 6 tháng: results of half a year and the tasks of the next half."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import closed
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.kinds.reviews import ReviewContext, prospect, results
from vinhdanh.documents.model import Block, OfficialDocument, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class SixMonthReportContext(ReviewContext):
    """Facts of a report on the first half of a year."""


def six_month_report(context: SixMonthReportContext) -> OfficialDocument:
    """Return the report (Decree 30/2020, Annex III, sample 1.4)."""
    paper = context.paper
    return issued(
        replace(paper, year=paper.year or context.year),
        code="BC",
        kind_name="BÁO CÁO",
        abstract=(
            f"Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm {context.year}; "
            "phương hướng, nhiệm vụ 6 tháng cuối năm"
        ),
        addressees=context.addressees,
        blocks=closed(
            (
                *_opening(context),
                *results(context, f"6 THÁNG ĐẦU NĂM {context.year}"),
                *prospect(context, f"6 THÁNG CUỐI NĂM {context.year}"),
                _ending(context),
            )
        ),
    )


def _opening(context: SixMonthReportContext) -> Iterator[Block]:
    default = (
        f"Thực hiện Kế hoạch công tác thi đua, khen thưởng năm {context.year}, "
        f"{context.paper.office.name} báo cáo kết quả 6 tháng đầu năm và phương hướng, "
        "nhiệm vụ 6 tháng cuối năm như sau:"
    )
    yield from (paragraph(text) for text in context.opening or (default,))


def _ending(context: SixMonthReportContext) -> Block:
    return paragraph(
        "Trên đây là Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm "
        f"{context.year} và phương hướng, nhiệm vụ 6 tháng cuối năm của "
        f"{context.paper.office.name}."
    )


KIND: Final = Kind(
    slug="six_month_report",
    name="Báo cáo sơ kết 6 tháng",
    context=SixMonthReportContext,
    build=six_month_report,
)
