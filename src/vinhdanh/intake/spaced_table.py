"""Tables kept by spaces only (pdftotext -layout): columns are where nobody writes."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from vinhdanh.intake.columns import Kind, column_kind
from vinhdanh.intake.numbering import group_number, names_time, row_number, split_group
from vinhdanh.intake.tables import RawTable
from vinhdanh.intake.text_marks import is_rule, is_upper, join_all
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from vinhdanh.intake.blocks import Line
    from vinhdanh.intake.loose_table import LooseHead

_GAP = re.compile(r"\S\s{3,}\S")
_HEAD_WORD = re.compile(
    r"^(?:s?tt|số|nội|nhiệm|công|đơn|cơ|thời|chủ|phối|tên|hoạt|sản|kết|ghi|tiến)\b", re.IGNORECASE
)
_MIN_SHARE = 0.4
_CROSSING = 0.04
_MAX_HEAD_CELL = 40
_MAX_WIDTH = 600
_MAX_LINES = 4000

GridRow = list[str]


def read_spaced_table(lines: list[Line], head: LooseHead, end: int) -> RawTable | None:
    """Return the rows of a table laid out with spaces, or None if it is not laid out so."""
    texts = [line.text.rstrip()[:_MAX_WIDTH] for line in lines[head.start : end]][:_MAX_LINES]
    filled = [text for text in texts if text.strip()]
    if not filled or sum(bool(_GAP.search(text)) for text in filled) < _MIN_SHARE * len(filled):
        return None
    height = head.end - head.start
    edges = _column_edges(texts, height, len(head.kinds))
    if edges is None:
        return None
    kinds = _kinds_of(texts[:height], edges, head.kinds)
    if kinds is None:
        return None
    raw = RawTable(kinds)
    grid = _without_heads([_cells(text, edges) for text in texts[height:]], kinds)
    heads = {
        at: name
        for at, (text, row) in enumerate(zip(texts[height:], grid, strict=True))
        if any(row) and (name := _group_name(text, kinds))
    }
    if "no" in kinds:
        _fill_numbered(raw, grid, kinds, heads)
    else:
        _fill_unnumbered(raw, grid, kinds, heads)
    return raw if raw.rows else None


def _column_edges(texts: list[str], height: int, columns: int) -> list[int] | None:
    """Return where each column begins: after the widest stretches that hardly any line crosses."""
    spaced = [text for text in texts if _GAP.search(text)]
    width = max(map(len, texts))
    inked = [0] * width
    for text in [*spaced, *(text for text in texts[:height] for _ in spaced)]:
        for at in range(len(text)):
            if text[max(0, at - 1) : at + 2].strip():
                inked[at] += 1
    most = _CROSSING * len(spaced)
    gaps: list[tuple[int, int]] = []
    at = next((at for at in range(width) if inked[at] > most), 0)
    while at < width:
        if inked[at] <= most:
            start = at
            while at < width and inked[at] <= most:
                at += 1
            if at < width:
                gaps.append((at - start, at))
        at += 1
    if len(gaps) < columns - 1:
        return None
    chosen = sorted(gaps, reverse=True)[: columns - 1]
    return [0, *sorted(at for _, at in chosen)]


def _cells(text: str, edges: list[int]) -> GridRow:
    bounds = [*edges, max(len(text), edges[-1]) + 1]
    return [text[start:end].strip() for start, end in pairwise(bounds)]


def _kinds_of(head: list[str], edges: list[int], kinds: tuple[Kind, ...]) -> list[Kind] | None:
    cells = [_cells(text, edges) for text in head]
    names = [join_all([row[at] for row in cells]) for at in range(len(edges))]
    found = [column_kind(name) for name in names]
    if None in found or set(found) != set(kinds):
        return None
    return [kind for kind in found if kind is not None]


def _without_heads(grid: list[GridRow], kinds: list[Kind]) -> list[GridRow]:
    """Blank out the lines of heads repeated after a page break."""
    kept = [list(row) for row in grid]
    at = 0
    while at < len(grid):
        for height in (4, 3, 2, 1) if _may_be_head(grid[at]) else ():
            block = grid[at : at + height]
            names = [join_all([row[column] for row in block]) for column in range(len(kinds))]
            if [column_kind(name) for name in names] == kinds:
                for row in kept[at : at + height]:
                    row[:] = [""] * len(kinds)
                at += height - 1
                break
        at += 1
    return kept


def _may_be_head(row: GridRow) -> bool:
    filled = [text for text in row if text]
    return (
        bool(filled)
        and all(len(text) < _MAX_HEAD_CELL and not text[0].isdigit() for text in filled)
        and any(_HEAD_WORD.search(text) for text in filled)
    )


def _fill_numbered(
    raw: RawTable, grid: list[GridRow], kinds: list[Kind], heads: dict[int, str]
) -> None:
    number_at = kinds.index("no")
    starts = [at for at, row in enumerate(grid) if row_number(row[number_at])]
    if not starts:
        return
    bounds = _row_bounds(grid, starts, heads, kinds)
    begins = {
        begin: (number_line, end) for (begin, end), number_line in zip(bounds, starts, strict=True)
    }
    at = 0
    while at < len(grid):
        if at in heads and at not in begins:
            text = heads[at]
            while at + 1 < len(grid) and at + 1 in heads and not split_group(heads[at + 1])[0]:
                at += 1
                text = f"{text} {heads[at]}"
            raw.add_group(text)
        elif at in begins:
            number_line, end = begins[at]
            _add(raw, grid[at:end], kinds, grid[number_line][number_at])
            at = end - 1
        elif any(grid[at]) and all(is_rule(text) for text in grid[at]):
            raw.pending_gap = True
        at += 1


def _row_bounds(
    grid: list[GridRow], starts: list[int], heads: dict[int, str], kinds: list[Kind]
) -> list[tuple[int, int]]:
    """Return the lines of each row; a number may stand in the middle of its row's height."""
    content_at = kinds.index("content")
    first = next((at for at, row in enumerate(grid) if any(row) and at not in heads), starts[0])
    is_centred = first < starts[0] or any(not grid[at][content_at][:1].isupper() for at in starts)
    bounds: list[tuple[int, int]] = []
    head_lines = sorted(heads)
    begin = first
    for at, following in zip(starts, [*starts[1:], len(grid)], strict=True):
        if not is_centred:
            begin = at
        position = bisect_right(head_lines, at)
        stop = min(following, head_lines[position]) if position < len(head_lines) else following
        end = stop
        if is_centred and stop == following and following < len(grid):
            end = _best_border(grid, at, following, begin, content_at)
        bounds.append((begin, end))
        begin = end
        while begin < len(grid) and (begin in heads or not any(grid[begin])):
            begin += 1
    return bounds


