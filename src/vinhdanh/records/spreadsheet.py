"""A register as an Excel file, written row by row: memory does not grow with the register."""

from __future__ import annotations

import datetime as dt
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from xlsxwriter import Workbook  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vinhdanh.records.registers import Cell, Heading

A4 = 9
FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
ROW_OF_HEADS = 3


def write_register(
    title: str, subtitle: str, headings: Sequence[Heading], rows: Iterable[Sequence[Cell]]
) -> IO[bytes]:
    """Return an open file with the workbook; it is gone when it is closed.

    Dates are dates; the page is A4 across, one page wide, with the head on every page.

    Args:
        title: first line, in bold.
        subtitle: second line.
        headings: the columns.
        rows: the cells of each line, in their order.
    """
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - the caller sends it and closes it
    options = {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}
    with Workbook(file, options) as book:
        sheet = book.add_worksheet("Sổ")
        ruled = FONT | {"border": 1, "text_wrap": True}
        text = book.add_format(ruled)
        date = book.add_format(ruled | {"num_format": "dd/mm/yyyy", "align": "center"})
        head = book.add_format(ruled | {"bold": True, "align": "center", "valign": "vcenter"})
        for at, one in enumerate(headings):
            sheet.set_column(at, at, one.width)
        sheet.write_string(0, 0, title, book.add_format(FONT | {"bold": True, "font_size": 14}))
        sheet.write_string(1, 0, subtitle, book.add_format(FONT | {"italic": True}))
        for at, one in enumerate(headings):
            sheet.write_string(ROW_OF_HEADS, at, one.title, head)
        line = ROW_OF_HEADS
        for line, row in enumerate(rows, start=ROW_OF_HEADS + 1):
            for at, cell in enumerate(row):
                if cell is None:
                    sheet.write_blank(line, at, None, text)
                elif isinstance(cell, dt.date):
                    sheet.write_datetime(line, at, cell, date)
                elif isinstance(cell, int):
                    sheet.write_number(line, at, cell, text)
                else:
                    sheet.write_string(line, at, cell, text)
        sheet.freeze_panes(ROW_OF_HEADS + 1, 0)
        sheet.autofilter(ROW_OF_HEADS, 0, line, len(headings) - 1)
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(ROW_OF_HEADS)
        sheet.set_footer("&C&P/&N")
    file.seek(0)
    return file
