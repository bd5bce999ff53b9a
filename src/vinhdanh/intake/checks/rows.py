"""Checks between and inside the rows of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake.bodies import split_bodies
from vinhdanh.intake.checks.places import listed, quote, row_of
from vinhdanh.intake.draft import Finding
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from vinhdanh.intake.draft import PlanDraft, TaskDraft


def check_rows(draft: PlanDraft) -> list[Finding]:
    """Say which rows are the same, and where the lead is its own partner."""
    return [*_duplicates(draft), *_lead_is_partner(draft)]


def _duplicates(draft: PlanDraft) -> list[Finding]:
    alike: dict[tuple[str, str, str], list[str]] = {}
    for at, task in enumerate(draft.tasks):
        if task.content:
            alike.setdefault(_key(task), []).append(row_of(task, at))
    return [
        Finding(
            "DUPLICATE_TASK",
            "warning",
            f"{_first_upper(listed(rows))} giống hệt nhau về nội dung, "
            f"đơn vị chủ trì và thời gian ({quote(key[0])}); xin xem lại có phải chép lặp không.",
            listed(rows),
        )
        for key, rows in alike.items()
        if len(rows) > 1
    ]


def _key(task: TaskDraft) -> tuple[str, str, str]:
    content, lead, period = task.content, task.lead or "", task.period or ""
    return squeeze(content).rstrip(".;"), squeeze(lead).lower(), squeeze(period).lower()


def _lead_is_partner(draft: PlanDraft) -> list[Finding]:
    findings: list[Finding] = []
    for at, task in enumerate(draft.tasks):
        leads = {squeeze(lead).lower() for lead in split_bodies(task.lead or "")}
        both = [partner for partner in task.partners if squeeze(partner).lower() in leads]
        if both:
            row = row_of(task, at)
            message = (
                f"{_first_upper(row)} ghi {quote(both[0])} vừa chủ trì vừa phối hợp; "
                "xin xem lại cột phối hợp."
            )
            findings.append(Finding("LEAD_IS_PARTNER", "warning", message, row))
    return findings


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
