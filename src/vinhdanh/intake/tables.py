"""Tasks out of a table whose cells are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vinhdanh.intake.bodies import split_bodies
from vinhdanh.intake.columns import Kind, column_kind
from vinhdanh.intake.draft import TaskDraft
from vinhdanh.intake.numbering import (
    NumberedRow,
    address_rows,
    group_number,
    row_number,
    split_group,
)
from vinhdanh.intake.periods import is_period, match_period
from vinhdanh.intake.text_marks import is_rule, is_upper, join_all
from vinhdanh.kernel.text import initial_capital, squeeze

if TYPE_CHECKING:
    from vinhdanh.intake.blocks import Cell, Table

_MAX_HEADER_AT = 6
_TASK_KINDS = {"lead", "partners", "period"}
_HEADER_COUNT = re.compile(r"^\(?(?:\d{1,2}|[a-eA-E])\)?$")
_QUARTER_HEAD = re.compile(
    r"^(?:qu[ýí]\s*(?:I{1,3}|IV|[1-4])|tháng\s*\d{1,2})(?:\W*\d{4})?$", re.IGNORECASE
)


@dataclass(slots=True)
class RawRow:
    """One row of a task table: cells by kind of column, and where it stands."""

    cells: dict[Kind, str]
    number: str | None
    group: int | None
    after_gap: bool = False


@dataclass(slots=True)
class RawTable:
    """All rows of a task table, and the heads of its groups."""

    kinds: list[Kind]
    rows: list[RawRow] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    pending_gap: bool = False
    head: tuple[Cell, ...] = ()
    """What is printed above the columns."""

    def put_under(self, text: str) -> None:
        """Put everything under a head that stands above the table."""
        self.groups.insert(0, text)
        for row in self.rows:
            row.group = 0 if row.group is None else row.group + 1

    def add_group(self, text: str) -> None:
        """Begin a group, unless its head is only repeated after a page break."""
        if not self.groups or self.groups[-1] != text:
            self.groups.append(text)

    def add_row(self, cells: dict[Kind, str], number: str | None) -> None:
        """Append a row to the current group."""
        group = len(self.groups) - 1 if self.groups else None
        self.rows.append(RawRow(cells, number, group, self.pending_gap))
        self.pending_gap = False


@dataclass(frozen=True, slots=True)
class Header:
    """Which column is what, and how many rows the head takes."""

    kinds: list[Kind]
    height: int
    marks: dict[int, str]
    """Columns that stand for a quarter or month and are only ticked."""


def find_header(table: Table) -> Header | None:
    """Return the header of a table of tasks, or None if the table is something else."""
    for top in range(min(_MAX_HEADER_AT, len(table.rows))):
        for height in (2, 1):
            header = _read_header(table, top, height)
            if header is not None:
                return header
    return None


def read_table(table: Table, header: Header) -> RawTable:
    """Return the rows of a task table: repeated heads skipped, broken rows joined."""
    raw = RawTable(header.kinds, head=table.rows[header.height - 1])
    take_rows(raw, table.rows[header.height :], header)
    return raw


def take_rows(raw: RawTable, rows: tuple[tuple[Cell, ...], ...], header: Header) -> None:
    """Read further rows into a table, as when it goes on after a page break."""
    above: dict[Kind, str] = raw.rows[-1].cells if raw.rows else {}
    for row in rows:
        texts = _texts(row)
        if not any(texts) or _is_counting_row(texts) or _names_columns(row):
            continue
        if all(is_rule(text) for text in texts):
            raw.pending_gap = True
            continue
        head = _group_head(row, texts, header)
        if head is not None:
            raw.add_group(head)
            above = {}
            continue
        cells = _cells_by_kind(row, header, above)
        _take_row(raw, cells)
        above = raw.rows[-1].cells if raw.rows else {}


def tasks_of(raw: RawTable) -> tuple[list[TaskDraft], list[str]]:
    """Return the tasks of a table with their addresses, and where rows are missing."""
    heads = [split_group(text) for text in raw.groups]
    numbered = [
        NumberedRow(
            row.number,
            row.group,
            heads[row.group][0] if row.group is not None else None,
            row.after_gap,
        )
        for row in raw.rows
    ]
    addresses, lost, gaps = address_rows(numbered)
    tasks = [
        _task(row, address, None if is_lost or row.group is None else raw.groups[row.group])
        for row, address, is_lost in zip(raw.rows, addresses, lost, strict=True)
    ]
    return tasks, gaps


def _task(row: RawRow, address: str | None, group: str | None) -> TaskDraft:
    lead, partners = row.cells.get("lead", ""), row.cells.get("partners", "")
    if not partners:
        lead, partners = split_combined(lead)
    period = row.cells.get("period", "")
    if not period and group:
        period = _period_of_group(group)
    return TaskDraft(
        no=address,
        content=row.cells.get("content", ""),
        lead=_filled(lead),
        partners=split_bodies(partners) if _filled(partners) else (),
        partners_raw=_filled(partners),
        period=_filled(period),
        group=group,
        product=_filled(row.cells.get("product", "")),
        budget=_filled(row.cells.get("budget", "")),
        note=_filled(row.cells.get("note", "")),
    )


def split_combined(text: str) -> tuple[str, str]:
    """Part a cell that names the lead and its partners together."""
    match = re.match(
        r"^(?:[-+]\s*)?(?:(?:cơ quan|đơn vị)\s+)?chủ trì\s*:\s*(.+?)[\s;.,\-]*(?:(?:cơ quan|đơn "
        r"vị)\s+)?phối hợp\s*:\s*(.+)$",
        text,
        re.IGNORECASE,
    ) or re.match(r"^(.+?)\s+chủ trì[,;]?\s*phối hợp (?:với|cùng)\s+(.+)$", text)
    if match:
        return match.group(1).strip(" ;,"), match.group(2).strip()
    return re.sub(r"^(?:[-+]\s*)?chủ trì\s*:\s*", "", text, flags=re.IGNORECASE), ""


def _filled(text: str) -> str | None:
    return None if is_rule(text) else text


def _period_of_group(group: str) -> str:
    name = split_group(group)[1]
    for text in (name, group):
        folded = re.sub(r"[:.\s]+$", "", text)
        if is_period(folded):
            return _lower_period(folded)
        end = match_period(folded)
        if end and re.match(r"qu[ýí]|tháng", folded, re.IGNORECASE):
            return _lower_period(folded[:end].strip())
    return ""


def _lower_period(text: str) -> str:
    words = [word if re.match(r"^[IVX\d/]+", word) else word.lower() for word in text.split(" ")]
    return initial_capital(" ".join(words))


def _texts(row: tuple[Cell, ...]) -> list[str]:
    return [join_all((cell or "").split("\n")) for cell in row]


def _read_header(table: Table, top: int, height: int) -> Header | None:
    rows = [_texts(row) for row in table.rows[top : top + height]]
    if len(rows) < height:
        return None
    if height == 2 and (rows[0] == rows[1] or not _is_second_header(rows)):  # noqa: PLR2004
        return None
    width = max(len(row) for row in rows)
    kinds: list[Kind] = []
    marks: dict[int, str] = {}
    for at in range(width):
        names = [row[at] for row in rows if at < len(row) and row[at]]
        if names and _QUARTER_HEAD.match(names[-1]):
            marks[at] = names[-1]
        kinds.append(_kind_of(names))
    if "content" not in kinds and "no" in kinds and len(_TASK_KINDS & set(kinds)) >= 2:  # noqa: PLR2004
        free = [at for at, kind in enumerate(kinds) if kind == "other" and at not in marks]
        if free:
            kinds[free[0]] = "content"
    is_tasks = "content" in kinds and (_TASK_KINDS & set(kinds) or len(marks) > 2)  # noqa: PLR2004
    return Header(kinds, top + height, marks) if is_tasks else None


def _is_second_header(rows: list[list[str]]) -> bool:
    second = [text for text in rows[1] if text]
    named = [column_kind(text) or _QUARTER_HEAD.match(text) for text in second]
    return len(second) >= 2 and all(named) and row_number(rows[1][0]) is None  # noqa: PLR2004


def _kind_of(names: list[str]) -> Kind:
    for name in reversed(names):
        kind = column_kind(name)
        if kind is not None and not _QUARTER_HEAD.match(name):
            return kind
    return "other"


def _is_counting_row(texts: list[str]) -> bool:
    filled = [text for text in texts if text]
    return len(filled) >= 3 and all(_HEADER_COUNT.match(text) for text in filled)  # noqa: PLR2004


def _names_columns(row: tuple[Cell, ...]) -> bool:
    """Tell whether the row repeats the head (page break), perhaps with other line breaks."""
    filled = [text for text in _texts(row) if text]
    kinds = [column_kind(text) for text in filled]
    return len(filled) >= 3 and None not in kinds and "content" in kinds  # noqa: PLR2004


def _group_head(row: tuple[Cell, ...], texts: list[str], header: Header) -> str | None:
    filled = [text for text in texts if text]
    distinct = list(dict.fromkeys(filled))
    if len(distinct) == 1:
        text = distinct[0]
        content_at = header.kinds.index("content")
        stands_in_content = len(texts) > content_at and texts[content_at] == text
        spans = len(row) < len(header.kinds) or None in row or len(filled) > 1
        starts = spans or not stands_in_content or is_upper(text) or split_group(text)[0]
        has_number = "no" not in header.kinds or texts[0] == text or split_group(text)[0]
        if row_number(text) or text[:1].islower():
            return None
        return text if starts and (spans or has_number or is_upper(text)) else None
    if len(distinct) == 2 and "no" in header.kinds:  # noqa: PLR2004 - number and name
        number, name = distinct
        is_group = group_number(number) is not None or (
            row_number(number) is not None and is_upper(name) and len(name) > 3  # noqa: PLR2004
        )
        if is_group and texts[0] == number:
            return f"{number.rstrip('.)/')}. {name}"
    return None


def _cells_by_kind(
    row: tuple[Cell, ...], header: Header, above: dict[Kind, str]
) -> dict[Kind, str]:
    cells: dict[Kind, str] = {}
    ticked: list[str] = []
    for at, cell in enumerate(row[: len(header.kinds)]):
        text = join_all((cell or "").split("\n"))
        kind = header.kinds[at]
        if at in header.marks:
            if text:
                ticked.append(header.marks[at])
            continue
        if cell is None and kind in {"lead", "partners", "period"}:
            text = above.get(kind, "")
        if text and kind != "other":
            cells[kind] = squeeze(f"{cells[kind]} {text}") if cells.get(kind) else text
    if ticked and not cells.get("period"):
        cells["period"] = ", ".join(ticked)
    return cells


def _take_row(raw: RawTable, cells: dict[Kind, str]) -> None:
    number = cells.pop("no", "")
    bare = row_number(number) or group_number(number)
    content = cells.get("content", "")
    if "no" not in raw.kinds and content:
        match = re.match(r"^(\d{1,2}(?:\.\d{1,2})*)[.)]\s+(?=\S)", content)
        if match:
            bare, cells["content"] = match.group(1), content[match.end() :]
    is_broken = not number and "no" in raw.kinds and raw.rows
    has_own = content and not content[:1].islower() and (cells.get("lead") or cells.get("period"))
    if is_broken and not has_own:
        before = raw.rows[-1].cells
        for kind, text in cells.items():
            if before.get(kind) != text:
                before[kind] = join_all([before.get(kind, ""), text])
        return
    if not content and not number:
        return
    raw.add_row(cells, bare or (number or None))
