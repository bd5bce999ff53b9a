"""Reading one row again after a person corrected its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.lists.columns import Header, Heading
from vinhdanh.intake.lists.values import read_row
from vinhdanh.intake.lists.walk_state import RawRow
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.intake.lists.draft import ListRow
    from vinhdanh.intake.lists.schema import ListSchema, Said


def reread_row(schema: ListSchema, cells: Mapping[str, str], *, number: int, place: str) -> ListRow:
    """Return a row from the texts of its cells by key, as if the file had said so."""
    columns = schema.valued
    headings = tuple(Heading(at, column.label, column.key) for at, column in enumerate(columns))
    said: dict[int, Said] = {
        at: text
        for at, column in enumerate(columns)
        if (text := squeeze(cells.get(column.key, "")))
    }
    header = Header(0, 0, headings, has_required=True)
    return read_row(schema, RawRow(number, place, header, said, {}))


def written_cells(schema: ListSchema, values: Mapping[str, object]) -> dict[str, str]:
    """Return the texts of a row's cells by key, which are read back alike."""
    return {
        column.key: ""
        if (value := values.get(column.key)) is None or value == column.type.empty
        else column.type.write(value)
        for column in schema.valued
    }
