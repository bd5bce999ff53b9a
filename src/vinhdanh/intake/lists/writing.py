"""Writing rows as an Excel file of the shape that is read back alike."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from vinhdanh.intake.lists.schema import ListSchema


def write_list(schema: ListSchema, rows: Iterable[Mapping[str, object]]) -> bytes:
    """Return an XLSX file with one row of headings and one row each; every cell is text.

    Without rows it is the form to be filled in. `rows` are as `ListRow.values`.
    """
    import xlsxwriter  # type: ignore[import-untyped] # noqa: PLC0415 - slow to import

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("Danh sách")
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}
    head = book.add_format(
        {**base, "bold": True, "border": 1, "align": "center", "bg_color": "#F2F2F2"}
    )
    cell = book.add_format({**base, "num_format": "@"})
    sheet.write_string(0, 0, "STT", head)
    sheet.set_column(0, 0, 6)
    for at, column in enumerate(schema.valued, 1):
        sheet.write_string(0, at, column.label, head)
        sheet.set_column(at, at, column.width, cell)
    for number, row in enumerate(rows, 1):
        sheet.write_string(number, 0, str(number), cell)
        for at, column in enumerate(schema.valued, 1):
            value = row.get(column.key, column.type.empty)
            if value is not None and value != column.type.empty:
                sheet.write_string(number, at, column.type.write(value), cell)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return buffer.getvalue()
