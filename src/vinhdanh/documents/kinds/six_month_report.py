"""Báo cáo sơ kết 6 tháng: results of half a year and the tasks of the next half."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.kinds.common import (
    Clause,
    FigureTable,
    Paper,
    clause_blocks,
    closed,
    figure_table,
    symbol,
)
from vinhdanh.documents.model import Block, Heading, Level, OfficialDocument, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTHING: Final = "Trong kỳ báo cáo không phát sinh nội dung này."


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The text of one section: paragraphs, then numbered clauses, then tables of figures."""

    paragraphs: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    tables: tuple[FigureTable, ...] = ()


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
    proposals: Passage = Passage()
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
    yield from _sections(
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
    sections = [("NHIỆM VỤ TRỌNG TÂM", context.tasks)]
    if context.proposals != Passage():
        sections.append(("KIẾN NGHỊ, ĐỀ XUẤT", context.proposals))
    yield from _sections(*sections)
    yield paragraph(
        "Trên đây là Báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm "
        f"{context.year} và phương hướng, nhiệm vụ 6 tháng cuối năm của "
        f"{context.paper.office.name}."
    )


def _sections(*sections: tuple[str, Passage]) -> Iterator[Block]:
    for at, (title, passage) in enumerate(sections, start=1):
        yield Heading(Level.SECTION, f"{numbers.roman(at)}.", title)
        yield from _passage(passage)


def _passage(passage: Passage) -> Iterator[Block]:
    if passage == Passage():
        yield paragraph(_NOTHING)
    yield from (paragraph(text) for text in passage.paragraphs)
    yield from clause_blocks(passage.clauses, depth=1)
    yield from (figure_table(table) for table in passage.tables)
