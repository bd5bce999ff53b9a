"""Writing down what came back after a revocation, and what a restoration gave back.

Money comes and goes through the fund.
"""

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
    line = _held(actor, line)
    revoked_on = line.revocation.decision.decided_on
    if revoked_on is None:
        raise DomainError("Quyết định hủy bỏ chưa ký: hãy chờ Chủ tịch ký rồi ghi.")
    if line.object_back_on:
        raise StaleError(
            f"Đã ghi nhận lại hiện vật ngày {line.object_back_on:%d/%m/%Y}: hãy tải lại trang."
        )
    if line.restored_on:
        raise StaleError(
            f"Khen thưởng này đã được khôi phục ngày {line.restored_on:%d/%m/%Y} nên không thu hồi"
            " nữa: hãy tải lại trang."
        )
    _require_between(revoked_on, on, "nhận lại")
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


@transaction.atomic
def record_handing_back(*, actor: Actor, line: RevocationLine, on: dt.date) -> RevocationLine:
    """Write down that certificate and object went back to whom they were taken from.

    Args:
        actor: a clerk.
        line: whose; its restoration is issued and the object had come back.
        on: the day they went.

    Raises:
        StaleError: they went before.
        DomainError: nothing had come back, it is not restored, or the day is before the
            restoration or in the future.
    """
    line = _held(actor, line)
    if line.restored_on is None or line.object_back_on is None:
        raise DomainError("Không có bằng, hiện vật nào đã thu về cần trao lại.")
    if line.handed_back_on:
        raise StaleError(f"Đã ghi trao lại ngày {line.handed_back_on:%d/%m/%Y}: hãy tải lại trang.")
    _require_between(line.restored_on, on, "trao lại")
    line.handed_back_on = on
    line.save(update_fields=["handed_back_on"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="honour.handed_back",
        target=line.honour,
        sentence=f"trao lại bằng, hiện vật cho {line.honour.recipient_name} ngày {on:%d/%m/%Y}",
    )
    return line


def _held(actor: Actor, line: RevocationLine) -> RevocationLine:
    actor.require(Act.RECOVER)
    actor.require_own(line.revocation.decision.body_id)
    return (
        RevocationLine.objects.select_for_update(of=("self",))
        .select_related("honour", "revocation__decision")
        .get(pk=line.pk)
    )


def _require_between(since: dt.date, on: dt.date, what: str) -> None:
    if not since <= on <= clock.today():
        raise DomainError(
            f"Ngày {what} phải từ {since:%d/%m/%Y} đến hôm nay: hãy sửa lại ngày.", field="on"
        )
