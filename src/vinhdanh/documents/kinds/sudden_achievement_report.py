"""Báo cáo thành tích đột xuất: a deed nobody planned, told in one or two pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.forms import decree_98, decree_152
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.achievement import (
    BLANK,
    REPORT,
    Confirmation,
    closing,
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
class SuddenAchievementReportContext:
    """Facts of a deed; either person or collective is filled in.

    request is what is applied for: "tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã"; merit
    follows "về": "thành tích đột xuất trong cứu người bị đuối nước".
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
    happened: str = ""
    """Time and place of the deed."""
    deed: Passage = EMPTY
    effect: Passage = EMPTY
    unit_head: Confirmation | None = None
    superior: Confirmation = BLANK


def sudden_achievement_report(context: SuddenAchievementReportContext) -> OfficialDocument:
    """Return the report (Decree 98/2023, form 07; Decree 152/2025, form 06)."""
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


def _body(context: SuddenAchievementReportContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "I.", "SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH")
    yield from subject_lines(context.person, context.collective)
    yield Heading(Level.SECTION, "II.", "THÀNH TÍCH ĐẠT ĐƯỢC")
    yield said("Thời gian, địa điểm", context.happened)
    yield from titled("1.", "Nội dung thành tích đột xuất", context.deed)
    yield from titled("2.", "Kết quả, ý nghĩa và phạm vi ảnh hưởng", context.effect)
    yield closing(subject_name(context.person, context.collective))


KIND: Final = Kind(
    slug="sudden_achievement_report",
    name="Báo cáo thành tích đột xuất",
    context=SuddenAchievementReportContext,
    build=sudden_achievement_report,
    forms=(decree_98("Mẫu số 07"), decree_152("Mẫu số 06")),
)
