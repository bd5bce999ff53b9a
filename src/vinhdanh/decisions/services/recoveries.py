"""Writing down what came back after a revocation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.models import RevocationLine
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.wording import money

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor


@transaction.atomic
def record_return(
    *,
    actor: Actor,
    line: RevocationLine,
    on: dt.date,
    has_object: bool = False,
    amount: int = 0,
) -> RevocationLine:
    """Write down that certificate and object came back, or money, or both.

    Args:
        actor: a clerk or the accountant.
        line: whose; its decision is issued.
        on: the day it came.
        has_object: whether certificate and object came back.
        amount: money that came back, in đồng; added to what came before.

    Raises:
        DomainError: nothing came, it came before, more money came than is due, or the day is
            before the revocation or in the future.
    """
    actor.require(Act.RECOVER)
    actor.require_own(line.revocation.decision.body_id)
    line = (
        RevocationLine.objects.select_for_update(of=("self",))
        .select_related("honour", "revocation__decision")
        .get(pk=line.pk)
    )
    _require_possible(line, on, has_object=has_object, amount=amount)
    if has_object:
        line.object_back_on = on
    if amount:
        line.money_back += amount
        line.money_back_on = on
    line.save()
    came = ["bằng, hiện vật"] * has_object + [money(amount)] * bool(amount)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="honour.recovered",
        target=line.honour,
        sentence=f"nhận lại {' và '.join(came)} của {line.honour.recipient_name} ngày"
        f" {on:%d/%m/%Y}",
    )
    return line


def _require_possible(line: RevocationLine, on: dt.date, *, has_object: bool, amount: int) -> None:
    revoked_on = line.revocation.decision.decided_on
    left = line.money_due - line.money_back
    if revoked_on is None:
        raise DomainError("Quyết định hủy bỏ chưa ký: hãy chờ Chủ tịch ký rồi ghi.")
    if not has_object and amount <= 0:
        raise DomainError(
            "Chưa ghi thứ đã nhận lại: hãy đánh dấu hiện vật hoặc ghi số tiền.", field="amount"
        )
    if has_object and line.object_back_on:
        raise DomainError(
            f"Đã nhận lại hiện vật ngày {line.object_back_on:%d/%m/%Y}: hãy tải lại trang.",
            field="has_object",
        )
    if amount > left:
        raise DomainError(f"Chỉ còn phải nộp {money(left)}: hãy sửa số tiền.", field="amount")
    if not revoked_on <= on <= clock.today():
        raise DomainError(
            f"Ngày nhận lại phải từ {revoked_on:%d/%m/%Y} đến hôm nay: hãy sửa lại ngày.",
            field="on",
        )
