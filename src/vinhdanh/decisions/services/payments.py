"""Paying prizes: who took the money, which line of the fund it came from, what came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource, PaymentState
from vinhdanh.decisions.models import Honour, PrizePayment
from vinhdanh.decisions.services.fund import Line, add_reversal, enter_line
from vinhdanh.decisions.services.payments_opening import rejoin_payments
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.queries.audit import who_did
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import day, money
from vinhdanh.lawbook import default_corpus, prize
from vinhdanh.lawbook.money import round_up

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Who took one prize; nobody named means the recipient."""

    payment: PrizePayment
    received_by: str = ""
    receiver_note: str = ""
    """Why somebody else took it, needed where somebody else did."""


@transaction.atomic
def settle_payment(
    *, actor: Actor, payment: PrizePayment, amount: int, answer: str
) -> PrizePayment:
    """Say what is paid where the texts read do not; the log keeps who said so and on what ground.

    Args:
        actor: a clerk or the chair.
        payment: asked, or not payable.
        amount: đồng; 0 for nothing.
        answer: who confirmed it, by which paper.

    Raises:
        DomainError: no ground, or above the ceiling of the law.
        StaleError: it is on a list, or paid, by now.
    """
    actor.require(Act.SETTLE_PRIZE)
    row = _held(actor, payment)
    if row.state not in (PaymentState.ASKED, PaymentState.NOT_PAYABLE):
        raise StaleError(
            f"Khoản này đã chuyển sang “{row.get_state_display()}”: hãy tải lại trang."
        )
    answer = squeeze(answer)
    if not answer:
        raise DomainError("Chưa ghi căn cứ: hãy ghi ai xác nhận, theo văn bản nào.", field="answer")
    if amount < 0:
        raise DomainError("Số tiền không được âm: hãy ghi lại số tiền.", field="amount")
    _require_under_ceiling(row.honour, amount)
    row.amount, row.answer, row.answered_by_name = amount or None, answer, actor.name
    row.source = "" if amount != row.honour.prize_amount else row.source
    row.reason = "" if amount else f"Xác định không chi: {answer}"
    row.state = PaymentState.DUE if amount else PaymentState.NOT_PAYABLE
    row.reason_source = ""
    row.save()
    rejoin_payments(honours=[row.honour])
    said = f"mức thưởng {money(amount)}" if amount else "không chi tiền thưởng"
    _tell(actor, row, "settled", f"xác định {said} cho {_who(row)}: {answer}")
    return row


@transaction.atomic
def pay(
    *,
    actor: Actor,
    receipts: Sequence[Receipt],
    paid_on: dt.date,
    source: FundSource,
    excess_reason: str = "",
) -> list[PrizePayment]:
    """Record that prizes of a list were handed over; each takes a line of the fund.

    Args:
        actor: the accountant.
        receipts: what was paid, and who took it.
        paid_on: the day, not before the decision.
        source: which money of the fund.
        excess_reason: why it is paid although the source does not suffice.

    Raises:
        DomainError: nothing chosen, the day does not fit, somebody else took it without a reason,
            or the fund does not suffice.
        StaleError: another paid one of them before; says who and when.
    """
    actor.require(Act.PAY_PRIZES)
    if not receipts:
        raise DomainError("Chưa chọn khoản nào: hãy đánh dấu các khoản đã chi.")
    return [
        _pay(actor, each, paid_on, source, excess_reason)
        for each in sorted(receipts, key=lambda one: one.payment.pk)
    ]


def _pay(
    actor: Actor, receipt: Receipt, paid_on: dt.date, source: FundSource, excess_reason: str
) -> PrizePayment:
    row = _held(actor, receipt.payment)
    _require_payable(row, paid_on)
    taker = squeeze(receipt.received_by) or _who(row)
    note = squeeze(receipt.receiver_note)
    if taker != _who(row) and not note:
        raise DomainError(
            f"{taker} nhận thay {_who(row)}: hãy ghi quan hệ và lý do nhận thay.",
            field="receiver_note",
        )
    row.entry = enter_line(
        actor=actor,
        line=Line(
            kind=FundKind.EXPENSE,
            purpose=FundPurpose.PRIZES,
            source=source,
            amount=row.amount or 0,
            entered_on=paid_on,
            content=f"Tiền thưởng {row.honour.honour_name}: {_who(row)}"[:300],
            voucher=f"DS {row.list.number}/{row.list.year}" if row.list else "",
            excess_reason=excess_reason,
            honour=row.honour,
        ),
    )
    row.state, row.paid_on, row.paid_by_name = PaymentState.PAID, paid_on, actor.name
    row.received_by, row.receiver_note = taker[:200], note[:200]
    row.save()
    _tell(actor, row, "paid", f"chi {money(row.amount or 0)} tiền thưởng cho {_who(row)}")
    return row