def _best_border(grid: list[GridRow], at: int, following: int, begin: int, content_at: int) -> int:
    """Return where the row around line `at` is over, when numbers are centred in their rows."""
    expected = at + (at - begin) + 1
    best, lowest = following, 1e9
    for border in range(at + 1, following + 1):
        content = grid[border][content_at]
        cost = abs(border - expected) * 1.0
        if not any(grid[border - 1]):
            cost -= 3.0
        cells = [text for text in grid[border] if text]
        if cells and not all(text[:1].isupper() or text[:1].isdigit() for text in cells):
            cost += 4.0
        if content and not content[:1].isupper():
            cost += 4.0
        if grid[border - 1][content_at].endswith((",", "-")):
            cost += 4.0
        if cost < lowest:
            best, lowest = border, cost
    return best


def _group_name(text: str, kinds: list[Kind]) -> str | None:
    """Return the head of a group that a line is, or None."""
    name = squeeze(text)
    number, _, rest = name.partition(" ")
    if group_number(number) and is_upper(rest) and len(rest) > 3:  # noqa: PLR2004 - no code
        return f"{number.rstrip('.)/')}. {rest}"
    if _GAP.search(text.strip()):
        return None
    is_time = "period" not in kinds and names_time(name)
    is_name = is_upper(name) and len(name) > 5  # noqa: PLR2004 - a heading, no code
    return name if is_time or is_name else None


def _fill_unnumbered(
    raw: RawTable, grid: list[GridRow], kinds: list[Kind], heads: dict[int, str]
) -> None:
    """Fill rows without numbers: parted by blank lines, or begun where all columns begin."""
    filled = [at for at, row in enumerate(grid) if any(row)]
    apart = sum(following - at > 1 for at, following in pairwise(filled))
    by_blank = apart >= 2 and apart >= len(filled) / 8  # noqa: PLR2004
    block: list[GridRow] = []
    for at, row in enumerate(grid):
        is_new = (by_blank and not any(row)) or (not by_blank and _begins_all(row, kinds))
        if (is_new or at in heads) and block:
            _add(raw, block, kinds, None)
            block = []
        if at in heads:
            raw.add_group(heads[at])
        elif any(row):
            block.append(row)
    if block:
        _add(raw, block, kinds, None)


def _begins_all(row: GridRow, kinds: list[Kind]) -> bool:
    """Tell whether the line begins a cell in every column that a row must have."""
    needed = [at for at, kind in enumerate(kinds) if kind in {"content", "lead", "period"}]
    return all(row[at] and not row[at][:1].islower() for at in needed)


def _add(raw: RawTable, block: list[GridRow], kinds: list[Kind], number: str | None) -> None:
    cells: dict[Kind, str] = {}
    for at, kind in enumerate(kinds):
        if kind not in {"no", "other"}:
            cells[kind] = join_all([row[at] for row in block if row[at]])
    raw.add_row(cells, row_number(number or ""))
