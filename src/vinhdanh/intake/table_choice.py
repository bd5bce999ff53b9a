"""Which tables of a plan hold its tasks, and what to call those that do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vinhdanh.intake.columns import column_kind
from vinhdanh.intake.periods import is_period, match_period
from vinhdanh.intake.text_marks import is_upper, join_all
from vinhdanh.kernel.text import fold

if TYPE_CHECKING:
    from vinhdanh.intake.blocks import Cell, Line, Table
    from vinhdanh.intake.tables import RawTable

_TARGETS = re.compile(
    r"\b(?:chi tieu|don vi tinh|dvt|so luong|ty le|muc tieu|danh hieu|hinh thuc khen"
    r"|ket qua (?:nam|thuc hien)|thuc hien nam|nam 20\d\d|muc thuong|dinh muc|thanh tien)\b"
)
_LAYOUT = re.compile(
    r"cộng h[òo]a xã hội|độc lập\s*[-–]|nơi nhận|^\s*(?:tm|kt|tl)\s*[./]", re.IGNORECASE
)
_TIME_IN_HEADING = re.compile(r"(?:qu[ýí]|tháng)\s", re.IGNORECASE)
_MIN_WIDTH = 3
_MAX_HEADING = 150
_SHOWN = 3
_MAX_NAME = 40


def part_task_tables(tables: list[RawTable]) -> tuple[list[RawTable], list[str]]:
    """Part the tables that read as lists of tasks from tables of targets, which are named."""
    tasks = [table for table in tables if not _reads_as_targets(table)]
    if not tasks:
        return tables, []
    return tasks, [name_of_table(table.head) for table in tables if table not in tasks]


def _reads_as_targets(table: RawTable) -> bool:
    return "period" not in table.kinds and any(
        _TARGETS.search(fold(cell or "")) for cell in table.head
    )


def is_data_table(table: Table) -> bool:
    """Tell whether a table holds rows of facts rather than the layout of a page."""
    rows = [[cell for cell in row if cell] for row in table.rows]
    wide = [row for row in rows if len(row) >= _MIN_WIDTH]
    return len(wide) > 1 and not any(_LAYOUT.search(cell) for row in rows for cell in row)


def has_own_head(table: Table) -> bool:
    """Tell whether a table begins with names of columns, so that it goes on with nothing."""
    first = [join_all(cell.split("\n")) for cell in table.rows[0] if cell] if table.rows else []
    return len(first) >= _MIN_WIDTH and column_kind(first[0]) == "no"


def name_of_table(head: tuple[Cell, ...]) -> str:
    """Return how a table is called in a sentence, by the heads of its first columns."""
    named = [join_all(cell.split("\n"))[:_MAX_NAME] for cell in head if cell and cell.strip()]
    return f"bảng “{', '.join(named[:_SHOWN])}{'…' if len(named) > _SHOWN else ''}”"


def time_above(lines: list[Line]) -> str | None:
    """Return the heading right above a table that says when its tasks are due ("Quý I")."""
    last = next((line.text.strip() for line in reversed(lines[-6:]) if line.text.strip()), "")
    if not last or len(last) > _MAX_HEADING or (last[-1] in ".;" and not is_upper(last)):
        return None
    for found in _TIME_IN_HEADING.finditer(last):
        if match_period(last, found.start()) == len(last.rstrip(" :.)")):
            return last if is_period(last) else last[found.start() :].rstrip(" :.)")
    return None
