"""Công văn: a letter that directs, asks, answers or passes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Clause, Paper, clause_blocks, closed
from vinhdanh.documents.kinds.frames import letter
from vinhdanh.documents.model import OfficialDocument, paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialLetterContext:
    """Facts of a letter. subject follows "V/v" and begins in lower case."""

    paper: Paper
    unit: str
    """Code of the unit or field that drafts it, the last part of the symbol: "VHXH"."""
    subject: str
    addressees: tuple[str, ...]
    opening: tuple[str, ...]
    clauses: tuple[Clause, ...] = ()
    closing: str = ""


def official_letter(context: OfficialLetterContext) -> OfficialDocument:
    """Return the letter (Decree 30/2020, Annex III, sample 1.5)."""
    name = context.paper.office.name
    closing = context.closing or f"{name} đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện"
    blocks = (
        *(paragraph(text) for text in context.opening),
        *clause_blocks(context.clauses, depth=1),
        paragraph(closing),
    )
    return letter(
        context.paper,
        unit=context.unit,
        subject=context.subject,
        addressees=context.addressees,
        blocks=closed(blocks),
    )


KIND: Final = Kind(
    slug="official_letter",
    name="Công văn",
    context=OfficialLetterContext,
    build=official_letter,
)
