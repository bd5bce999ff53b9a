"""Lists as offices hand them in: a title over the table, a column of numbers, days as text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from xlsxwriter import Workbook  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def sheet(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return an Excel file: the office and a title on top, then the numbered table."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("DS")
    page.write_row(0, 0, ("ỦY BAN NHÂN DÂN XÃ MINH TIẾN",))
    page.write_row(1, 0, (title,))
    page.write_row(3, 0, ("STT", *headings))
    for number, row in enumerate(rows, start=1):
        page.write_row(3 + number, 0, (str(number), *row))
    book.close()
    return buffer.getvalue()
