"""Hướng dẫn: how units review, nominate and report, by when, on which forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

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
from vinhdanh.documents.model import Appendix, Column, OfficialDocument, Row, Table, paragraph

_STEPS: Final = (
    Column("STT", 12, "center"),
    Column("Nội dung công việc", 70),
    Column("Đơn vị thực hiện", 45),
    Column("Thời hạn", 38, "center"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceStep:
    """One step of the round: what, who, by when."""

    work: str
    unit: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceContext:
    """Facts of a guidance; its steps become an appendix with deadlines."""

    paper: Paper
    subject: str
    clauses: tuple[Clause, ...]
    bases: tuple[str, ...] = ()
    opening: str = ""
    steps: tuple[GuidanceStep, ...] = ()
    closing: str = ""


def guidance(context: GuidanceContext) -> OfficialDocument:
    """Return the guidance (Decree 30/2020, Annex III, sample 1.4)."""
    name = context.paper.office.name
    subject = context.subject[:1].lower() + context.subject[1:]
    opening = context.opening or f"{name} hướng dẫn {subject} như sau:"
    note = ("(Có Phụ lục tiến độ thực hiện kèm theo)",) if context.steps else ()
    closing = context.closing or (
        f"Trên đây là Hướng dẫn {subject}. Trong quá trình thực hiện, nếu có vướng mắc, đề nghị "
        f"các đơn vị phản ánh về {name} để được hướng dẫn, giải quyết"
    )
    blocks = (
        paragraph(opening),
        *clause_blocks(context.clauses),
        *(paragraph(text, italic=True) for text in note),
        paragraph(closing),
    )
    return issued(
        context.paper,
        code="HD",
        kind_name="HƯỚNG DẪN",
        abstract=context.subject,
        bases=context.bases,
        blocks=closed(blocks),
        appendices=numbered((_annex(context),)) if context.steps else (),
    )


def _annex(context: GuidanceContext) -> Appendix:
    rows = tuple(
        Row((str(at), one.work, one.unit, one.due)) for at, one in enumerate(context.steps, start=1)
    )
    return Appendix(
        label="",
        title="TIẾN ĐỘ THỰC HIỆN",
        reference=reference_line("Hướng dẫn", "HD", context.paper),
        blocks=(Table(columns=_STEPS, rows=rows),),
    )


KIND: Final = Kind(
    slug="guidance",
    name="Hướng dẫn bình xét, đề nghị khen thưởng",
    context=GuidanceContext,
    build=guidance,
)
