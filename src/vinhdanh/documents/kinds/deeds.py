"""Reports on one deed or one movement: whose they are, what they ask for, who signs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.documents.kinds.achievement import (
    BLANK,
    REPORT,
    Confirmation,
    closing,
    reporting,
    signatures,
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
from vinhdanh.documents.model import Heading, Level

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vinhdanh.documents.model import Block, OfficialDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedContext:
    """Facts of such a report; either person or collective is filled in."""

    person: Person | None = None
    collective: Collective | None = None
    request: str
    """What is applied for: "tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã"."""
    merit: str
    """Follows "về": "thành tích đột xuất trong cứu người bị đuối nước"."""
    office: Office | None = None
    """The unit; somebody without one prints Quốc hiệu in the middle."""
    place: str = ""
    """Where the report is signed, asked for without office."""
    date: dt.date | None = None
    year: int | None = None
    unit_head: Confirmation | None = None
    superior: Confirmation = BLANK


def deed_report(context: DeedContext, achieved: Iterable[Block]) -> OfficialDocument:
    """Return the report; achieved is what stands under "THÀNH TÍCH ĐẠT ĐƯỢC"."""
    line, name = signing_line(context.person, context.collective)
    reporter = reporting(line, name, office=context.office, place=context.place, day=context.date)
    return unnumbered(
        context.office,
        kind_name=REPORT,
        abstract=f"Đề nghị {context.request} về {context.merit}",
        blocks=(
            Heading(Level.SECTION, "I.", "SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH"),
            *subject_lines(context.person, context.collective),
            Heading(Level.SECTION, "II.", "THÀNH TÍCH ĐẠT ĐƯỢC"),
            *achieved,
            closing(subject_name(context.person, context.collective)),
            *signatures(reporter, context.superior, context.unit_head),
        ),
        day=context.date,
        year=context.year,
    )
