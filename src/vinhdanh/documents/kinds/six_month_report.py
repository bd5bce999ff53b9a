"""Báo cáo sơ kết 6 tháng: results of half a year and the tasks of the next half."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, closed, symbol
from vinhdanh.documents.kinds.passages import EMPTY, Passage, sections
from vinhdanh.documents.model import Block, Heading, Level, OfficialDocument, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class SixMonthReportContext:
    """Facts of a report on the first half of a year, in the order they are printed.

    A section left empty says in one sentence that nothing occurred.
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


def six_month_report(context: SixMonthReportContext) -> OfficialDocument:
    """Return the report (Decree 30/2020, Annex III, sample 1.4)."""
    paper = context.paper
    return OfficialDocument(
        header=paper.office.header,
        number=paper.number,
        symbol=symbol("BC", paper.office),
        place=paper.office.place,
        date=paper.date,
        marks=paper.marks,
        year=paper.year or context.year,
        kind_name="BÁO CÁO",
        abstract=(
            f"Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm {context.year}; "
            "phương hướng, nhiệm vụ 6 tháng cuối năm"
        ),
        addressees=context.addressees,
        blocks=closed((*_opening(context), *_results(context), *_prospect(context))),
        signature=paper.signature,
        recipients=paper.recipients,
    )


def _opening(context: SixMonthReportContext) -> Iterator[Block]:
    default = (
        f"Thực hiện Kế hoạch công tác thi đua, khen thưởng năm {context.year}, "
        f"{context.paper.office.name} báo cáo kết quả 6 tháng đầu năm và phương hướng, "
        "nhiệm vụ 6 tháng cuối năm như sau:"
    )
    yield from (paragraph(text) for text in context.opening or (default,))


def _results(context: SixMonthReportContext) -> Iterator[Block]:
    yield Heading(
        Level.PART,
        "Phần thứ nhất",
        f"KẾT QUẢ CÔNG TÁC THI ĐUA, KHEN THƯỞNG 6 THÁNG ĐẦU NĂM {context.year}",
    )
    yield from sections(
        ("ĐẶC ĐIỂM, TÌNH HÌNH", context.situation),
        ("CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", context.leadership),
        ("KẾT QUẢ CÁC PHONG TRÀO THI ĐUA", context.movements),
        ("CÔNG TÁC KHEN THƯỞNG", context.commendation),
        ("CÔNG TÁC KIỂM TRA, GIẢI QUYẾT ĐƠN THƯ, KIẾN NGHỊ", context.supervision),
        ("HẠN CHẾ, NGUYÊN NHÂN", context.shortcomings),
    )


def _prospect(context: SixMonthReportContext) -> Iterator[Block]:
    yield Heading(
        Level.PART,
        "Phần thứ hai",
        f"PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM {context.year}",
    )
    titled = [("NHIỆM VỤ TRỌNG TÂM", context.tasks)]
    if context.proposals != EMPTY:
        titled.append(("KIẾN NGHỊ, ĐỀ XUẤT", context.proposals))
    yield from sections(*titled)
    yield paragraph(
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
