"""Kế hoạch phát động phong trào thi đua: whom it calls, what counts, what is awarded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper, closed
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.kinds.passages import EMPTY, Passage, passage_blocks
from vinhdanh.documents.model import (
    Block,
    Column,
    Heading,
    Level,
    OfficialDocument,
    Row,
    Table,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_CRITERIA: Final = (
    Column("STT", 13, "center"),
    Column("Đối tượng áp dụng", 42),
    Column("Tiêu chuẩn", 84),
    Column("Bắt\u00a0buộc", 26, "center"),
)
_TASKS: Final = (
    Column("STT", 13, "center"),
    Column("Nhiệm vụ", 62),
    Column("Chủ trì", 32),
    Column("Phối hợp", 34),
    Column("Thời\u00a0hạn", 26, "center"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementCriterion:
    """A standard of the movement and for whom it holds; a required one must be met."""

    subject: str
    standard: str
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementTask:
    """A piece of the work: who leads, who co-operates, until when."""

    content: str
    lead: str
    partners: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementPlanContext:
    """Facts of a launch. subject is the abstract: "phát động phong trào thi đua “…” năm 2024"."""

    paper: Paper
    subject: str
    bases: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    slogan: str = ""
    purpose: Passage
    subjects: Passage
    """Whom the movement calls."""
    contents: Passage
    criteria: tuple[MovementCriterion, ...] = ()
    awards: Passage
    """Forms, numbers and who decides."""
    timing: Passage
    """Launch, interim and final review."""
    execution: Passage = EMPTY
    tasks: tuple[MovementTask, ...] = ()


def movement_plan(context: MovementPlanContext) -> OfficialDocument:
    """Return the plan (Decree 30/2020, Annex III, sample 1.4)."""
    subject = context.subject
    return issued(
        context.paper,
        code="KH",
        kind_name="KẾ HOẠCH",
        abstract=subject[:1].upper() + subject[1:],
        bases=context.bases,
        blocks=closed(tuple(_body(context))),
    )


def _body(context: MovementPlanContext) -> Iterator[Block]:
    subject = context.subject[:1].lower() + context.subject[1:]
    name = context.paper.office.name
    default = f"{name} ban hành Kế hoạch {subject} như sau:"
    yield from (paragraph(text) for text in context.opening or (default,))
    yield Heading(Level.SECTION, "I.", "MỤC ĐÍCH, YÊU CẦU")
    yield from passage_blocks(context.purpose)
    yield from _content(context)
    yield Heading(Level.SECTION, "III.", "HÌNH THỨC, SỐ LƯỢNG, THẨM QUYỀN KHEN THƯỞNG")
    yield from passage_blocks(context.awards)
    yield Heading(Level.SECTION, "IV.", "THỜI GIAN THỰC HIỆN")
    yield from passage_blocks(context.timing)
    yield from _execution(context)
    yield paragraph(
        f"Trên đây là Kế hoạch {subject}; {name} yêu cầu các cơ quan, đơn vị, các thôn nghiêm túc "
        f"triển khai thực hiện. Trong quá trình thực hiện, nếu có vướng mắc, kịp thời phản ánh về "
        f"{name} để xem xét, giải quyết."
    )


def _content(context: MovementPlanContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "II.", "ĐỐI TƯỢNG, NỘI DUNG, TIÊU CHÍ THI ĐUA")
    yield Heading(Level.CLAUSE, "1.", "Đối tượng")
    yield from passage_blocks(context.subjects)
    yield Heading(Level.CLAUSE, "2.", "Nội dung")
    if context.slogan:
        yield paragraph(f"Khẩu hiệu thi đua: “{context.slogan}”.")
    yield from passage_blocks(context.contents)
    if context.criteria:
        yield Heading(Level.CLAUSE, "3.", "Tiêu chí")
        rows = enumerate(context.criteria, start=1)
        yield Table(_CRITERIA, tuple(_criterion(at, one) for at, one in rows))


def _criterion(at: int, one: MovementCriterion) -> Row:
    return Row((str(at), one.subject, one.standard, "Có" if one.is_required else "Không"))


def _execution(context: MovementPlanContext) -> Iterator[Block]:
    yield Heading(Level.SECTION, "V.", "TỔ CHỨC THỰC HIỆN")
    if context.execution != EMPTY or not context.tasks:
        yield from passage_blocks(context.execution)
    if context.tasks:
        yield Table(
            _TASKS,
            tuple(
                Row((str(at), one.content, one.lead, one.partners, one.due))
                for at, one in enumerate(context.tasks, start=1)
            ),
        )


KIND: Final = Kind(
    slug="movement_plan",
    name="Kế hoạch phát động phong trào thi đua",
    context=MovementPlanContext,
    build=movement_plan,
)
