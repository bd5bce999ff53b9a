"""Tables kept by spaces only (pdftotext -layout): columns are where nobody writes."""

from __future__ import annotations

import re
from itertools import pairwise

from vinhdanh.intake.blocks import Line
from vinhdanh.intake.columns import Kind, column_kind
from vinhdanh.intake.loose_table import LooseHead
from vinhdanh.intake.numbering import group_number, row_number, split_group
from vinhdanh.intake.tables import RawTable
from vinhdanh.intake.text_marks import is_rule, is_upper, join_all

_GAP = re.compile(r"\S\s{3,}\S")
_MIN_SHARE = 0.4
_CROSSING = 0.04
_MAX_WIDTH = 600
_MAX_LINES = 4000

GridRow = list[str]


def read_spaced_table(lines: list[Line], head: LooseHead, end: int) -> RawTable | None:
    """Return the rows of a table laid out with spaces, or None if it is not laid out so."""
    texts = [line.text.rstrip()[:_MAX_WIDTH] for line in lines[head.start : end]][:_MAX_LINES]
    filled = [text for text in texts if text.strip()]
    if not filled or sum(bool(_GAP.search(text)) for text in filled) < _MIN_SHARE * len(filled):
        return None
    edges = _column_edges(filled, len(head.kinds))
    if edges is None:
        return None
    height = head.end - head.start
    kinds = _kinds_of(texts[:height], edges, head.kinds)
    if kinds is None:
        return None
    raw = RawTable(kinds)
    grid = _without_heads([_cells(text, edges) for text in texts[height:]], kinds)
    if "no" in kinds:
        _fill_numbered(raw, grid, kinds)
    else:
        _fill_by_blank_lines(raw, grid, kinds)
    return raw if raw.rows else None


def _column_edges(texts: list[str], columns: int) -> list[int] | None:
    """Return where each column begins: after the widest stretches that hardly any line crosses."""
    spaced = [text for text in texts if _GAP.search(text)]
    width = max(map(len, texts))
    inked = [0] * width
    for text in spaced:
        for at in range(len(text)):
            if not text[max(0, at - 1) : at + 2].strip() == "" or text[at] != " ":
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
        for height in (4, 3, 2, 1):
            block = grid[at : at + height]
            names = [join_all([row[column] for row in block]) for column in range(len(kinds))]
            if [column_kind(name) for name in names] == kinds:
                for row in kept[at : at + height]:
                    row[:] = [""] * len(kinds)
                at += height - 1
                break
        at += 1
    return kept


def _fill_numbered(raw: RawTable, grid: list[GridRow], kinds: list[Kind]) -> None:
    number_at = kinds.index("no")
    starts = [at for at, row in enumerate(grid) if row_number(row[number_at])]
    if not starts:
        return
    heads = {at: text for at, row in enumerate(grid) if (text := _group_text(row, number_at))}
    bounds = _row_bounds(grid, starts, heads, kinds)
    begins = dict(zip((bound[0] for bound in bounds), starts, strict=True))
    at = 0
    while at < len(grid):
        if at in heads and at not in begins:
            text = heads[at]
            while at + 1 < len(grid) and at + 1 in heads and not split_group(heads[at + 1])[0]:
                at += 1
                text = f"{text} {heads[at]}"
            raw.add_group(text)
        elif at in begins:
            position = starts.index(begins[at])
            end = bounds[position][1]
            _add(raw, grid[at:end], kinds, grid[begins[at]][number_at])
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
    begin = first
    for at, following in zip(starts, [*starts[1:], len(grid)], strict=True):
        if not is_centred:
            begin = at
        stop = next((head for head in sorted(heads) if at < head < following), following)
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


def _group_text(row: GridRow, number_at: int) -> str | None:
    text = join_all(row)
    if group_number(row[number_at]) and is_upper(text):
        rest = join_all([cell for at, cell in enumerate(row) if at != number_at])
        return f"{row[number_at].rstrip('.')}. {rest}"
    if not row[number_at] and text and is_upper(text) and len(text) > 5:  # noqa: PLR2004
        return text
    number, _ = split_group(text)
    return text if number and sum(bool(cell) for cell in row) >= 1 and is_upper(text) else None


def _fill_by_blank_lines(raw: RawTable, grid: list[GridRow], kinds: list[Kind]) -> None:
    block: list[GridRow] = []
    for row in [*grid, [""] * len(kinds)]:
        if any(row):
            block.append(row)
        elif block:
            text = join_all([join_all(line) for line in block])
            if is_upper(text):
                raw.add_group(text)
            else:
                _add(raw, block, kinds, None)
            block = []


def _add(raw: RawTable, block: list[GridRow], kinds: list[Kind], number: str | None) -> None:
    cells: dict[Kind, str] = {}
    for at, kind in enumerate(kinds):
        if kind not in {"no", "other"}:
            cells[kind] = join_all([row[at] for row in block if row[at]])
    raw.add_row(cells, row_number(number or ""))
