"""Measures of the kinds whose proof lies in plans, documents and evidence."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.models import Evidence
from vinhdanh.planning.progress import Progress, measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.planning.models import Task, TaskDocument


@measures(FulfilmentKind.PLAN_ISSUED)
def plan_issued(tasks: Sequence[Task]) -> dict[int, Progress]:
    """Done when the plan itself has its number and date."""
    return {
        task.pk: Progress(1, 1, f"Đã ban hành {task.plan.number}.")
        if task.plan.is_frozen
        else Progress(0, 1, "Kế hoạch chưa ban hành.")
        for task in tasks
    }


@measures(FulfilmentKind.DOCUMENT_ISSUED)
def document_issued(tasks: Sequence[Task]) -> dict[int, Progress]:
    """One step for the issued document, one for each unit that must read it."""
    return {task.pk: _of_documents(list(task.document_links.all())) for task in tasks}


def _of_documents(links: list[TaskDocument]) -> Progress:
    if not links:
        return Progress(0, 1, "Chưa có văn bản nào được ban hành.")
    asked = sum(link.asked for link in links)  # type: ignore[attr-defined]
    read = sum(link.read for link in links)  # type: ignore[attr-defined]
    codes = ", ".join(link.document.code for link in links)
    readers = f", {read}/{asked} nơi nhận đã đọc" if asked else ""
    return Progress(1 + read, 1 + asked, f"Đã ban hành {codes}{readers}.")


@measures(FulfilmentKind.EVIDENCE)
def evidence(tasks: Sequence[Task]) -> dict[int, Progress]:
    """Done when the clerk has accepted a piece; what still waits is told beside it."""
    by_task: dict[int, list[Evidence]] = defaultdict(list)
    for piece in Evidence.objects.filter(task__in=tasks):
        by_task[piece.task_id].append(piece)
    return {task.pk: _of_evidence(by_task[task.pk]) for task in tasks}


def _of_evidence(pieces: list[Evidence]) -> Progress:
    if not pieces:
        return Progress(0, 1, "Chưa có minh chứng.")
    accepted = sum(piece.accepted_at is not None for piece in pieces)
    waiting = sum(piece.is_waiting for piece in pieces)
    if accepted:
        more = f", {waiting} minh chứng chờ chấp nhận" if waiting else ""
        return Progress(accepted, accepted, f"Đã chấp nhận {accepted} minh chứng{more}.")
    if waiting:
        return Progress(0, 1, f"Có {waiting} minh chứng chờ chấp nhận.")
    return Progress(0, 1, "Minh chứng đã gửi không được chấp nhận: cần minh chứng khác.")
