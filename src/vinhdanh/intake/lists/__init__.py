"""Reading lists as offices keep them (xlsx, docx, pdf) into typed rows with findings."""

from __future__ import annotations

from vinhdanh.intake.draft import Finding, Severity
from vinhdanh.intake.lists.cells.names import head_name, head_sex, person_name
from vinhdanh.intake.lists.cells.papers import Author
from vinhdanh.intake.lists.draft import NOT_USED, ListDraft, ListFacts, ListFinding, ListRow
from vinhdanh.intake.lists.reading import read_list
from vinhdanh.intake.lists.rereading import reread_row, written_cells
from vinhdanh.intake.lists.schema import CellType, Column, ListSchema
from vinhdanh.intake.lists.schemas import (
    HONOURS,
    HOUSEHOLDS,
    INITIATIVES,
    NOMINATIONS,
    PEOPLE,
    SCHEMAS,
    YEAR_RECORDS,
)
from vinhdanh.intake.lists.writing import write_list

__all__ = [
    "HONOURS",
    "HOUSEHOLDS",
    "INITIATIVES",
    "NOMINATIONS",
    "NOT_USED",
    "PEOPLE",
    "SCHEMAS",
    "YEAR_RECORDS",
    "Author",
    "CellType",
    "Column",
    "Finding",
    "ListDraft",
    "ListFacts",
    "ListFinding",
    "ListRow",
    "ListSchema",
    "Severity",
    "head_name",
    "head_sex",
    "person_name",
    "read_list",
    "reread_row",
    "write_list",
    "written_cells",
]
