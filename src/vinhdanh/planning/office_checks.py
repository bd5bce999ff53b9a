"""What only the office can see in a plan: whose it is, and whom it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.organizations.queries.units import unit_named
from vinhdanh.planning.enums import Severity
from vinhdanh.planning.models import PlanFinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vinhdanh.planning.models import Plan

HEAD = "phần đầu văn bản"
NO_YEAR = "Không đọc được năm của kế hoạch; xin ghi năm ở phần đầu trước khi xác nhận."


def office_findings(plan: Plan) -> Iterator[PlanFinding]:
    """Return what the reader of a file cannot know: no year, another issuer, unknown leads."""
    if plan.year is None:
        yield _found(plan, "MISSING_FIELD", Severity.WARNING, HEAD, NO_YEAR)
    own = [plan.body, *plan.body.units.all()]
    if plan.issuing_body and unit_named(plan.issuing_body, among=own) is None:
        yield _found(
            plan, "OTHER_ISSUER", Severity.ERROR, HEAD,
            f"Cơ quan ban hành là {plan.issuing_body}, không phải {plan.body.name}; xin xem lại có"
            " đúng là kế hoạch của mình không.",
        )  # fmt: skip
    unknown = plan.tasks.filter(lead_unit=None).count()
    if unknown:
        yield _found(
            plan, "UNKNOWN_LEAD", Severity.INFO, "cột đơn vị chủ trì",
            f"{unknown} nhiệm vụ chưa gắn với đơn vị chủ trì nào của cơ quan; xin chọn đơn vị ở"
            " từng nhiệm vụ, để đơn vị thấy việc ở trang Hôm nay.",
        )  # fmt: skip


def _found(plan: Plan, code: str, severity: Severity, where: str, message: str) -> PlanFinding:
    return PlanFinding(plan=plan, code=code, severity=severity, where=where, message=message)