@transaction.atomic
def unpay(*, actor: Actor, payment: PrizePayment, reason: str) -> PrizePayment:
    """Take back a payment recorded by mistake: its line is reversed, it is on its list again.

    Raises:
        DomainError: no reason given.
        StaleError: it is not paid.
    """
    actor.require(Act.PAY_PRIZES)
    row = _held(actor, payment)
    if row.state != PaymentState.PAID or row.entry is None:
        raise StaleError("Khoản này chưa chi hoặc đã thu hồi: hãy tải lại trang.")
    if not (reason := squeeze(reason)):
        raise DomainError("Chưa ghi lý do ghi chi nhầm: hãy viết một câu.", field="reason")
    add_reversal(actor=actor, entry=row.entry, reason=reason)
    row.state, row.entry, row.paid_on = PaymentState.LISTED, None, None
    row.paid_by_name = row.received_by = row.receiver_note = ""
    row.save()
    _tell(actor, row, "unpaid", f"bỏ ghi chi tiền thưởng của {_who(row)}: {reason}")
    return row


@transaction.atomic
def recover(*, actor: Actor, payment: PrizePayment, recovered_on: dt.date) -> PrizePayment:
    """Record that the money of a revoked honour came back; it enters the fund.

    Raises:
        DomainError: the honour stands, or the day is in the future or before the revocation.
        StaleError: it is not paid, or came back already.
    """
    actor.require(Act.PAY_PRIZES)
    row = _held(actor, payment)
    if row.state != PaymentState.PAID or row.entry is None:
        raise StaleError("Khoản này không chờ thu hồi: hãy tải lại trang.")
    revoked_on = row.honour.revoked_on
    if revoked_on is None:
        raise DomainError("Khen thưởng này chưa bị hủy bỏ nên không thu hồi tiền.")
    if recovered_on < revoked_on:
        raise DomainError(
            f"Ngày thu hồi đứng trước ngày hủy bỏ {day(revoked_on)}: hãy kiểm tra lại ngày.",
            field="recovered_on",
        )
    row.refund = enter_line(
        actor=actor,
        line=Line(
            kind=FundKind.INCOME,
            purpose=FundPurpose.RECOVERY,
            source=FundSource(row.entry.source),
            amount=row.amount or 0,
            entered_on=recovered_on,
            content=f"Thu hồi tiền thưởng: {_who(row)}"[:300],
            honour=row.honour,
        ),
    )
    row.state, row.recovered_on = PaymentState.RECOVERED, recovered_on
    row.save()
    _tell(actor, row, "recovered", f"thu hồi {money(row.amount or 0)} tiền thưởng của {_who(row)}")
    return row


def _held(actor: Actor, payment: PrizePayment) -> PrizePayment:
    """Lock a payment, then read it: who waited for the lock sees what the other did."""
    actor.require_own(payment.body_id)
    PrizePayment.objects.select_for_update().get(pk=payment.pk)
    return PrizePayment.objects.select_related("honour__body", "list", "entry").get(pk=payment.pk)


def _require_payable(row: PrizePayment, paid_on: dt.date) -> None:
    if row.state == PaymentState.PAID and row.paid_on:
        paid = who_did(row, "payment.paid", f"ghi chi cho {_who(row)}")
        raise StaleError(f"{paid}: hãy tải lại trang rồi chọn các khoản còn lại.")
    if row.state != PaymentState.LISTED:
        raise StaleError(f"Khoản của {_who(row)} không còn trong danh sách: hãy tải lại trang.")
    if row.honour.revoked_on:
        raise DomainError(
            f"Khen thưởng của {_who(row)} đã bị hủy bỏ: hãy rút khoản này khỏi danh sách."
        )
    if paid_on < row.honour.decided_on:
        raise DomainError(
            f"Ngày chi đứng trước ngày quyết định {day(row.honour.decided_on)}:"
            " hãy kiểm tra lại ngày.",
            field="paid_on",
        )
    if paid_on > clock.today():
        raise DomainError(
            f"Ngày chi {day(paid_on)} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            field="paid_on",
        )


def _require_under_ceiling(honour: Honour, amount: int) -> None:
    """Refuse more than the most the law allows, where it names a ceiling only."""
    province, on = honour.body.province, honour.decided_on
    found = prize(honour.honour, honour.recipient_kind, as_of=on, province=province)
    if found.maximum is None or found.base_salary is None:
        return
    most = round_up(found.maximum * found.base_salary, default_corpus().on(on, province))
    if amount > most:
        raise DomainError(
            f"Mức tối đa là {money(most)} ({found.citation}): hãy ghi lại số tiền.", field="amount"
        )


def _who(row: PrizePayment) -> str:
    return row.honour.recipient_name


def _tell(actor: Actor, row: PrizePayment, action: str, sentence: str) -> None:
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"payment.{action}",
        target=row,
        sentence=sentence,
    )
