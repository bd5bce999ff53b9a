"""Correcting the rows of a plan that is being looked over, and choosing how a task is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.planning.models import Plan, Task
from vinhdanh.planning.services.plans import check_again

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.planning.enums import FulfilmentKind

TASK_FIELDS = frozenset(
    {"no", "group", "content", "lead", "partners", "period", "due_on", "lead_unit", "fulfilment"}
)


@transaction.atomic
def correct_task(*, actor: Actor, task: Task, changes: dict[str, Any]) -> Task:
    """Change a row of a plan that is not yet confirmed."""
    actor.require(Act.IMPORT_PLAN)
    plan = _open(actor, task.plan)
    before = {name: str(getattr(task, name)) for name in changes}
    for name, value in changes.items():
        if name not in TASK_FIELDS:
            raise ValueError(f"{name} is no field of a task.")
        setattr(task, name, squeeze(value) if isinstance(value, str) else value)
    _require_content(task.content)
    task.save()
    check_again(plan)
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
def add_task(*, actor: Actor, plan: Plan, values: dict[str, Any]) -> Task:
    """Add a row at the end of a plan that is not yet confirmed."""
    actor.require(Act.IMPORT_PLAN)
    plan = _open(actor, plan)
    last = plan.tasks.order_by("-order").first()
    order = last.order + 1 if last else 1
    cleaned = {
        name: squeeze(value) if isinstance(value, str) else value for name, value in values.items()
    }
    _require_content(cleaned["content"])
    cleaned["no"] = cleaned.get("no") or str(order)
    task = Task.objects.create(plan=plan, order=order, **cleaned)
    check_again(plan)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="task.added",
        target=plan,
        sentence=f"thêm nhiệm vụ {task.no}",
    )
    return task


@transaction.atomic
def remove_task(*, actor: Actor, task: Task) -> None:
    """Take a row out of a plan that is not yet confirmed; the log keeps its words."""
    actor.require(Act.IMPORT_PLAN)
    plan = _open(actor, task.plan)
    label, content = task.no or task.order, task.content
    task.delete()
    check_again(plan)
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


def _open(actor: Actor, plan: Plan) -> Plan:
    actor.require_own(plan.body_id)
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    if plan.is_frozen:
        raise DomainError(
            f"Kế hoạch {plan.number} đã xác nhận nên không sửa được nữa: hãy lập kế hoạch bổ sung."
        )
    return plan


def _require_content(content: str) -> None:
    if not content:
        raise DomainError("Nhiệm vụ chưa có nội dung: hãy ghi việc phải làm.", field="content")
