"""The rows of a list that were not entered, as a file that can be mended and read again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vinhdanh.intake.lists import SCHEMAS, write_list
from vinhdanh.intake.lists.cells.text import TEXT
from vinhdanh.intake.lists.schema import Column
from vinhdanh.organizations.row_values import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.organizations.models import ImportRow, ListImport

REASON = Column("reason", "Vì sao chưa nhập", TEXT, width=60)
"""No list has this column, so it is passed over when the file is read again."""


def left_out_file(listing: ListImport, rows: Iterable[ImportRow]) -> bytes:
    """Return an XLSX file of the list's own shape with the reason in the last column."""
    schema = SCHEMAS[listing.kind]
    wide = replace(schema, columns=(*schema.columns, REASON))
    return write_list(wide, [unpacked(row.values) | {"reason": _reason(row)} for row in rows])


def _reason(row: ImportRow) -> str:
    said = f"Dòng {row.number}: "
    return said + ("người nhập để lại." if row.is_skipped else row.told)
