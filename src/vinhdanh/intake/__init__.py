"""Reading plans (txt, docx, pdf) and lists (xlsx, docx, pdf) into typed drafts with findings.

No Django here.
"""

from __future__ import annotations

from vinhdanh.intake.checks import check_plan
from vinhdanh.intake.draft import Clause, Finding, PlanDraft, Signer, TaskDraft
from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.lists import (
    HONOURS,
    HOUSEHOLDS,
    INITIATIVES,
    NOMINATIONS,
    PEOPLE,
    YEAR_RECORDS,
    ListDraft,
    ListRow,
    ListSchema,
    read_list,
    write_list,
)
from vinhdanh.intake.reading import read_plan, read_plan_bytes

__all__ = [
    "HONOURS",
    "HOUSEHOLDS",
    "INITIATIVES",
    "NOMINATIONS",
    "PEOPLE",
    "YEAR_RECORDS",
    "Clause",
    "Finding",
    "ListDraft",
    "ListRow",
    "ListSchema",
    "PlanDraft",
    "Signer",
    "TaskDraft",
    "UnreadableFileError",
    "check_plan",
    "read_list",
    "read_plan",
    "read_plan_bytes",
    "write_list",
]
