"""Between the reader's draft and the stored plan, both ways."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from vinhdanh.intake import Clause, PlanDraft, Signer, TaskDraft
from vinhdanh.intake.bodies import split_bodies

if TYPE_CHECKING:
    from vinhdanh.intake.draft import TaskSource
    from vinhdanh.planning.models import Plan, Task


def clauses_of(draft: PlanDraft) -> list[dict[str, Any]]:
    """Return the body's clauses as they are stored."""
    return [asdict(clause) for clause in draft.body]


def draft_of(plan: Plan) -> PlanDraft:
    """Return the plan as a draft again, so that the checker can read what was corrected."""
    return PlanDraft(
        issuing_body=plan.issuing_body or None,
        number=plan.number or None,
        date=plan.issued_on,
        title=plan.title or None,
        year=plan.year,
        tasks=tuple(_task_draft(task) for task in plan.tasks.all()),
        legal_bases=tuple(plan.legal_bases),
        recipients=tuple(plan.recipients),
        signer=Signer(
            plan.signer_authority or None, plan.signer_position or None, plan.signer_name or None
        ),
        body=tuple(Clause(**clause) for clause in plan.clauses),
        task_source=cast("TaskSource", plan.task_source),
        superior_body=plan.superior_body or None,
        gaps=tuple(plan.gaps),
    )


def _task_draft(task: Task) -> TaskDraft:
    return TaskDraft(
        no=task.no or None,
        content=task.content,
        lead=task.lead or None,
        partners=split_bodies(task.partners),
        partners_raw=task.partners or None,
        period=task.period or None,
        group=task.group or None,
        product=task.product or None,
        note=task.note or None,
    )
