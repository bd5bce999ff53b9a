"""Measures of tasks that reports prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.models import TaskDocument
from vinhdanh.planning.progress import Progress, measures
from vinhdanh.records.enums import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.planning.models import Task


@measures(FulfilmentKind.SIX_MONTH_REPORT)
def six_month_report(tasks: Sequence[Task]) -> dict[int, Progress]:
    """Done when the six-month report has its number."""
    return _report_issued(tasks)


@measures(FulfilmentKind.YEAR_REPORT)
def year_report(tasks: Sequence[Task]) -> dict[int, Progress]:
    """Done when the year-end report has its number."""
    return _report_issued(tasks)


def _report_issued(tasks: Sequence[Task]) -> dict[int, Progress]:
    codes = {
        link.task_id: link.document.code
        for link in TaskDocument.objects.filter(
            task__in=tasks, document__kind=DocumentKind.REPORT
        ).select_related("document")
    }
    return {
        task.pk: Progress(1, 1, f"Đã ban hành báo cáo {codes[task.pk]}.")
        if task.pk in codes
        else Progress(0, 1, "Báo cáo chưa ban hành.")
        for task in tasks
    }
