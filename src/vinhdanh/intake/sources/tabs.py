"""Tables kept by tabs, one row a line (Word's "save as plain text")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vinhdanh.intake.blocks import Block, Line, Table
from vinhdanh.intake.columns import column_kind
from vinhdanh.intake.numbering import group_number, names_time, row_number, split_group
from vinhdanh.intake.text_marks import PART_MARK, is_upper

if TYPE_CHECKING:
    from collections.abc import Iterator

_MIN_CELLS = 3
_MAX_HEAD_LINES = 8
_MAX_TAIL = 80
_TABLE_END = re.compile(r"^\s*(?:Nơi nhận|TM\.|KT\.|TL\.|Ghi chú:|PHỤ LỤC|Trên đây là|KẾ HOẠCH$)")


def part_tabbed(lines: list[Line]) -> Iterator[Block]:
    """Yield the lines as they stand, and what is laid out with tabs as tables."""
    at = 0
    while at < len(lines):
        head = _head_at(lines, at) if "\t" in lines[at].text else None
        if head is None:
            yield lines[at]
            at += 1
            continue
        rows, at = _rows_from(lines, at + head[1], len(head[0]))
        yield Table((tuple(head[0]), *rows))


def _head_at(lines: list[Line], start: int) -> tuple[list[str], int] | None:
    """Return the head's cells and how many lines it takes, or None."""
    cells = lines[start].text.split("\t")
    if column_kind(cells[0]) not in {"no", "content"}:
        return None
    height = 1
    for line in lines[start + 1 : start + _MAX_HEAD_LINES]:
        if not line.text.strip()[:1].islower():
            break
        first, *others = line.text.split("\t")
        cells = [*cells[:-1], f"{cells[-1]}\n{first.strip()}", *others]
        height += 1
    while cells and not cells[-1].strip():
        cells.pop()
    kinds = {column_kind(cell.replace("\n", " ")) for cell in cells}
    is_head = "no" in kinds or len(kinds - {None}) > 1
    is_short = all(len(cell) <= _MAX_TAIL for cell in cells)
    return (cells, height) if len(cells) >= _MIN_CELLS and is_head and is_short else None


def _rows_from(lines: list[Line], start: int, width: int) -> tuple[list[tuple[str, ...]], int]:
    rows: list[list[str]] = []
    after_blank, group_at = False, start
    for at in range(start, len(lines)):
        text = lines[at].text
        if not text.strip(" "):
            after_blank = True
            continue
        if _TABLE_END.match(text):
            return _closed(rows, width), at
        if "\t" in text and _head_at(lines, at) is not None:
            is_heading = bool(rows) and len(rows[-1]) == 1
            return _closed(rows[:-1] if is_heading else rows, width), group_at if is_heading else at
        pieces = [piece.strip() for piece in text.split("\t")]
        if _begins_row(pieces, rows, width):
            rows.append(pieces)
            group_at = at
        elif _goes_on(pieces, rows, width, after_blank=after_blank):
            rows[-1][-1] = f"{rows[-1][-1]}\n{pieces[0]}"
            rows[-1].extend(pieces[1:])
        else:
            return _closed(rows, width), at
        after_blank = False
    return _closed(rows, width), len(lines)


def _begins_row(pieces: list[str], rows: list[list[str]], width: int) -> bool:
    if len(pieces) == 1:
        return _is_group(pieces[0])
    if not rows or len(pieces) >= width:
        return True
    is_numbered = row_number(pieces[0]) or group_number(pieces[0])
    return bool(is_numbered) or len(rows[-1]) >= width or _is_group(rows[-1][0])


def _goes_on(pieces: list[str], rows: list[list[str]], width: int, *, after_blank: bool) -> bool:
    """Tell whether a line is the rest of the row's last cell."""
    if not rows or len(rows[-1]) + len(pieces) - 1 > width:
        return False
    if len(rows[-1]) < width:
        return len(rows[-1]) > 1
    return not after_blank and len(pieces[0]) <= _MAX_TAIL


def _is_group(text: str) -> bool:
    number, name = split_group(text)
    is_part = PART_MARK.match(text) is not None and name[:1].isupper()
    return (
        is_part
        or (number is not None and is_upper(name))
        or names_time(text)
        or (
            is_upper(text) and len(text) > 8  # noqa: PLR2004 - a heading, no code
        )
    )


def _closed(rows: list[list[str]], width: int) -> list[tuple[str, ...]]:
    """Return the rows with the empty cells at their end that were not printed."""
    return [
        tuple(row if len(row) == 1 else [*row, *[""] * (width - len(row))][:width]) for row in rows
    ]
