"""Reading plan files (txt, docx, pdf) into typed drafts with findings. No Django here."""

from __future__ import annotations

from vinhdanh.intake.checks import check_plan
from vinhdanh.intake.draft import Clause, Finding, PlanDraft, Signer, TaskDraft
from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.intake.reading import read_plan, read_plan_bytes

__all__ = [
    "Clause",
    "Finding",
    "PlanDraft",
    "Signer",
    "TaskDraft",
    "UnreadableFileError",
    "check_plan",
    "read_plan",
    "read_plan_bytes",
]
