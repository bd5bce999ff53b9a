"""How findings name a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.intake.draft import PlanDraft, TaskDraft

_MAX_QUOTE = 70


def row_of(task: TaskDraft, at: int) -> str:
    """Return how a task is called in a sentence ("dòng 7")."""
    return f"dòng {task.no}" if task.no else f"dòng thứ {at + 1}"


def table_name(draft: PlanDraft) -> str:
    """Return where the tasks were read from, as a clerk would say it."""
    return "bảng nhiệm vụ" if draft.task_source in {"table", "none"} else "danh mục nhiệm vụ"


def quote(text: str) -> str:
    """Return text in quotation marks, shortened at a word."""
    if len(text) > _MAX_QUOTE:
        text = text[:_MAX_QUOTE].rsplit(" ", 1)[0] + "…"
    return f"“{text}”"


def listed(parts: Sequence[str]) -> str:
    """Return parts as a Vietnamese list ("a, b và c")."""
    if len(parts) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(parts)
    return f"{', '.join(parts[:-1])} và {parts[-1]}"
