"""Tables that a PDF keeps by spaces only: columns begin where the headings begin."""

from __future__ import annotations

import re

from vinhdanh.intake.lists.grid import Grid, GridCell, GridRow

_GAP = re.compile(r"\s{3,}")
_MIN_COLUMNS = 3
_SLACK = 2


def spaced_grids(lines: list[str]) -> list[Grid]:
    """Return the tables whose first heading is the running number."""
    heads = [at for at, line in enumerate(lines) if _is_head(line)]
    grids = []
    for number, (at, end) in enumerate(zip(heads, [*heads[1:], len(lines)], strict=True), 1):
        grids.append(_grid(lines[at:end], number))
    return grids


def _is_head(line: str) -> bool:
    parts = _GAP.split(line.strip())
    return (
        len(parts) >= _MIN_COLUMNS
        and re.fullmatch(r"s?tt|số tt", parts[0], re.IGNORECASE) is not None
    )


def _grid(lines: list[str], number: int) -> Grid:
    edges = [start for start, _ in _pieces(lines[0])]
    grid = Grid(f"Bảng {number}", [], can_continue=True, width=len(edges))
    for line in lines:
        pieces = _pieces(line)
        if not pieces:
            continue
        cells: list[GridCell] = [""] * len(edges)
        for start, text in pieces:
            at = max((i for i, edge in enumerate(edges) if start >= edge - _SLACK), default=0)
            cells[at] = f"{cells[at]} {text}".strip()
        is_wrapped = grid.rows and not cells[0] and _continues(cells)
        if is_wrapped:
            before = grid.rows[-1].cells
            grid.rows[-1].cells = [f"{a} {b}".strip() for a, b in zip(before, cells, strict=True)]
        else:
            grid.rows.append(GridRow(len(grid.rows) + 1, cells))
    return grid


def _continues(cells: list[GridCell]) -> bool:
    """Tell whether a line without number goes on from the row above it."""
    return not cells[1] or all(str(cell)[:1].islower() for cell in cells if cell)


def _pieces(line: str) -> list[tuple[int, str]]:
    pieces = []
    at = 0
    for part in _GAP.split(line.rstrip()):
        start = line.find(part, at)
        if part.strip():
            pieces.append((start + len(part) - len(part.lstrip()), part.strip()))
        at = start + len(part)
    return pieces
