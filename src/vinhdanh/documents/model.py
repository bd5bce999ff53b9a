"""An administrative document as data: what it says, never how a renderer draws it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from vinhdanh.documents.marks import UNMARKED, Marks

if TYPE_CHECKING:
    import datetime as dt

Align = Literal["left", "center", "right", "justify"]


class Level(StrEnum):
    """Rank of a heading (Decree 30/2020, Annex I, II.6.đ), from large to small."""

    PART = "part"  # Phần thứ nhất, Chương I, Mục 1: own centred line, title under it
    SECTION = "section"  # I. MỤC ĐÍCH, YÊU CẦU
    CLAUSE = "clause"  # 1. Mục đích


class Marker(StrEnum):
    """What stands before the items of a list."""

    DASH = "dash"
    NUMBER = "number"
    LETTER = "letter"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its number as printed: "I.", "1.", "Phần thứ nhất"."""

    level: Level
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; label is "a)", "1." or, with bold_label, "Điều 1."."""

    runs: tuple[Run, ...]
    label: str = ""
    bold_label: bool = False
    align: Align = "justify"
    indent: bool = True
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items one below the other, marked alike."""

    items: tuple[str, ...]
    marker: Marker = Marker.DASH


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; width is a share of the table, in any unit."""

    title: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of a table head of several rows."""

    text: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, one text per column."""

    cells: tuple[str, ...]
    bold: bool = False


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A row over the whole width that names the rows after it."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table whose head repeats on every page.

    Without head, the titles of the columns make it.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | GroupRow, ...]
    caption: str = ""
    head: tuple[tuple[HeadCell, ...], ...] = ()
    with_next: bool = False
    """The last two rows stay on one page with what follows, down to the signatures."""
    row_height: float = 0
    """Least height in millimetres of a row with an empty cell to sign in; not of bold rows."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: authority and position lines in capitals, then the name.

    `("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")`, `("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")`, `("CHỦ TỊCH",)`.
    No name leaves it to the pen.
    """

    lines: tuple[str, ...]
    name: str
    above: str = ""
    """Line in italics over the position, such as a place and date of its own."""
    note: str = ""
    """Line in italics under the position: "(Ký, ghi rõ họ tên)"."""


@dataclass(frozen=True, slots=True)
class SignatureGrid:
    """Signatures side by side, as under minutes, pledges and lists; a row is never torn."""

    cells: tuple[Signature, ...]
    columns: int = 2
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Dotted lines over the whole width, to be filled in by hand."""

    count: int = 1
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | ItemList | Table | SignatureGrid | WritingLines | PageBreak


@dataclass(frozen=True, slots=True)
class Header:
    """Name of the issuing body and of its direct parent, line by line, in capitals."""

    issuer: tuple[str, ...]
    parent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix on pages of its own, numbered from 1 again.

    label is "Phụ lục", "Phụ lục I" or empty (a list that goes with a decision).
    """

    label: str
    title: str
    reference: str
    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialDocument:
    """One administrative document of Decree 30/2020.

    No number and no date make a draft: both keep room for a pen. No kind_name makes a
    công văn: its abstract is printed after "V/v" under the number. Papers that are not among
    the types of the Decree leave out what they do not have: no symbol prints no number, no
    place prints no line with the date, no header puts Quốc hiệu in the middle of the page.
    """

    header: Header | None
    symbol: str
    place: str
    kind_name: str
    abstract: str
    blocks: tuple[Block, ...]
    number: int | None = None
    date: dt.date | None = None
    year: int | None = None
    authority_line: str = ""
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    signature: Signature | None = None
    recipients: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    landscape: bool = False
    """Across, for a main text that is a wide table (Annex I, I.2)."""
    framed: bool = False
    """With the ornamented border of a certificate, across; not a paper of the Decree."""
    marks: Marks = UNMARKED


def paragraph(text: str, *, label: str = "", bold: bool = False, italic: bool = False) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph(runs=(Run(text, bold, italic),), label=label)


def article(number: int, text: str) -> Paragraph:
    """Return an article: "Điều 1." in bold, its text on the same line."""
    return Paragraph(runs=(Run(text),), label=f"Điều {number}.", bold_label=True)


def centred(text: str, *, bold: bool = False, italic: bool = False) -> Paragraph:
    """Return a line in the middle that stays with what follows."""
    run = Run(text, bold, italic)
    return Paragraph(runs=(run,), align="center", indent=False, with_next=True)
