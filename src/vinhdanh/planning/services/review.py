"""What every act on a plan that is looked over shares: the lock, the version, the check anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.intake import check_plan
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.planning.drafts import draft_of
from vinhdanh.planning.models import Plan, PlanFinding
from vinhdanh.planning.office_checks import office_findings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.intake import Finding

STALE = "Người khác vừa sửa kế hoạch này: hãy xem bản mới rồi làm lại thay đổi của anh/chị."


def open_plan(actor: Actor, plan: Plan, expected_version: int) -> Plan:
    """Return the plan with its row locked, if it may still be changed.

    Raises:
        DomainError: the plan is confirmed.
        StaleError: somebody else changed the plan or one of its rows since the actor saw it.
    """
    actor.require_own(plan.body_id)
    plan = Plan.objects.select_for_update().get(pk=plan.pk)
    if plan.is_frozen:
        raise DomainError(
            f"Kế hoạch {plan.number} đã xác nhận nên không sửa được nữa: hãy lập kế hoạch bổ sung."
        )
    if plan.version != expected_version:
        raise StaleError(STALE)
    return plan


def rows_changed(plan: Plan) -> None:
    """Raise the version of a plan whose rows were changed, and check it anew."""
    plan.version += 1
    plan.save(update_fields=["version"])
    check_again(plan)


def check_again(plan: Plan) -> None:
    """Read the plan anew with the checker and keep what it finds now."""
    PlanFinding.objects.filter(plan=plan).delete()
    keep_findings(plan, check_plan(draft_of(plan)))


def keep_findings(plan: Plan, findings: Iterable[Finding]) -> None:
    """Keep what the checker found and what only the office can see."""
    PlanFinding.objects.bulk_create(
        [
            *office_findings(plan),
            *(
                PlanFinding(
                    plan=plan,
                    code=found.code,
                    severity=found.severity,
                    message=found.message,
                    where=found.where,
                )
                for found in findings
            ),
        ]
    )
