"""Walking down a table: which rows are recipients, and under which group they stand."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from vinhdanh.intake.lists.beside import end_list, group_text, open_group
from vinhdanh.intake.lists.grid import text_of
from vinhdanh.intake.lists.groups import is_column_numbers, is_signature, is_total
from vinhdanh.intake.lists.header import header_at
from vinhdanh.intake.lists.headings import is_exact
from vinhdanh.intake.lists.walk_state import RawRow, Walk
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vinhdanh.intake.lists.columns import Header
    from vinhdanh.intake.lists.draft import ListFinding
    from vinhdanh.intake.lists.grid import Grid
    from vinhdanh.intake.lists.schema import ListSchema, Said
    from vinhdanh.intake.lists.tables import Found

_NUMBER = re.compile(r"\d{1,6}[.)]?")


def walk(
    tables: Sequence[Found], schema: ListSchema, mapping: Mapping[str, str]
) -> tuple[list[RawRow], list[ListFinding]]:
    """Return the rows of a table and of those that go on from it, and what to say of the rest."""
    state = Walk(tables[0].grid, schema, mapping, tables[0].header)
    for table in tables:
        state.grid, at = table.grid, table.start
        while at < len(table.grid.rows):
            at = _step(state, at)
    return state.rows, state.findings


def _step(state: Walk, at: int) -> int:
    """Take in one row and return where to go on."""
    row = state.grid.rows[at]
    said = _cells(state.grid, at)
    own = {
        column: value
        for column, value in said.items()
        if not state.grid.fills or (at, column) not in state.grid.fills
    }
    if not own:
        return at + 1
    again = _new_header(state, at, own)
    if again is not None:
        state.header, state.has_ended = again, False
        return again.last + 1
    name, number = _name_and_number(state, said)
    is_numbered = _NUMBER.fullmatch(number) is not None
    if _is_beside(state, at, own, name, is_numbered=is_numbered):
        return at + 1
    if name or is_numbered or not _joins(state, own):
        context = state.context
        place, hidden, font = state.grid.place, row.is_hidden, row.old_font
        state.rows.append(
            RawRow(row.number, place, state.header, said, context, hidden, old_font=font)
        )
    return at + 1


def _cells(grid: Grid, at: int) -> dict[int, Said]:
    """Return what a row says by column; a cell merged downwards speaks in each of its rows."""
    said: dict[int, Said] = {}
    for column, cell in enumerate(grid.rows[at].cells):
        value = _said(cell)
        if value:
            said[column] = value
    if not grid.fills:
        return said
    for column in range(grid.width):
        origin = grid.fills.get((at, column))
        if origin and origin[1] == column and origin[0] < at:
            row = grid.rows[origin[0]].cells
            value = _said(row[column]) if column < len(row) else None
            if value:
                said[column] = value
    return said


def _said(cell: object) -> Said | None:
    if isinstance(cell, dt.date):
        return cell
    return _squeezed(cell) if isinstance(cell, str) and cell else None


@lru_cache(maxsize=16_384)
def _squeezed(text: str) -> str:
    """Return squeezed lines; most cells of a list say what others say."""
    if "\n" not in text:
        return squeeze(text)
    return "\n".join(line for line in map(squeeze, text.split("\n")) if line)


def _name_and_number(state: Walk, said: dict[int, Said]) -> tuple[str, str]:
    name, number = "", ""
    for heading in state.header.headings:
        if heading.key == "order":
            number = text_of(heading.text_in(said))
        elif not name and heading.key and state.schema.column(heading.key).is_required:
            name = text_of(heading.text_in(said))
    return name, number


def _new_header(state: Walk, at: int, own: dict[int, Said]) -> Header | None:
    """Return the headings that begin here again (next page, next table of the sheet)."""
    if len(own) < 2:  # noqa: PLR2004 - headings stand side by side
        return None
    first = text_of(own[min(own)])
    key = is_exact(state.schema, first)
    if key is None or not (key == "order" or state.schema.column(key).is_required):
        return None
    header = header_at(state.grid, state.schema, state.mapping, at)
    return header if header and header.has_required else None


def _is_beside(state: Walk, at: int, own: dict[int, Said], name: str, *, is_numbered: bool) -> bool:
    """Tell whether a row is no recipient, and take in what it says of those below."""
    texts = [text_of(value) for value in own.values()]
    if is_column_numbers(texts):
        return True
    if is_numbered and name:
        state.has_ended = False
        return False
    if not is_numbered and any(is_total(text) for text in texts[:2]):
        return True
    if not is_numbered and any(is_signature(text) for text in ([name] if name else texts)):
        end_list(state, state.grid.rows[at])
    text = None if state.has_ended else group_text(state, at, own, name)
    if text is not None:
        open_group(state, state.grid.rows[at], text)
    return state.has_ended or text is not None


def _joins(state: Walk, own: dict[int, Said]) -> bool:
    """Add a row without number and name to the row above, where a page may have broken it."""
    if not state.grid.can_continue or not state.rows:
        return False
    above = state.rows[-1]
    for column, value in own.items():
        before = above.said.get(column)
        above.said[column] = f"{text_of(before)} {text_of(value)}".strip()
    above.is_joined = True
    return True
