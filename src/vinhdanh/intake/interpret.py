"""From blocks to a draft: the one interpreter behind all file formats."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vinhdanh.intake import letterhead
from vinhdanh.intake.blocks import Block, Line, Table, flatten_table
from vinhdanh.intake.body import clauses_of, heading_of, parts_of
from vinhdanh.intake.capitals import UsualLetters
from vinhdanh.intake.draft import Clause, PlanDraft, Signer, TaskDraft, TaskSource
from vinhdanh.intake.duties import duty_tasks
from vinhdanh.intake.labelled import labelled_tasks
from vinhdanh.intake.legal_bases import legal_bases_of
from vinhdanh.intake.loose_table import find_head, find_table_end, read_loose_table
from vinhdanh.intake.numbering import row_number
from vinhdanh.intake.paragraphs import paragraphs_of
from vinhdanh.intake.periods import years_of
from vinhdanh.intake.side_by_side import read_columns
from vinhdanh.intake.signature import find_signature, read_signature
from vinhdanh.intake.spaced_table import read_spaced_table
from vinhdanh.intake.table_choice import (
    has_own_head,
    is_data_table,
    name_of_table,
    part_task_tables,
    time_above,
)
from vinhdanh.intake.tables import Header, RawTable, find_header, read_table, take_rows, tasks_of
from vinhdanh.intake.text_marks import CLAUSE_MARK, PART_MARK, is_upper

_ANNEX = re.compile(r"^\s*(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?[IVX\d]+)?\s*[:.]?\s*$|^\s*PHỤ LỤC")
_MAX_TABLES = 20
_MAX_EMPTY = 3
_YEAR_OF_TITLE = re.compile(r"năm\s+(?:học\s+)?(\d{4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Tables:
    """Tables of tasks, and the lines around them."""

    lines: list[Line]
    raw: list[RawTable]
    unread: tuple[str, ...] = ()


def interpret(blocks: list[Block]) -> PlanDraft:
    """Return the draft that the blocks of a file amount to, without findings."""
    tables = _take_tables(blocks)
    lines = tables.lines
    letters = UsualLetters([line.text for line in lines])
    title_at = letterhead.find_title(lines)
    head = read_columns(lines[: title_at if title_at is not None else 40])
    title, after = (
        (None, 0) if title_at is None else letterhead.read_title(lines, title_at, letters)
    )
    signed = find_signature(lines, after)
    annex = _annex_at(lines, signed[1] if signed else after)
    text_end = signed[0] if signed else annex
    paragraphs = paragraphs_of(lines[after:text_end])
    preamble, body_paragraphs = _part_preamble(paragraphs)
    body = clauses_of(body_paragraphs)
    recipients, signer = read_signature(lines[signed[0] : signed[1]]) if signed else ((), Signer())
    tasks, gaps, source = _tasks(tables.raw, body)
    attached_number, attached_date = letterhead.attached_to(lines)
    date = letterhead.date_of(head) or attached_date
    names = letterhead.issuing_bodies(head, letters)
    return PlanDraft(
        issuing_body=names[-1] if names else None,
        superior_body=names[-2] if len(names) > 1 else None,
        number=letterhead.number_of(head) or attached_number,
        date=date,
        title=title,
        year=_year(title, date.year if date else None, head),
        tasks=tuple(tasks),
        legal_bases=legal_bases_of(preamble) or _bases_in_body(body),
        recipients=recipients,
        signer=signer,
        body=(*(Clause(0, "", "", "", text) for text in preamble), *body),
        task_source=source,
        gaps=tuple(gaps),
        unread_tables=tables.unread,
    )


def _take_tables(blocks: list[Block]) -> _Tables:
    lines: list[Line] = []
    found: list[RawTable] = []
    unread: list[str] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
            continue
        header = find_header(block)
        if header is not None:
            _take_table(block, header, found, lines)
        elif found and _continues(block, found[-1]):
            _append(found[-1], block)
        else:
            lines.extend(flatten_table(block))
            if is_data_table(block):
                unread.append(name_of_table(block.rows[0]))
    if not any(table.rows for table in found):
        lines, found = _take_loose_tables(lines)
    read, others = part_task_tables([table for table in found if table.rows])
    return _Tables(lines, read, (*unread, *others))


def _take_table(table: Table, header: Header, found: list[RawTable], lines: list[Line]) -> None:
    heading = None if "period" in header.kinds else time_above(lines)
    is_same = bool(found) and header.kinds == found[-1].kinds
    if is_same and (heading or _goes_on(table, header, found[-1])):
        if heading:
            found[-1].add_group(heading)
        take_rows(found[-1], table.rows[header.height :], header)
        return
    raw = read_table(table, header)
    if heading:
        raw.put_under(heading)
    found.append(raw)


def _continues(table: Table, before: RawTable) -> bool:
    """Tell whether a table without a head goes on with the one before the page break."""
    width = max((len(row) for row in table.rows), default=0)
    if has_own_head(table):
        return False
    return width == len(before.kinds) and width > 2  # noqa: PLR2004 - not a signature block


def _goes_on(table: Table, header: Header, before: RawTable) -> bool:
    """Tell whether a table repeats the head of the one before it and only goes on."""
    if header.kinds != before.kinds:
        return False
    if "no" not in header.kinds:
        return True
    at = header.kinds.index("no")
    numbers = [row_number(row[at] or "") for row in table.rows[header.height :] if at < len(row)]
    first = next((number for number in numbers if number), None)
    return first is None or first != "1"


def _append(before: RawTable, table: Table) -> None:
    take_rows(before, table.rows, Header(before.kinds, 0, {}))


def _take_loose_tables(lines: list[Line]) -> tuple[list[Line], list[RawTable]]:
    found: list[RawTable] = []
    at = empty = 0
    for _ in range(_MAX_TABLES):
        head = find_head(lines, at)
        if head is None or empty > _MAX_EMPTY:
            break
        end = find_table_end(lines, head.end)
        raw = read_spaced_table(lines, head, end) or read_loose_table(lines, head, end)
        if raw.rows:
            heading = None if "period" in raw.kinds else time_above(lines[: head.start])
            if heading:
                raw.put_under(heading)
            found.append(raw)
            lines = [*lines[: head.start], Line("", is_fresh=True), *lines[end:]]
            at = head.start
        else:
            at, empty = head.end, empty + 1
    return lines, found


def _tasks(
    raw: list[RawTable], body: tuple[Clause, ...]
) -> tuple[list[TaskDraft], list[str], TaskSource]:
    if raw:
        tasks: list[TaskDraft] = []
        gaps: list[str] = []
        for table in raw:
            some, missing = tasks_of(table)
            tasks.extend(some)
            gaps.extend(missing)
        return tasks, gaps, "table"
    labelled = labelled_tasks(body)
    if labelled:
        return labelled, [], "labelled"
    duties = duty_tasks(body)
    return duties, [], "duties" if duties else "none"


def _annex_at(lines: list[Line], start: int) -> int:
    for at in range(start, len(lines)):
        if _ANNEX.match(lines[at].text):
            return at
    return len(lines)


def _part_preamble(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    for at, text in enumerate(paragraphs):
        mark = PART_MARK.match(text)
        if (mark and (mark.group(1) in {"I", "A"}) and at < 60) or (  # noqa: PLR2004
            CLAUSE_MARK.match(text) and text.startswith("1")
        ):
            return paragraphs[:at], paragraphs[at:]
        if mark and is_upper(text):
            return paragraphs[:at], paragraphs[at:]
    return paragraphs, []


def _bases_in_body(body: tuple[Clause, ...]) -> tuple[str, ...]:
    for clauses in parts_of(body).values():
        if re.match(r"(?:các )?căn cứ|cơ sở pháp lý", heading_of(clauses).lower()):
            return legal_bases_of(["Căn cứ:", *((one.heading or one.text) for one in clauses[1:])])
    return ()


def _year(title: str | None, dated: int | None, head: list[str]) -> int | None:
    match = _YEAR_OF_TITLE.search(title or "")
    if match:
        return int(match.group(1))
    if dated is not None:
        return dated
    years = years_of(" ".join(text for text in head if "năm" in text))
    return years[0] if years else None
