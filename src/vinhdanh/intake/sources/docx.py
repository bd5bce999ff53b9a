"""Word files (.docx), read straight from their XML within fixed bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.blocks import Block, Cell, Line, Table
from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.sources.archive import broken, opened
from vinhdanh.intake.sources.word_numbering import W, WordNumbering

if TYPE_CHECKING:
    from lxml import etree  # type: ignore[import-untyped]

_DOCUMENT = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_MAX_SPAN = 100
_MAX_DEPTH = 5
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}txbxContent"}


def read_docx(data: bytes, name: str) -> list[Block]:
    """Return paragraphs and tables of a Word file in reading order."""
    with opened(data, name) as archive:
        if _DOCUMENT not in archive:
            raise _other(name)
        body = archive.parse(_DOCUMENT).find(f"{W}body")
        numbering = archive.parse(_NUMBERING) if _NUMBERING in archive else None
    if body is None:
        raise broken(name)
    reader = _Reader(WordNumbering(numbering))
    blocks = reader.blocks_of(body, 0)
    if not any(_has_text(block) for block in blocks):
        raise UnreadableFileError(
            f"Tệp Word “{name}” không có chữ nào (có thể chỉ có ảnh chụp); hãy dùng bản gốc có chữ."
        )
    return blocks


def _has_text(block: Block) -> bool:
    if isinstance(block, Line):
        return bool(block.text.strip())
    return any(cell and cell.strip() for row in block.rows for cell in row)


def _other(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"Tệp “{name}” không phải là tệp Word (.docx); hãy mở kế hoạch bằng Word và lưu lại dạng "
        "“Word Document (*.docx)” rồi tải lên lại."
    )


class _Reader:
    """Walks one document; the counters of automatic numbering run along."""

    def __init__(self, numbering: WordNumbering) -> None:
        self._numbering = numbering

    def blocks_of(self, parent: etree._Element, depth: int) -> list[Block]:
        blocks: list[Block] = []
        for child in parent:
            if child.tag == f"{W}p":
                blocks.extend(
                    Line(text, is_fresh=at == 0) for at, text in enumerate(self._paragraph(child))
                )
            elif child.tag == f"{W}tbl" and depth < _MAX_DEPTH:
                blocks.extend(self._table(child, depth))
            elif child.tag in {
                f"{W}sdt",
                f"{W}sdtContent",
                f"{W}ins",
                f"{W}customXml",
                f"{W}smartTag",
            }:
                blocks.extend(self.blocks_of(child, depth))
        return blocks

    def _paragraph(self, paragraph: etree._Element) -> list[str]:
        said: list[str] = []
        _gather(paragraph, said)
        label = self._numbering.label_of(paragraph)
        text = "".join(said)
        lines = (f"{label} {text}" if label else text).split("\n")
        return [line.rstrip() for line in lines]

    def _table(self, table: etree._Element, depth: int) -> list[Block]:
        rows: list[tuple[Cell, ...]] = []
        nested: list[Block] = []
        above: list[Cell] = []
        for row in _rows_of(table):
            cells: list[Cell] = [None] * min(_MAX_SPAN, _value_of(row, f"{W}trPr/{W}gridBefore", 0))
            for cell in _cells_of(row):
                text, inner = self._cell(cell, depth)
                nested.extend(inner)
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                if (
                    merge is not None
                    and merge.get(f"{W}val") != "restart"
                    and len(cells) < len(above)
                ):
                    text = above[len(cells)] or ""
                cells.append(text)
                span = _value_of(cell, f"{W}tcPr/{W}gridSpan", 1)
                cells.extend([None] * (min(span, _MAX_SPAN) - 1))
            rows.append(tuple(cells))
            above = cells
        return [Table(tuple(rows)), *nested]

    def _cell(self, cell: etree._Element, depth: int) -> tuple[str, list[Block]]:
        said: list[str] = []
        nested: list[Block] = []
        for block in self.blocks_of(cell, depth + 1):
            if isinstance(block, Line):
                said.append(block.text)
            elif max((len(row) for row in block.rows), default=0) > 2:  # noqa: PLR2004
                nested.append(block)
            else:
                said.extend(text for row in block.rows for text in row if text)
        return "\n".join(said).strip("\n"), nested


def _gather(element: etree._Element, said: list[str]) -> None:
    for child in element:
        if child.tag == f"{W}t":
            said.append(child.text or "")
        elif child.tag == f"{W}tab":
            said.append("    " if element.tag == f"{W}r" else "")
        elif child.tag in {f"{W}br", f"{W}cr"}:
            said.append("\n")
        elif child.tag == f"{W}noBreakHyphen":
            said.append("-")
        elif child.tag not in _SKIPPED and isinstance(child.tag, str):
            _gather(child, said)


def _rows_of(table: etree._Element) -> list[etree._Element]:
    return _unwrapped(table, f"{W}tr")


def _cells_of(row: etree._Element) -> list[etree._Element]:
    return _unwrapped(row, f"{W}tc")


def _unwrapped(parent: etree._Element, tag: str) -> list[etree._Element]:
    """Return children with a tag, looking through content controls and tracked insertions."""
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == tag:
            if child.find(f"{W}trPr/{W}del") is None:
                found.append(child)
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"}:
            found.extend(_unwrapped(child, tag))
    return found


def _value_of(element: etree._Element, path: str, default: int) -> int:
    found = element.find(path)
    try:
        return int(found.get(f"{W}val") or default) if found is not None else default
    except ValueError:
        return default
