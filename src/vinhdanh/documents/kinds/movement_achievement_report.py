"""Báo cáo thành tích chuyên đề: merits in one movement, at its interim or final review."""

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
    received,
    reporting,
    said,
    signatures,
    titled,
)
from vinhdanh.documents.kinds.achievement_subjects import (
    Collective,
    Person,
    signing_line,
    subject_lines,
    subject_name,
)
from vinhdanh.documents.kinds.common import Office
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.passages import EMPTY, Passage
from vinhdanh.documents.model import Block, Heading, Level, OfficialDocument

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementAchievementReportContext:
    """Facts of merits in a movement; either person or collective is filled in.

    request is what is applied for; merit follows "về": "thành tích xuất sắc trong
    phong trào thi đua …". Honours received are asked for only by some awards: without any,
    the section is left out.
    """

    person: Person | None = None
    collective: Collective | None = None
    request: str
    merit: str
    office: Office | None = None
    """The unit; somebody without one prints Quốc hiệu in the middle."""
    place: str = ""
    """Where the report is signed, asked for without office."""
    date: dt.date | None = None
    year: int | None = None
    movement: str
    """Name of the movement, with who launched it."""
    period: str = ""
    results: Passage = EMPTY
    measures: Passage = EMPTY
    titles: tuple[Honour, ...] = ()
    awards: tuple[Honour, ...] = ()
    unit_head: Confirmation | None = None
    superior: Confirmation = BLANK


def movement_achievement_report(context: MovementAchievementReportContext) -> OfficialDocument:
    """Return the report (Decree 98/2023, form 08; Decree 152/2025, form 08)."""
    line, name = signing_line(context.person, context.collective)
    reporter = reporting(line, name, office=context.office, place=context.place, day=context.date)
    return unnumbered(
        context.office,
        kind_name=REPORT,
        abstract=f"Đề nghị {context.request} về {context.merit}",
        blocks=(*_body(context), *signatures(reporter, context.superior, context.unit_head)),
        day=context.date,
        year=context.year,
    )


def _body(context: MovementAchievementReportContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "I.", "SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH")
    yield from subject_lines(context.person, context.collective)
    yield Heading(Level.SECTION, "II.", "THÀNH TÍCH ĐẠT ĐƯỢC")
    yield said("Phong trào, chuyên đề thi đua", context.movement)
    yield said("Thời gian lập thành tích", context.period)
    yield from titled("1.", "Kết quả thực hiện các chỉ tiêu, nội dung thi đua", context.results)
    yield from titled("2.", "Biện pháp, giải pháp và kinh nghiệm", context.measures)
    if context.titles or context.awards:
        yield from received("III.", context.titles, context.awards, context.date)
    yield closing(subject_name(context.person, context.collective))


KIND: Final = Kind(
    slug="movement_achievement_report",
    name="Báo cáo thành tích theo chuyên đề, phong trào",
    context=MovementAchievementReportContext,
    build=movement_achievement_report,
    forms=(decree_98("Mẫu số 08"), decree_152("Mẫu số 08")),
)
