"""Word files (.docx), read straight from their XML within fixed bounds."""

from __future__ import annotations

import io
import zipfile

from lxml import etree  # type: ignore[import-untyped]

from vinhdanh.intake.blocks import Block, Cell, Line, Table
from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.sources.word_numbering import W, WordNumbering

_DOCUMENT = "word/document.xml"
_NUMBERING = "word/numbering.xml"
_MAX_ENTRIES = 5_000
_MAX_PART = 60 * 1024 * 1024
_MAX_TOTAL = 300 * 1024 * 1024
_MAX_RATIO = 250
_SMALL = 2 * 1024 * 1024
_MAX_SPAN = 100
_MAX_DEPTH = 5
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}txbxContent"}


def read_docx(data: bytes, name: str) -> list[Block]:
    """Return paragraphs and tables of a Word file in reading order."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_archive(archive, name)
            document = _parse(_read_part(archive, _DOCUMENT, name), name)
            numbering = None
            if _NUMBERING in archive.namelist():
                numbering = _parse(_read_part(archive, _NUMBERING, name), name)
    except (
        zipfile.BadZipFile,
        KeyError,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise _broken(name) from error
    body = document.find(f"{W}body")
    if body is None:
        raise _broken(name)
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


def _check_archive(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    is_bomb = total > _SMALL and total > _MAX_RATIO * max(1, packed)
    if len(entries) > _MAX_ENTRIES or total > _MAX_TOTAL or is_bomb:
        raise _too_big(name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableFileError(
            f"Tệp “{name}” đang đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại."
        )
    if _DOCUMENT not in archive.namelist():
        raise UnreadableFileError(
            f"Tệp “{name}” không phải là tệp Word (.docx); hãy mở kế hoạch bằng Word và lưu lại "
            "dạng “Word Document (*.docx)” rồi tải lên lại."
        )


def _read_part(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    with archive.open(part) as stream:
        data = stream.read(_MAX_PART + 1)
    if len(data) > _MAX_PART:
        raise _too_big(name)
    return data


def _parse(data: bytes, name: str) -> etree._Element:
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise _broken(name)
    parser = etree.XMLParser(
        resolve_entities=False,
        huge_tree=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(name) from error


def _too_big(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"Tệp “{name}” bung ra lớn bất thường nên không mở; hãy lưu lại kế hoạch thành tệp Word "
        f"mới."
    )


def _broken(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"Tệp Word “{name}” bị hỏng hoặc thiếu phần nội dung; hãy mở bằng Word, lưu lại rồi tải "
        f"lên lại."
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
