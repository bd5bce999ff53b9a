"""Tables drawn with pipes: Markdown rows, and the pipe-on-its-own-line form of web extracts."""

from __future__ import annotations

import re

from vinhdanh.intake.blocks import Block, Line, Table
from vinhdanh.intake.columns import column_kind
from vinhdanh.intake.numbering import looks_like_row_number
from vinhdanh.intake.text_marks import ROMAN, is_rule, join_all

_ROW = re.compile(r"^\s*\|.*\|\s*$")
_SEPARATOR = re.compile(r"^[\s|:\-=+]+$")
_TABLE_END = re.compile(r"^\s*(?:PHỤ LỤC|KẾ HOẠCH$|Nơi nhận|Phụ lục|BIỂU|Ghi chú:)")
_MAX_HEADER_CELL = 80


def gather_tables(lines: list[Line]) -> list[Block]:
    """Turn what is drawn with pipes into tables; a pipe elsewhere only ends a paragraph."""
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        text = lines[at].text.strip()
        if text == "|":
            table, following = _read_lone_pipes(lines, at)
            if table is not None:
                blocks.append(table)
                at = following
                continue
            blocks.append(Line("", is_fresh=True))
        elif _ROW.match(text) and text.count("|") > 2:  # noqa: PLR2004 - two cells at least
            at = _read_markdown_rows(lines, at, blocks)
            continue
        else:
            was_pipe = at > 0 and lines[at - 1].text.strip() == "|"
            blocks.append(Line(lines[at].text, lines[at].is_fresh or was_pipe))
        at += 1
    return blocks


def _read_markdown_rows(lines: list[Line], at: int, blocks: list[Block]) -> int:
    rows: list[tuple[str, ...]] = []
    while at < len(lines) and _ROW.match(lines[at].text.strip()):
        text = lines[at].text.strip()
        if not _SEPARATOR.match(text):
            cells = re.split(r"(?<!\\)\|", text[1:-1])
            rows.append(tuple(re.sub(r"<br\s*/?>", "\n", cell).strip() for cell in cells))
        at += 1
    blocks.append(Table(tuple(rows)))
    return at


def _read_lone_pipes(lines: list[Line], start: int) -> tuple[Table | None, int]:
    """Read a table that begins with the pipe at `start`, if a header of columns follows."""
    if not _begins_header(lines, start):
        return None, start
    cells, at = _cells_from(lines, start)
    width = _header_width(cells)
    if width == 0:
        return None, start
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    end = at
    for position, (text, pipes, following) in enumerate(cells):
        row.append(text)
        end = following
        next_text = cells[position + 1][0] if position + 1 < len(cells) else None
        row_ends, empties = _after_cell(row, pipes, width, next_text)
        row.extend([""] * empties)
        if row_ends:
            rows.append(tuple(row))
            row = []
            left_table = pipes == 1 and not is_rule(text)
            if left_table and next_text is not None and not is_rule(next_text):
                break
    if row:
        rows.append(tuple(row))
    return Table(tuple(rows)), end


def _begins_header(lines: list[Line], start: int) -> bool:
    said: list[str] = []
    for line in lines[start + 1 : start + 8]:
        if line.text.strip() == "|":
            break
        said.append(line.text)
    text = join_all(said)
    return bool(text) and len(text) <= _MAX_HEADER_CELL and column_kind(text) in {"no", "content"}


def _cells_from(lines: list[Line], start: int) -> tuple[list[tuple[str, int, int]], int]:
    """Return cells as (text, pipes after it, index after those pipes)."""
    cells: list[tuple[str, int, int]] = []
    at = start + 1
    while at < len(lines):
        said: list[str] = []
        while at < len(lines) and lines[at].text.strip() != "|":
            said.append(lines[at].text)
            at += 1
        text = join_all([line for line in said if line.strip()])
        if _TABLE_END.match(text) or (not text and at >= len(lines)):
            break
        pipes = 0
        while at < len(lines) and lines[at].text.strip() in {"|", ""}:
            pipes += lines[at].text.strip() == "|"
            if pipes and not lines[at].text.strip() and not _pipe_follows(lines, at):
                break
            at += 1
        if pipes == 0:
            break
        cells.append((text, pipes, at))
    return cells, at


def _pipe_follows(lines: list[Line], at: int) -> bool:
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return at < len(lines) and lines[at].text.strip() == "|"


def _header_width(cells: list[tuple[str, int, int]]) -> int:
    """Return how many cells stand before the first double pipe, if they name columns."""
    for count, (text, pipes, _) in enumerate(cells, start=1):
        if len(text) > _MAX_HEADER_CELL:
            return 0
        if pipes >= 2:  # noqa: PLR2004 - the row's end and the next row's begin
            kinds = {column_kind(cell[0]) for cell in cells[:count]}
            return count if len(kinds - {None}) >= 2 else 0  # noqa: PLR2004
    return 0


def _after_cell(row: list[str], pipes: int, width: int, following: str | None) -> tuple[bool, int]:
    """Tell whether the row ends after its latest cell, and how many empty cells follow it."""
    filled = len(row)
    is_gap = filled == 1 and row[0] != "" and is_rule(row[0])
    if following is None or filled >= width or is_gap:
        return True, 0
    if pipes == 1:
        return False, 0
    if filled + pipes - 2 == width:
        return True, pipes - 2
    is_short = pipes == 2 and (looks_like_row_number(following) or is_rule(following))  # noqa: PLR2004
    is_group = pipes == 2 and re.match(rf"^{ROMAN}$|^{ROMAN}\.|^[A-Z]$", row[0])  # noqa: PLR2004
    if is_short or (is_group and filled <= 2):  # noqa: PLR2004
        return True, 0
    return False, pipes - 1
