"""Files as offices have them, built in the tests."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx
import xlsxwriter  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vinhdanh.intake.lists import ListDraft, ListRow


def xlsx(*sheets: Sequence[Sequence[Any]] | Callable[[Any, Any], None], names: str = "") -> bytes:
    """Return a workbook; a sheet is rows of cells (None for blank), or a function drawing it."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    titles = names.split(";") if names else []
    for at, content in enumerate(sheets):
        sheet = book.add_worksheet(titles[at] if at < len(titles) else None)
        if callable(content):
            content(book, sheet)
            continue
        for number, row in enumerate(content):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value)
    book.close()
    return buffer.getvalue()


def word(*parts: str | Sequence[Sequence[str]]) -> bytes:
    """Return a Word file of paragraphs and tables."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), len(part[0]))
        for number, row in enumerate(part):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def names(draft: ListDraft) -> list[object]:
    return [row.values["name"] for row in draft.rows]


def codes(where: ListDraft | ListRow) -> list[str]:
    return [finding.code for finding in where.findings]


def said(row: ListRow) -> dict[str, object]:
    """Return what a row says, without what it leaves out."""
    return {key: value for key, value in row.values.items() if value not in {None, "", ()}}
