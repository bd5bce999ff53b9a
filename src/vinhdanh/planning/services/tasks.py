"""Correcting the rows of a plan that is being looked over, and choosing how a task is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.planning.models import Task
from vinhdanh.planning.services.review import STALE, open_plan, rows_changed

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.planning.enums import FulfilmentKind
    from vinhdanh.planning.models import Plan

TASK_FIELDS = frozenset(
    {
        "no", "group", "content", "lead", "partners", "period", "product", "note", "due_on",
        "lead_unit", "fulfilment",
    }
)  # fmt: skip


@transaction.atomic
def correct_task(
    *, actor: Actor, task: Task, changes: dict[str, Any], expected_version: int
) -> Task:
    """Change a row of a plan that is not yet confirmed.

    Args:
        actor: a clerk.
        task: the row.
        changes: new values by field name, of TASK_FIELDS.
        expected_version: the version of the plan that the clerk saw.

    Raises:
        DomainError: the plan is confirmed, or the row would have no content.
        StaleError: somebody else changed the plan or one of its rows in between.
    """
    actor.require(Act.IMPORT_PLAN)
    plan = open_plan(actor, task.plan, expected_version)
    task = _row(plan, task)
    before = {name: str(getattr(task, name)) for name in changes}
    for name, value in changes.items():
        if name not in TASK_FIELDS:
            raise ValueError(f"{name} is no field of a task.")
        setattr(task, name, squeeze(value) if isinstance(value, str) else value)
    _require_content(task.content)
    task.save()
    rows_changed(plan)
    changed = {
        name: [old, str(changes[name])] for name, old in before.items() if old != str(changes[name])
    }
    if changed:
        record(
            scope=actor.scope,
            actor=actor.name,
            action="task.corrected",
            target=plan,
            sentence=f"sửa nhiệm vụ {task.no or task.order}",
            details=changed,
        )
    return task


@transaction.atomic
def add_task(*, actor: Actor, plan: Plan, values: dict[str, Any], expected_version: int) -> Task:
    """Add a row at the end of a plan that is not yet confirmed."""
    actor.require(Act.IMPORT_PLAN)
    plan = open_plan(actor, plan, expected_version)
    last = plan.tasks.order_by("-order").first()
    order = last.order + 1 if last else 1
    cleaned = {
        name: squeeze(value) if isinstance(value, str) else value for name, value in values.items()
    }
    _require_content(cleaned["content"])
    cleaned["no"] = cleaned.get("no") or str(order)
    task = Task.objects.create(plan=plan, order=order, **cleaned)
    rows_changed(plan)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="task.added",
        target=plan,
        sentence=f"thêm nhiệm vụ {task.no}",
    )
    return task


@transaction.atomic
def remove_task(*, actor: Actor, task: Task, expected_version: int) -> None:
    """Take a row out of a plan that is not yet confirmed; the log keeps its words."""
    actor.require(Act.IMPORT_PLAN)
    plan = open_plan(actor, task.plan, expected_version)
    task = _row(plan, task)
    label, content = task.no or task.order, task.content
    task.delete()
    rows_changed(plan)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="task.removed",
        target=plan,
        sentence=f"bỏ nhiệm vụ {label}: {content}",
    )


@transaction.atomic
def choose_fulfilment(*, actor: Actor, task: Task, kind: FulfilmentKind) -> Task:
    """Say by which record a task is measured; allowed in a confirmed plan, whose words stay."""
    actor.require(Act.IMPORT_PLAN)
    actor.require_own(task.plan.body_id)
    task = Task.objects.select_for_update().get(pk=task.pk)
    if task.fulfilment == kind:
        return task
    before = task.get_fulfilment_display()
    task.fulfilment = kind
    task.save(update_fields=["fulfilment"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="task.measured_by",
        target=task,
        sentence=f"đổi cách đo nhiệm vụ từ “{before}” sang “{kind.label}”",
    )
    return task


def _row(plan: Plan, task: Task) -> Task:
    """Return the row as it is now that its plan is locked."""
    row = Task.objects.filter(plan=plan, pk=task.pk).first()
    if row is None:
        raise StaleError(STALE)
    return row


def _require_content(content: str) -> None:
    if not content:
        raise DomainError("Nhiệm vụ chưa có nội dung: hãy ghi việc phải làm.", field="content")
