"""Checks of the time column against the year of the plan."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vinhdanh.intake.checks.places import listed, quote, row_of
from vinhdanh.intake.draft import Finding
from vinhdanh.intake.periods import quarters_of, years_of

if TYPE_CHECKING:
    from vinhdanh.intake.draft import PlanDraft

_NAMES = {1: "Quý I", 2: "Quý II", 3: "Quý III", 4: "Quý IV"}
_OPEN_ENDED = re.compile(
    r"tiếp theo|giai đoạn|thường xuyên|(?:hằng|hàng) (?:năm|quý|tháng)|đến năm|nhiệm kỳ|cả năm"
    r"|trong năm",
    re.IGNORECASE,
)
_MOST = 0.6
_MIN_TASKS = 4


def check_timing(draft: PlanDraft) -> list[Finding]:
    """Say which quarter holds nothing, and which times lie outside the plan's year."""
    return [*_empty_quarters(draft), *_outside_year(draft)]


def _empty_quarters(draft: PlanDraft) -> list[Finding]:
    periods = [task.period or "" for task in draft.tasks]
    dated = sum(bool(quarters_of(period)) for period in periods)
    if len(periods) < _MIN_TASKS or dated < _MOST * len(periods):
        return []
    if any(_OPEN_ENDED.search(period) for period in periods):
        return []
    busy = frozenset[int]().union(*(quarters_of(period) for period in periods))
    years = {year for period in periods for year in years_of(period)}
    empty = [name for quarter, name in _NAMES.items() if quarter not in busy]
    if not empty or len(busy) < 2 or len(years) > 1:  # noqa: PLR2004 - a plan of one quarter
        return []
    message = f"{listed(empty)} không có nhiệm vụ nào; xin xem lại có bỏ sót không."
    return [Finding("EMPTY_QUARTER", "info", message, listed(empty))]


def _outside_year(draft: PlanDraft) -> list[Finding]:
    if draft.year is None:
        return []
    findings: list[Finding] = []
    for at, task in enumerate(draft.tasks):
        years = years_of(task.period or "")
        if not years or _OPEN_ENDED.search(task.period or ""):
            continue
        is_past = max(years) < draft.year
        is_far = min(years) > draft.year and _is_yearly(draft)
        if is_past or is_far:
            row = row_of(task, at)
            message = (
                f"{row[:1].upper()}{row[1:]} ghi thời gian {quote(task.period or '')}, ngoài năm "
                f"{draft.year} của kế hoạch; "
                "xin xem lại năm."
            )
            findings.append(Finding("PERIOD_OUTSIDE_YEAR", "warning", message, row))
    return findings


def _is_yearly(draft: PlanDraft) -> bool:
    """Tell whether the plan is for one year by its title (others may reach into later years)."""
    return f"năm {draft.year}" in (draft.title or "") and "giai đoạn" not in (draft.title or "")
