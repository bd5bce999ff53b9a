"""What every kind of paper shares: the body it comes from, its number, its signer, its text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates, numbers
from vinhdanh.documents.marks import UNMARKED, Marks
from vinhdanh.documents.model import (
    Appendix,
    Block,
    Column,
    Header,
    Heading,
    ItemList,
    Level,
    Paragraph,
    Row,
    Run,
    Signature,
    Table,
    paragraph,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

_LOCALITY_TYPES: Final = ("xã", "phường", "thị trấn", "đặc khu")
_ENDS: Final = " .;,:/"


@dataclass(frozen=True, slots=True)
class Office:
    """An issuing body: its name in running text, its header lines, its code, its place."""

    name: str
    code: str
    place: str
    header: Header


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The frame of one paper. Without number and date it is a draft of the given year."""

    office: Office
    signature: Signature
    recipients: tuple[str, ...] = ("Lưu: VT",)
    number: int | None = None
    date: dt.date | None = None
    year: int | None = None
    marks: Marks = UNMARKED
    """Secrecy, urgency, circulation, drafter, contact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A piece of the body with its number as printed ("I.", "1.", "a)", "-" or none).

    A title makes a heading on its own line: in capitals at the top, in bold below it.
    """

    number: str = ""
    title: str = ""
    text: str = ""
    children: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTable:
    """A table of figures inside a report; the first column holds names."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def peoples_committee(locality: str, place: str = "") -> Office:
    """Return the People's Committee of "xã Minh Tiến"; it prints no parent line."""
    return Office(
        name=f"Ủy ban nhân dân {locality}",
        code="UBND",
        place=place or bare_name(locality),
        header=Header(issuer=("ỦY BAN NHÂN DÂN", locality.upper())),
    )


def emulation_council(locality: str, place: str = "") -> Office:
    """Return the Emulation and Commendation Council of "xã Minh Tiến" under its Committee."""
    return Office(
        name=f"Hội đồng Thi đua - Khen thưởng {locality}",
        code="HĐTĐKT",
        place=place or bare_name(locality),
        header=Header(
            parent=("ỦY BAN NHÂN DÂN", locality.upper()),
            issuer=("HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"),
        ),
    )


def bare_name(locality: str) -> str:
    """Return "Minh Tiến" of "xã Minh Tiến"; a place named by a number keeps its type."""
    for kind in _LOCALITY_TYPES:
        bare = locality.removeprefix(f"{kind} ")
        if bare != locality:
            return f"{kind.capitalize()} {bare}" if bare[:1].isdigit() else bare
    return locality


def symbol(type_code: str, office: Office) -> str:
    """Return "KH-UBND": code of the type, code of the body (Annex I, II.3.b)."""
    return f"{type_code}-{office.code}"


def reference_line(type_name: str, type_code: str, paper: Paper) -> str:
    """Return the line under the title of an appendix that names the paper it goes with."""
    number = numbers.document_number(paper.number, symbol(type_code, paper.office))
    day = dates.issue_date(paper.date, paper.year)
    return f"(Kèm theo {type_name} số {number} {day} của {paper.office.name})"


def chair_reference(paper: Paper) -> str:
    """Return the same line for a decision, which the Chairman signs in his own power."""
    line = reference_line("Quyết định", "QĐ", paper)
    return line.replace(" của Ủy ban nhân dân ", " của Chủ tịch Ủy ban nhân dân ")


def numbered(appendices: tuple[Appendix, ...]) -> tuple[Appendix, ...]:
    """Label appendices: "Phụ lục", with Roman numbers from two on (Annex I, III.1.a)."""
    if len(appendices) == 1:
        return (replace(appendices[0], label="Phụ lục"),)
    return tuple(
        replace(one, label=f"Phụ lục {numbers.roman(at)}") for at, one in enumerate(appendices, 1)
    )


def clause_blocks(clauses: tuple[Clause, ...], depth: int = 0) -> Iterator[Block]:
    """Open a tree of clauses into headings and paragraphs."""
    for clause in clauses:
        if clause.title and depth == 0:
            yield Heading(Level.SECTION, clause.number, clause.title.upper())
        elif clause.title:
            yield Heading(Level.CLAUSE, clause.number, clause.title)
        if clause.text:
            yield paragraph(clause.text, label="" if clause.title else clause.number)
        yield from clause_blocks(clause.children, depth + 1)


def fact(name: str, value: str) -> Paragraph:
    """Return "Địa điểm: Phòng họp …" with the name in bold."""
    return Paragraph(runs=(Run(f"{name}: ", bold=True), Run(value)))


def figure_table(table: FigureTable) -> Table:
    """Return a table of figures: names to the left, figures to the right."""
    narrow = 1.0
    columns = tuple(
        Column(title, 2.6 if at == 0 else narrow, "left" if at == 0 else "right")
        for at, title in enumerate(table.columns)
    )
    rows = tuple(Row(row) for row in table.rows)
    return Table(columns=columns, rows=rows, caption=table.caption)


def closed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """End the last sentence of a paper with "./."."""
    last = blocks[-1]
    if isinstance(last, Paragraph):
        run = last.runs[-1]
        ended = replace(run, text=f"{run.text.rstrip(_ENDS)}./.")
        return (*blocks[:-1], replace(last, runs=(*last.runs[:-1], ended)))
    if isinstance(last, ItemList) and last.items:
        items = (*last.items[:-1], f"{last.items[-1].rstrip(_ENDS)}./.")
        return (*blocks[:-1], replace(last, items=items))
    return (*blocks, Paragraph(runs=(Run("./."),), indent=False))
