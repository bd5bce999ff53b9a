"""Measures of tasks that reports prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.progress import Progress, measures
from vinhdanh.reports.enums import ReportKind, ReportState
from vinhdanh.reports.models import Report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.planning.models import Task

KINDS = {
    FulfilmentKind.SIX_MONTH_REPORT: ReportKind.SIX_MONTH.value,
    FulfilmentKind.YEAR_REPORT: "year",
}
"""The report that fulfils a task; the year's report cannot be written here yet."""


@measures(FulfilmentKind.SIX_MONTH_REPORT, FulfilmentKind.YEAR_REPORT)
def report_issued(tasks: Sequence[Task]) -> dict[int, Progress]:
    """Done when the body's report of that kind and year has its number, whichever came first."""
    reports = Report.objects.filter(
        state=ReportState.ISSUED,
        body__in={task.plan.body_id for task in tasks},
        year__in={task.plan.year for task in tasks if task.plan.year},
    ).select_related("document")
    codes: dict[tuple[int, int | None, str], str] = {
        (each.body_id, each.year, each.kind): each.document.code
        for each in reports
        if each.document
    }
    return {task.pk: _progress(codes.get(_asked(task))) for task in tasks}


def _asked(task: Task) -> tuple[int, int | None, str]:
    return task.plan.body_id, task.plan.year, KINDS[FulfilmentKind(task.fulfilment)]


def _progress(code: str | None) -> Progress:
    if code is None:
        return Progress(0, 1, "Báo cáo chưa ban hành.")
    return Progress(1, 1, f"Đã ban hành báo cáo {code}.")
