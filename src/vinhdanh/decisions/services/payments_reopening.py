"""Money of honours that hold again after a wrong revocation: what came back is due once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import PaymentState
from vinhdanh.decisions.models import PrizePayment
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.wording import money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Honour


def reopen_payments(*, actor: Actor, honours: Iterable[Honour]) -> None:
    """Make recovered payments due again, in the caller's transaction.

    The fund keeps both lines, expense and recovery, each with its honour, and neither is reversed
    alone; the payment lets go of them, and its log says which they were. What was paid and never
    came back stays paid.
    """
    rows = PrizePayment.objects.select_for_update(of=("self",)).filter(
        honour__in=[each.pk for each in honours], state=PaymentState.RECOVERED
    )
    for row in rows.select_related("honour"):
        lines = {"entry": row.entry_id, "refund": row.refund_id, "list": row.list_id}
        row.state, row.list, row.entry, row.refund = PaymentState.DUE, None, None, None
        row.paid_on = row.recovered_on = None
        row.paid_by_name = row.received_by = row.receiver_note = ""
        row.save()
        record(
            scope=actor.scope,
            actor=actor.name,
            action="payment.reopened",
            target=row,
            sentence=f"chờ chi lại {money(row.amount or 0)} tiền thưởng cho"
            f" {row.honour.recipient_name} sau khi khôi phục khen thưởng",
            details=lines,
        )
