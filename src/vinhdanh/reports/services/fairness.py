"""Typing what the plan promises about who is honoured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.reports.models import FairnessTarget

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor

WHOLE = 100


@transaction.atomic
def set_target(*, actor: Actor, year: int, percent: int, source: str) -> FairnessTarget:
    """Keep the share of direct workers promised for a year.

    Raises:
        DomainError: it is no percentage, or the ground is missing.
    """
    actor.require(Act.WRITE_REPORT)
    source = squeeze(source)
    if not 0 <= percent <= WHOLE:
        raise DomainError("Tỷ lệ phải từ 0 đến 100: hãy ghi lại tỷ lệ.", field="percent")
    if not source:
        raise DomainError(
            "Chưa ghi căn cứ: hãy ghi mục nào của kế hoạch nêu tỷ lệ này.", field="source"
        )
    target, _ = FairnessTarget.objects.update_or_create(
        body=actor.body,
        year=year,
        defaults={"percent": percent, "source": source[:200], "set_by_name": actor.name},
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="fairness.target",
        target=target,
        sentence=f"ghi chỉ tiêu {percent}% người lao động trực tiếp năm {year}: {source}",
    )
    return target
