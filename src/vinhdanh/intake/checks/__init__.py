"""The plan checker: every check takes a draft and gives advice with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.checks.completeness import check_completeness
from vinhdanh.intake.checks.coverage import check_coverage
from vinhdanh.intake.checks.levels import check_levels
from vinhdanh.intake.checks.rows import check_rows
from vinhdanh.intake.checks.timing import check_timing
from vinhdanh.intake.checks.wording import check_wording

if TYPE_CHECKING:
    from vinhdanh.intake.draft import Finding, PlanDraft

_CHECKS = (
    check_completeness,
    check_rows,
    check_levels,
    check_timing,
    check_coverage,
    check_wording,
)


def check_plan(draft: PlanDraft) -> tuple[Finding, ...]:
    """Return everything worth a second look in a plan; works on any draft, read or written here."""
    return tuple(finding for check in _CHECKS for finding in check(draft))
