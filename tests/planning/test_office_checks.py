from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.scenarios.plans import imported, seed_draft

from vinhdanh.planning.models import Task

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune


def test_another_bodys_plan_is_told_as_such(commune: Commune) -> None:
    draft = replace(seed_draft(), issuing_body="Ủy ban nhân dân tỉnh Đồng Tháp")
    found = imported(commune, draft).findings.get(code="OTHER_ISSUER")
    assert found.severity == "error"
    assert found.message == (
        "Cơ quan ban hành là Ủy ban nhân dân tỉnh Đồng Tháp, không phải Ủy ban nhân dân xã Minh"
        " Tiến; xin xem lại có đúng là kế hoạch của mình không."
    )


def test_the_own_plan_is_not_questioned(commune: Commune) -> None:
    draft = replace(seed_draft(), issuing_body="ỦY BAN NHÂN DÂN XÃ MINH TIẾN")
    assert not imported(commune, draft).findings.filter(code="OTHER_ISSUER").exists()


def test_leads_that_are_nobody_here_are_counted(commune: Commune) -> None:
    rows = tuple(replace(row, lead="Sở Nội vụ") for row in seed_draft().tasks)
    plan = imported(commune, replace(seed_draft(), tasks=rows))
    assert Task.objects.filter(plan=plan, lead_unit=None).count() == len(rows)
    assert plan.findings.get(code="UNKNOWN_LEAD").message.startswith(
        f"{len(rows)} nhiệm vụ chưa gắn với đơn vị chủ trì nào"
    )
