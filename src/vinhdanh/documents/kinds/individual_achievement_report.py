"""Báo cáo thành tích cá nhân: a person's merits of the years an award asks for."""

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
from vinhdanh.documents.kinds.achievement_subjects import Person, person_lines, signing_line
from vinhdanh.documents.kinds.common import Office
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.passages import EMPTY, Passage
from vinhdanh.documents.model import (
    Block,
    Column,
    Heading,
    Level,
    OfficialDocument,
    Row,
    Table,
    centred,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

_INITIATIVE_COLUMNS: Final = (
    Column("Năm", 28, "center"),
    Column("Tên sáng kiến, đề tài", 46),
    Column("Phạm vi, hiệu quả áp dụng", 44),
    Column("Số, ngày, tháng, năm của quyết định công nhận; cơ quan ban hành", 47),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative:
    """An initiative or study that a council has recognised."""

    year: str
    name: str
    effect: str = ""
    decision: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndividualAchievementReportContext:
    """Facts of a person's report. Without unit_head, the person heads the unit.

    request is what is applied for: "tặng danh hiệu Chiến sĩ thi đua cơ sở năm 2024".
    """

    person: Person
    request: str
    note: str = ""
    """Under the title, in brackets: "Khen thưởng công trạng năm 2024"."""
    office: Office | None = None
    """The person's unit; somebody without one prints Quốc hiệu in the middle."""
    place: str = ""
    """Where the report is signed, asked for without office."""
    date: dt.date | None = None
    year: int | None = None
    duties: Passage = EMPTY
    results: Passage = EMPTY
    initiatives: tuple[Initiative, ...] = ()
    gradings: tuple[Honour, ...] = ()
    titles: tuple[Honour, ...] = ()
    awards: tuple[Honour, ...] = ()
    unit_head: Confirmation | None = None
    superior: Confirmation = BLANK


def individual_achievement_report(context: IndividualAchievementReportContext) -> OfficialDocument:
    """Return the report (Decree 98/2023, form 03; Decree 152/2025, form 05).

    Form 05 is named by Decision 638/QĐ-BNV of 2025.
    """
    line, name = signing_line(context.person, None)
    reporter = reporting(line, name, office=context.office, place=context.place, day=context.date)
    return unnumbered(
        context.office,
        kind_name=REPORT,
        abstract=f"Đề nghị {context.request}".upper(),
        blocks=(*_body(context), *signatures(reporter, context.superior, context.unit_head)),
        day=context.date,
        year=context.year,
    )


def _body(context: IndividualAchievementReportContext) -> Iterator[Block]:
    if context.note:
        yield centred(f"({context.note})", italic=True)
    yield Heading(Level.SECTION, "I.", "SƠ LƯỢC LÝ LỊCH")
    yield from person_lines(context.person)
    yield Heading(Level.SECTION, "II.", "THÀNH TÍCH ĐẠT ĐƯỢC")
    yield from titled("1.", "Quyền hạn, nhiệm vụ được giao hoặc đảm nhận", context.duties)
    yield from titled("2.", "Thành tích đạt được của cá nhân", context.results)
    yield from _proofs(context)
    yield from received("III.", context.titles, context.awards, context.date)
    yield closing(context.person.name)


def _proofs(context: IndividualAchievementReportContext) -> Iterator[Block]:
    """Write initiatives and gradings, which prove the merits and stand only where there are any."""
    if context.initiatives:
        rows = tuple(
            Row((one.year, one.name, one.effect, one.decision)) for one in context.initiatives
        )
        yield Table(_INITIATIVE_COLUMNS, rows, caption="Sáng kiến, đề tài được công nhận")
    if context.gradings:
        name = "Mức độ hoàn thành nhiệm vụ"
        yield honours_table(context.gradings, name, "quyết định hoặc văn bản công nhận", name)


KIND: Final = Kind(
    slug="individual_achievement_report",
    name="Báo cáo thành tích cá nhân",
    context=IndividualAchievementReportContext,
    build=individual_achievement_report,
    forms=(
        decree_98("Mẫu số 03", confirmed=True),
        decree_152("Mẫu số 05", confirmed=True),
    ),
)
