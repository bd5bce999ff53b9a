"""The door: a file in, a draft of rows with findings out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.lists import notices
from vinhdanh.intake.lists.columns import row_texts
from vinhdanh.intake.lists.draft import ListDraft, ListFinding, ListRow
from vinhdanh.intake.lists.duplicates import mark_duplicates
from vinhdanh.intake.lists.facts import facts_of
from vinhdanh.intake.lists.old_fonts import convert_grid, convert_lines
from vinhdanh.intake.lists.rows import walk
from vinhdanh.intake.lists.settling import odd_births
from vinhdanh.intake.lists.sniffing import read_source
from vinhdanh.intake.lists.tables import chains_of, choose, find_tables, mapping_of
from vinhdanh.intake.lists.values import read_row

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping

    from vinhdanh.intake.lists.grid import Source
    from vinhdanh.intake.lists.schema import ListSchema
    from vinhdanh.intake.lists.tables import Found
    from vinhdanh.intake.lists.walk_state import RawRow


def read_list(
    data: bytes,
    filename: str,
    *,
    schema: ListSchema,
    mapping: Mapping[str, str] | None = None,
    places: Collection[str] | None = None,
    as_of: dt.date | None = None,
) -> ListDraft:
    """Read a list (xlsx, docx, pdf), or raise UnreadableFileError with one Vietnamese sentence.

    `mapping` (heading -> key, NOT_USED to leave a column out) overrules what was recognised;
    `places` reads these sheets or tables instead of those that fit; on `as_of` nobody is over
    110 years old or not born yet.
    """
    name = PurePath(filename).name or "tải lên"
    source = read_source(data, name)
    lines, lines_font = _into_unicode(source)
    found = find_tables(source.grids, schema, mapping or {})
    if not found:
        raise UnreadableFileError(
            f"Tệp “{name}” không có bảng nào đọc được; hãy dùng tệp có danh sách kẻ bảng, dòng đầu "
            "là tên các cột."
        )
    tables = choose(found, places)
    rows, findings = _rows(schema, mapping or {}, tables)
    if as_of:
        rows = [_held_against(row, as_of) for row in rows]
    read = tuple(dict.fromkeys(table.grid.place for table in tables))
    others = tuple(grid.place for grid in source.grids if grid.rows and grid.place not in read)
    shown = tables or [table for table in found if not table.goes_on]
    findings = [
        *notices.about_required(schema, tables),
        *(notices.about_places(tables, others) if tables else ()),
        *notices.about_fonts((table.grid for table in tables), lines_font),
        *_once(f for table in tables if not table.goes_on for f in notices.about_columns(table)),
        *findings,
    ]
    return ListDraft(
        rows=tuple(mark_duplicates(schema, rows)),
        findings=tuple(findings),
        mapping=mapping_of(shown),
        facts=facts_of([*lines, *_preamble(tables)]),
        place=", ".join(read),
        places=read,
        other_places=others,
    )


def _into_unicode(source: Source) -> tuple[list[str], str | None]:
    for grid in source.grids:
        font = convert_grid(grid)
        if font:
            grid.old_fonts.add(font)
    return convert_lines(source.lines)


def _rows(
    schema: ListSchema, mapping: Mapping[str, str], tables: list[Found]
) -> tuple[list[ListRow], list[ListFinding]]:
    raw: list[RawRow] = []
    findings: list[ListFinding] = []
    for chain in chains_of(tables):
        found, notes = walk(chain, schema, mapping)
        raw.extend(found)
        findings.extend(notes)
    rows = [read_row(schema, one) for one in raw]
    return rows, [*findings, *notices.about_kinds(raw, rows)]


def _held_against(row: ListRow, as_of: dt.date) -> ListRow:
    added = tuple(
        ListFinding(remark.code, remark.severity, f"Dòng {row.number}: {remark.text}",
                    f"{row.place}, dòng {row.number}", "birth_date")
        for remark in odd_births(row.values, as_of)
    )  # fmt: skip
    return replace(row, findings=row.findings + added) if added else row


def _preamble(tables: list[Found]) -> list[str]:
    """Return the rows above the headings of a sheet as lines."""
    return [
        "    ".join(dict.fromkeys(text for text in row_texts(table.grid, at) if text))
        for table in tables
        if not table.goes_on and not table.grid.can_continue
        for at in range(table.header.first)
    ]


def _once(findings: Iterable[ListFinding]) -> list[ListFinding]:
    """Return findings without those that say the same of another sheet."""
    return list({finding.message: finding for finding in findings}.values())
