"""WordprocessingML pieces: runs, paragraphs, rules, tables, written in schema order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

_JUSTIFY: Final = {"justify": "both", "left": "left", "center": "center", "right": "right"}
_TWIPS_PER_MM: Final = 1440 / 25.4
_TWIPS_PER_POINT: Final = 20
_EIGHTHS: Final = 8
SINGLE: Final = 240
_BLACK: Final = "000000"


def twips(mm: float) -> str:
    """Return a length in twentieths of a point."""
    return str(round(mm * _TWIPS_PER_MM))


def element(tag: str, *children: BaseOxmlElement | None, **attributes: str) -> BaseOxmlElement:
    """Return a `w:` element with `w:` attributes; children that are None are left out."""
    made: BaseOxmlElement = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    for child in children:
        if child is not None:
            made.append(child)
    return made


def flag(tag: str, *, on: bool) -> BaseOxmlElement | None:
    """Return an empty element where on."""
    return element(tag) if on else None


def run(
    text: str, size: float, *, bold: bool = False, italic: bool = False, ink: str = ""
) -> BaseOxmlElement:
    """Return a run of text in a size of points; a line end breaks the line, ink is a hex colour."""
    half_points = str(round(size * 2))
    properties = element(
        "rPr",
        flag("b", on=bold),
        flag("i", on=italic),
        element("color", val=ink) if ink else None,
        element("sz", val=half_points),
        element("szCs", val=half_points),
    )
    return element("r", properties, *_words(text))


def _words(text: str) -> Iterator[BaseOxmlElement]:
    for at, line in enumerate(text.split("\n")):
        if at:
            yield element("br")
        words = element("t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        yield words


def page_field(size: float) -> list[BaseOxmlElement]:
    """Return the runs of a PAGE field."""
    instruction = element("instrText")
    instruction.text = "PAGE"
    parts = (
        element("fldChar", fldCharType="begin"),
        instruction,
        element("fldChar", fldCharType="end"),
    )
    half_points = str(round(size * 2))
    return [element("r", element("rPr", element("sz", val=half_points)), part) for part in parts]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a paragraph stands: spaces in points, indents in millimetres."""

    align: str = "left"
    before: float = 0
    after: float = 0
    first_line: float = 0
    left: float = 0
    right: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False
    outline: int = 0
    exact: float = 0
    """Line height in points, single where 0."""
    top_rule: float = 0
    """Thickness in points of a rule above the paragraph."""
    frame: float = 0
    """Thickness in points of a frame around it, its word in the middle of the height."""
    is_double: bool = False
    ink: str = ""


def paragraph(runs: Iterable[BaseOxmlElement], setting: Setting) -> BaseOxmlElement:
    """Return a paragraph."""
    return element("p", _paragraph_properties(setting), *runs)


def rule(thickness: float, width: float, available: float, before: float = 2) -> BaseOxmlElement:
    """Return a rule of the given width, centred: a two-point paragraph with a top border."""
    side = (available - width) / 2
    setting = Setting(left=side, right=side, before=before, exact=2, top_rule=thickness)
    return paragraph((run("", 1),), setting)


def dotted_line(height: float, *, keep_next: bool = False) -> BaseOxmlElement:
    """Return an empty line with dots under it to write on, height in millimetres."""
    border = element("bottom", val="dotted", sz="4", space="0", color="000000")
    between = element("between", val="dotted", sz="4", space="0", color="000000")
    spacing = element("spacing", before="0", after="0", line=twips(height), lineRule="exact")
    kept = [element("keepNext")] if keep_next else []
    return element("p", element("pPr", *kept, element("pBdr", border, between), spacing))


def _paragraph_properties(one: Setting) -> BaseOxmlElement:
    line = round(one.exact * _TWIPS_PER_POINT) or SINGLE
    spacing = element(
        "spacing",
        before=str(round(one.before * _TWIPS_PER_POINT)),
        after=str(round(one.after * _TWIPS_PER_POINT)),
        line=str(line),
        lineRule="exact" if one.exact else "auto",
    )
    indent = element(
        "ind", left=twips(one.left), right=twips(one.right), firstLine=twips(one.first_line)
    )
    return element(
        "pPr",
        flag("keepNext", on=one.keep_next),
        flag("keepLines", on=one.keep_lines),
        flag("pageBreakBefore", on=one.page_break),
        _frame(one) if one.frame else _top_border(one.top_rule),
        spacing,
        indent,
        element("jc", val=_JUSTIFY[one.align]),
        element("textAlignment", val="center") if one.frame else None,
        element("outlineLvl", val=str(one.outline - 1)) if one.outline else None,
    )


def _top_border(thickness: float) -> BaseOxmlElement | None:
    if not thickness:
        return None
    return element("pBdr", _line("top", thickness))


def _frame(one: Setting) -> BaseOxmlElement:
    sides = ("top", "left", "bottom", "right")
    style, ink = "double" if one.is_double else "single", one.ink or _BLACK
    return element("pBdr", *(_line(side, one.frame, style=style, ink=ink) for side in sides))


def _line(
    side: str, thickness: float, *, style: str = "single", ink: str = _BLACK
) -> BaseOxmlElement:
    size = str(round(thickness * _EIGHTHS))
    return element(side, val=style, sz=size, space="0", color=ink)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell: its paragraphs, its span, where its text stands."""

    content: Sequence[BaseOxmlElement]
    columns: int = 1
    vertical: str = "center"
    merge: str = ""
    """"restart" or "continue" of a cell over several rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A table row; head rows repeat on every page."""

    cells: Sequence[Cell]
    head: bool = False
    may_split: bool = False
    height: float = 0
    """Least height in millimetres."""


def table(
    widths: Sequence[float], rows: Iterable[TableRow], *, line: float = 0, padding: float = 0
) -> BaseOxmlElement:
    """Return a table of fixed widths in millimetres, ruled where line is given."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element("tblBorders", *(_line(side, line) for side in sides)) if line else None
    properties = element(
        "tblPr",
        element("tblW", w=twips(sum(widths)), type="dxa"),
        element("jc", val="center") if line else None,
        borders,
        element("tblLayout", type="fixed"),
        _margins(padding, upright=padding if line else 0),
    )
    grid = element("tblGrid", *(element("gridCol", w=twips(width)) for width in widths))
    return element("tbl", properties, grid, *(_row(one, widths) for one in rows))


def _margins(padding: float, *, upright: float) -> BaseOxmlElement:
    sizes: dict[str, Any] = {"top": upright, "left": padding, "bottom": upright, "right": padding}
    return element(
        "tblCellMar",
        *(element(side, w=twips(size), type="dxa") for side, size in sizes.items()),
    )


def _row(row: TableRow, widths: Sequence[float]) -> BaseOxmlElement:
    properties = element(
        "trPr",
        flag("cantSplit", on=not row.may_split),
        element("trHeight", val=twips(row.height), hRule="atLeast") if row.height else None,
        flag("tblHeader", on=row.head),
    )
    made = element("tr", properties)
    at = 0
    for cell in row.cells:
        made.append(_cell(cell, sum(widths[at : at + cell.columns])))
        at += cell.columns
    return made


def _cell(cell: Cell, width: float) -> BaseOxmlElement:
    properties = element(
        "tcPr",
        element("tcW", w=twips(width), type="dxa"),
        element("gridSpan", val=str(cell.columns)) if cell.columns > 1 else None,
        element("vMerge", val=cell.merge) if cell.merge else None,
        element("vAlign", val=cell.vertical),
    )
    return element("tc", properties, *cell.content)
