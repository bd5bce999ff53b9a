"""Excel files (.xlsx), read straight from their XML: values, fonts, merges, what is hidden.

A general reader gives values only, and lays out a sheet with two far cells as billions of them.
"""

from __future__ import annotations

import datetime as dt
import io
import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.lists.grid import UNSOLVED, Grid, GridCell, GridRow, Source
from vinhdanh.intake.lists.old_fonts import said_in_fonts
from vinhdanh.intake.lists.sources.cell_refs import column_of, merge_into
from vinhdanh.intake.lists.sources.xlsx_parts import PLAIN, Style, runs_of, styles_of, texts_of
from vinhdanh.intake.sources.archive import SAFE, Archive, broken, opened

if TYPE_CHECKING:
    from vinhdanh.intake.lists.fonts import OldFont
    from vinhdanh.intake.lists.sources.xlsx_parts import Runs

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_RELATION_ID = "id"
MAX_ROWS = 50_000
MAX_COLUMNS = 256
MAX_SHEETS = 60
_MAX_CELLS = 1_000_000
_MAX_TEXT = 32_767
_DAYS = range(1, 2_958_466)
_YEARS = range(1900, 2101)
"""Whole numbers that a person typed as a year, even into a cell formatted as a day."""


@dataclass(slots=True)
class _Book:
    """What the sheets of one file share."""

    archive: Archive
    name: str
    texts: list[Runs]
    styles: list[Style]
    zero: dt.date
    cells: int = 0
    shown: dict[tuple[int, str], tuple[str, OldFont | None]] = field(default_factory=dict)
    old_fonts: set[str] = field(default_factory=set)


def read_xlsx(data: bytes, name: str) -> Source:
    """Return the sheets of a workbook."""
    with opened(data, name) as archive:
        if _WORKBOOK not in archive:
            raise broken(name)
        root = archive.parse(_WORKBOOK)
        book = _book(archive, root, name)
        relations = _relations(archive)
        grids: list[Grid] = []
        for node in root.iterfind("{*}sheets/{*}sheet"):
            part = relations.get(_relation(node), "")
            if part in archive and len(grids) < MAX_SHEETS:
                grids.append(_sheet(book, part, node))
    return Source(grids, [])


def _book(archive: Archive, root: etree._Element, name: str) -> _Book:
    properties = root.find("{*}workbookPr")
    is_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
    zero = dt.date(1904, 1, 1) if is_1904 else dt.date(1899, 12, 30)
    texts = "xl/sharedStrings.xml"
    styles = "xl/styles.xml"
    return _Book(
        archive,
        name,
        texts_of(archive.parse(texts)) if texts in archive else [],
        styles_of(archive.parse(styles)) if styles in archive else [],
        zero,
    )


def _relations(archive: Archive) -> dict[str, str]:
    return {
        node.get("Id") or "": posixpath.normpath(
            posixpath.join("/xl", node.get("Target") or "")
        ).lstrip("/")
        for node in archive.parse(_RELATIONS).iterfind("{*}Relationship")
    }


def _relation(node: etree._Element) -> str:
    for key, value in node.attrib.items():
        if etree.QName(key).localname == _RELATION_ID and "}" in key:
            return str(value)
    return ""


def _sheet(book: _Book, part: str, node: etree._Element) -> Grid:
    grid = Grid(f"Trang tính “{node.get('name') or ''}”", [])
    grid.is_hidden = (node.get("state") or "visible") != "visible"
    book.old_fonts = grid.old_fonts
    merges: list[str] = []
    hidden: set[int] = set()
    stream = io.BytesIO(book.archive.read(part))
    tags = ("{*}row", "{*}mergeCell", "{*}col")
    for _, element in etree.iterparse(stream, events=("end",), tag=tags, **SAFE):
        kind = etree.QName(element).localname
        if kind == "row":
            _add_row(book, grid, element)
        elif kind == "mergeCell":
            merges.append(element.get("ref") or "")
        elif element.get("hidden") in {"1", "true"}:
            last = min(int(element.get("max") or 0), MAX_COLUMNS)
            hidden.update(range(int(element.get("min") or 1) - 1, last))
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    grid.hidden_columns = frozenset(hidden)
    grid.width = max((len(row.cells) for row in grid.rows), default=0)
    merge_into(grid, merges)
    return grid


def _add_row(book: _Book, grid: Grid, element: etree._Element) -> None:
    last = grid.rows[-1].number if grid.rows else 0
    stated = element.get("r")
    number = int(stated) if stated else last + 1
    cells: list[GridCell] = []
    at = -1
    for node in element:
        at = column_of(node.get("r"), at + 1)
        said = _value(book, node) if at < MAX_COLUMNS else ""
        if said == "" or said is None:
            continue
        cells.extend([""] * (at - len(cells)))
        cells[at:] = [said]
        book.cells += 1
    if cells:
        if len(grid.rows) >= MAX_ROWS or book.cells > _MAX_CELLS:
            raise _too_long(book.name)
        grid.rows.append(GridRow(number, cells, element.get("hidden") in {"1", "true"}))


def _too_long(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"Tệp “{name}” có quá {MAX_ROWS:,} dòng".replace(",", ".")
        + "; hãy tách thành nhiều tệp nhỏ hơn rồi tải lên lại."
    )


def _value(book: _Book, node: etree._Element) -> GridCell:
    kind = node.get("t") or "n"
    style_at = node.get("s")
    style = PLAIN
    if style_at and int(style_at) < len(book.styles):
        style = book.styles[int(style_at)]
    value: str | None = None
    is_formula = False
    for child in node:
        tag = child.tag
        if tag.endswith("}v"):
            value = child.text or ""
        elif tag.endswith("}is"):
            return _said(book, runs_of(child), style.font)
        elif tag.endswith("}f"):
            is_formula = True
    if value is None:
        return UNSOLVED if is_formula else ""
    if kind == "s":
        return _shared(book, int(value or 0), style.font)
    if kind in {"str", "inlineStr"}:
        return _said(book, ((value, ""),), style.font)
    if kind == "b":
        return "Có" if value == "1" else "Không"
    return value if kind in {"e", "d"} else _number(book, value, style)


def _shared(book: _Book, at: int, font: str) -> str:
    key = (at, font)
    if key not in book.shown:
        runs = book.texts[at] if 0 <= at < len(book.texts) else ()
        book.shown[key] = said_in_fonts(runs, font)
    text, old = book.shown[key]
    if old:
        book.old_fonts.add(old)
    return text[:_MAX_TEXT]


def _said(book: _Book, runs: Runs, font: str) -> str:
    text, old = said_in_fonts(runs, font)
    if old:
        book.old_fonts.add(old)
    return text[:_MAX_TEXT]


def _number(book: _Book, value: str, style: Style) -> GridCell:
    try:
        number = float(value)
    except ValueError:
        return value
    is_whole = number.is_integer()
    if style.is_date and int(number) in _DAYS and not (is_whole and int(number) in _YEARS):
        return book.zero + dt.timedelta(days=int(number))
    if style.is_percent:
        return f"{round(number * 100, 6):g}%".replace(".", ",")
    if is_whole and abs(number) < 1e15:  # noqa: PLR2004 - beyond, digits are lost anyway
        return str(int(number))
    return f"{round(number, 9):.15g}".replace(".", ",")
