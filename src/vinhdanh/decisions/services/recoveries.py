"""Writing down what came back after a revocation; its money comes back through the fund."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.models import RevocationLine
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.services.audit import record

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor


@transaction.atomic
def record_return(*, actor: Actor, line: RevocationLine, on: dt.date) -> RevocationLine:
    """Write down that certificate and object came back.

    Args:
        actor: a clerk.
        line: whose; its decision is issued.
        on: the day they came.

    Raises:
        StaleError: they came before.
        DomainError: the revocation is not signed, or the day is before it or in the future.
    """
    actor.require(Act.RECOVER)
    actor.require_own(line.revocation.decision.body_id)
    line = (
        RevocationLine.objects.select_for_update(of=("self",))
        .select_related("honour", "revocation__decision")
        .get(pk=line.pk)
    )
    revoked_on = line.revocation.decision.decided_on
    if revoked_on is None:
        raise DomainError("Quyết định hủy bỏ chưa ký: hãy chờ Chủ tịch ký rồi ghi.")
    if line.object_back_on:
        raise StaleError(
            f"Đã ghi nhận lại hiện vật ngày {line.object_back_on:%d/%m/%Y}: hãy tải lại trang."
        )
    if not revoked_on <= on <= clock.today():
        raise DomainError(
            f"Ngày nhận lại phải từ {revoked_on:%d/%m/%Y} đến hôm nay: hãy sửa lại ngày.",
            field="on",
        )
    line.object_back_on = on
    line.save(update_fields=["object_back_on"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="honour.recovered",
        target=line.honour,
        sentence=f"nhận lại bằng, hiện vật của {line.honour.recipient_name} ngày {on:%d/%m/%Y}",
    )
    return line
