"""Sections of a report: text, numbered clauses, tables of figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.kinds.common import Clause, FigureTable, clause_blocks, figure_table
from vinhdanh.documents.model import Block, Heading, Level, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTHING: Final = "Trong kỳ báo cáo không phát sinh nội dung này."


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The text of one section: paragraphs, then numbered clauses, then tables of figures."""

    paragraphs: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    tables: tuple[FigureTable, ...] = ()


EMPTY: Final = Passage()


def sections(*titled: tuple[str, Passage]) -> Iterator[Block]:
    """Write titles in capitals with Roman numbers, each with its passage."""
    for at, (title, passage) in enumerate(titled, start=1):
        yield Heading(Level.SECTION, f"{numbers.roman(at)}.", title)
        yield from passage_blocks(passage)


def passage_blocks(passage: Passage) -> Iterator[Block]:
    """Write one passage; an empty one says that nothing occurred."""
    if passage == EMPTY:
        yield paragraph(_NOTHING)
    yield from (paragraph(text) for text in passage.paragraphs)
    yield from clause_blocks(passage.clauses, depth=1)
    yield from (figure_table(table) for table in passage.tables)
