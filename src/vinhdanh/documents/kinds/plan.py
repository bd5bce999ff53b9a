"""Kế hoạch: a plan of a year or of a movement with its table of tasks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import (
    Clause,
    Paper,
    clause_blocks,
    closed,
    numbered,
    reference_line,
)
from vinhdanh.documents.kinds.frames import issued
from vinhdanh.documents.model import (
    Appendix,
    Block,
    Column,
    GroupRow,
    OfficialDocument,
    Row,
    Table,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_TASK_COLUMNS: Final = (
    Column("Stt", 11, "center"),
    Column("Nội dung", 55),
    Column("Đơn\u00a0vị chủ\u00a0trì", 25, "center"),
    Column("Cơ quan phối hợp", 45),
    Column("Thời\u00a0gian thực\u00a0hiện", 29, "center"),
)
_PRODUCT: Final = Column("Sản\u00a0phẩm", 35)
_NOTE: Final = Column("Ghi\u00a0chú", 30)
_WIDE: Final = 6
"""Columns from which the annex lies across."""
_ANNEX_NOTE: Final = "(Có Phụ lục nhiệm vụ cụ thể kèm theo)"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    """One row of the annex; tasks of one group stand together under its name."""

    content: str
    lead: str
    partners: str = ""
    due: str = ""
    group: str = ""
    no: str = ""
    """Its number as printed; its place in the table where it has none."""
    product: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContext:
    """Facts of a plan. The body is a tree of clauses numbered as they shall print."""

    paper: Paper
    subject: str
    bases: tuple[str, ...]
    clauses: tuple[Clause, ...]
    opening: tuple[str, ...] = ()
    closing: str = ""
    tasks: tuple[PlanTask, ...] = ()
    tasks_title: str = ""
    annex_note: str = _ANNEX_NOTE
    """Printed before the closing unless a clause already points to the annex."""


def plan(context: PlanContext) -> OfficialDocument:
    """Return the plan as a document (Decree 30/2020, Annex III, sample 1.4)."""
    return issued(
        context.paper,
        code="KH",
        kind_name="KẾ HOẠCH",
        abstract=context.subject,
        bases=context.bases,
        blocks=_body(context),
        appendices=numbered((_annex(context),)) if context.tasks else (),
    )


def _body(context: PlanContext) -> tuple[Block, ...]:
    blocks: list[Block] = [paragraph(text) for text in context.opening]
    blocks += clause_blocks(context.clauses)
    if context.tasks and context.annex_note and not _mentions_annex(context.clauses):
        blocks.append(paragraph(context.annex_note, italic=True))
    blocks.append(paragraph(context.closing or _closing(context)))
    return closed(tuple(blocks))


def _mentions_annex(clauses: tuple[Clause, ...]) -> bool:
    return any("phụ lục" in one.text.lower() or _mentions_annex(one.children) for one in clauses)


def _closing(context: PlanContext) -> str:
    name = context.paper.office.name
    subject = context.subject[:1].lower() + context.subject[1:]
    return (
        f"Trên đây là Kế hoạch {subject}, {name} yêu cầu các cơ quan, đơn vị, tổ chức và cá nhân "
        "có liên quan nghiêm túc triển khai thực hiện. Trong quá trình thực hiện, nếu có khó khăn, "
        f"vướng mắc, kịp thời phản ánh về {name} để xem xét, giải quyết."
    )


def _annex(context: PlanContext) -> Appendix:
    columns, rows = _table(context.tasks)
    return Appendix(
        label="Phụ lục",
        title=(context.tasks_title or f"Nội dung {context.subject}").upper(),
        reference=reference_line("Kế hoạch", "KH", context.paper),
        blocks=(Table(columns=columns, rows=rows),),
        landscape=len(columns) >= _WIDE,
    )


def _table(tasks: tuple[PlanTask, ...]) -> tuple[tuple[Column, ...], tuple[Row | GroupRow, ...]]:
    """Return columns and rows; product and note stand there when a task has one."""
    more = [
        (column, name)
        for column, name in ((_PRODUCT, "product"), (_NOTE, "note"))
        if any(getattr(task, name) for task in tasks)
    ]
    columns = (*_TASK_COLUMNS, *(column for column, _ in more))
    return columns, tuple(_rows(tasks, tuple(name for _, name in more)))


def _rows(tasks: tuple[PlanTask, ...], more: tuple[str, ...]) -> Iterator[Row | GroupRow]:
    group = ""
    for order, task in enumerate(tasks, start=1):
        if task.group and task.group != group:
            group = task.group
            yield GroupRow(group)
        printed = (task.no or str(order), task.content, task.lead, task.partners, task.due)
        yield Row((*printed, *(getattr(task, name) for name in more)))


KIND: Final = Kind(
    slug="plan",
    name="Kế hoạch",
    context=PlanContext,
    build=plan,
)
