"""Measures of tasks that reports prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.progress import Progress, measures
from vinhdanh.records.enums import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.planning.models import Task


@measures(FulfilmentKind.SIX_MONTH_REPORT, FulfilmentKind.YEAR_REPORT)
def report_issued(tasks: Sequence[Task]) -> dict[int, Progress]:
    """Done when the report has its number."""
    codes = {
        task.pk: link.document.code
        for task in tasks
        for link in task.document_links.all()
        if link.document.kind == DocumentKind.REPORT
    }
    return {
        task.pk: Progress(1, 1, f"Đã ban hành báo cáo {codes[task.pk]}.")
        if task.pk in codes
        else Progress(0, 1, "Báo cáo chưa ban hành.")
        for task in tasks
    }
