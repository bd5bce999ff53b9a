"""Lists by which prizes are paid: made from what is due, undone while nothing is paid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import PaymentState
from vinhdanh.decisions.models import PaymentList, PrizePayment
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.kernel.wording import money
from vinhdanh.organizations.models import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor

SCAN_KINDS = frozenset({"pdf", "jpg", "png"})


@transaction.atomic
def make_list(*, actor: Actor, payments: Iterable[PrizePayment], title: str = "") -> PaymentList:
    """Put payments that are due on a new list, of one decision or of several.

    Raises:
        DomainError: nothing was chosen.
        StaleError: somebody put one on a list before, or its honour was taken back.
    """
    actor.require(Act.LIST_PRIZES)
    rows = _held(actor, [each.pk for each in payments])
    if not rows:
        raise DomainError("Chưa chọn khoản nào: hãy đánh dấu ít nhất một khoản chờ chi.")
    for row in rows:
        _require_due(row)
    year = clock.today().year
    made = PaymentList.objects.create(
        body=actor.body,
        year=year,
        number=_next_number(actor, year),
        title=squeeze(title)[:300] or _title(rows),
        made_on=clock.today(),
        made_by_name=actor.name,
    )
    PrizePayment.objects.filter(pk__in=[each.pk for each in rows]).update(
        state=PaymentState.LISTED, list=made
    )
    total = money(sum(each.amount or 0 for each in rows))
    _tell(actor, made, "made", f"lập {_low(made)}: {len(rows)} khoản, {total}")
    return made


@transaction.atomic
def drop_list(*, actor: Actor, found: PaymentList) -> None:
    """Undo a list of which nothing is paid; its payments are due again.

    Raises:
        DomainError: something of it is paid already.
    """
    actor.require(Act.LIST_PRIZES)
    found = _held_list(actor, found)
    _lock(found.payments.all())
    if found.payments.exclude(state=PaymentState.LISTED).exists():
        raise DomainError(f"{found} đã chi một phần nên không bỏ được: hãy chi nốt phần còn lại.")
    count = found.payments.update(state=PaymentState.DUE, list=None)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="payment_list.dropped",
        target=actor.body,
        sentence=f"bỏ {_low(found)}: {count} khoản trở lại chờ chi",
    )
    found.delete()


@transaction.atomic
def take_off_list(*, actor: Actor, payment: PrizePayment) -> PrizePayment:
    """Take one unpaid payment off its list; it is due again.

    Raises:
        StaleError: it is paid, or on no list any more.
    """
    actor.require(Act.LIST_PRIZES)
    (row,) = _held(actor, [payment.pk])
    if row.state != PaymentState.LISTED or row.list is None:
        raise StaleError(f"Khoản của {_who(row)} không còn chờ chi trong danh sách: hãy tải lại.")
    _take_off(actor, row, row.list)
    return row


def take_off_revoked(*, actor: Actor, honours: Iterable[int]) -> None:
    """Take what is unpaid of honours just revoked off its lists, in the caller's transaction."""
    keys = PrizePayment.objects.filter(honour__in=list(honours)).values_list("pk", flat=True)
    for row in _held(actor, list(keys)):
        if row.state == PaymentState.LISTED and row.list:
            _take_off(actor, row, row.list, why=" vì khen thưởng bị hủy bỏ, không chi")


@transaction.atomic
def attach_signed(
    *, actor: Actor, found: PaymentList, data: bytes, kind: str | None, name: str
) -> PaymentList:
    """Keep the scan of the list that everybody signed.

    Raises:
        DomainError: it is neither a PDF nor a picture.
    """
    actor.require(Act.PAY_PRIZES)
    if kind not in SCAN_KINDS:
        raise DomainError(
            f"Tệp {name} không phải PDF hay ảnh: hãy quét hoặc chụp danh sách đã ký nhận.",
            field="scan",
        )
    kept = store(data, suffix=f".{kind}")
    found = _held_list(actor, found)
    found.signed_path, found.signed_sha256, found.signed_name = kept.path, kept.sha256, name[:120]
    found.save(update_fields=["signed_path", "signed_sha256", "signed_name"])
    _tell(actor, found, "signed", f"đính kèm bản đã ký nhận của {_low(found)}")
    return found


def _take_off(actor: Actor, row: PrizePayment, found: PaymentList, *, why: str = "") -> None:
    row.state, row.list = PaymentState.DUE, None
    row.save(update_fields=["state", "list"])
    _tell(actor, found, "taken_off", f"rút khoản của {_who(row)} khỏi {_low(found)}{why}")


def _held(actor: Actor, keys: list[int]) -> list[PrizePayment]:
    """Lock payments, then read them: who waited for the lock sees what the other did."""
    chosen = PrizePayment.objects.filter(pk__in=keys)
    _lock(chosen)
    for row in (found := list(chosen.select_related("honour__decision__document", "list"))):
        actor.require_own(row.body_id)
    return found


def _lock(payments: QuerySet[PrizePayment]) -> None:
    list(payments.order_by("pk").select_for_update().values_list("pk"))


def _held_list(actor: Actor, found: PaymentList) -> PaymentList:
    actor.require_own(found.body_id)
    held = PaymentList.objects.select_for_update().filter(pk=found.pk).first()
    if held is None:
        raise StaleError(f"{found} đã bị bỏ: hãy mở lại trang Tiền thưởng.")
    return held


def _require_due(row: PrizePayment) -> None:
    if row.list is not None:
        raise StaleError(
            f"Khoản của {_who(row)} đã có trong {_low(row.list)} do {row.list.made_by_name} lập:"
            " hãy tải lại trang rồi chọn lại."
        )
    if row.state != PaymentState.DUE or row.honour.revoked_on:
        raise StaleError(
            f"Khoản của {_who(row)} không chờ chi nữa: hãy tải lại trang rồi chọn lại."
        )


def _next_number(actor: Actor, year: int) -> int:
    """Return the next number; the body's row is the lock."""
    Unit.objects.select_for_update(of=("self",)).get(pk=actor.body.pk)
    found = PaymentList.objects.filter(body=actor.body, year=year).aggregate(last=Max("number"))
    return (found["last"] or 0) + 1


def _title(rows: Sequence[PrizePayment]) -> str:
    decisions = list(dict.fromkeys(str(each.honour.decision) for each in rows))
    return f"Chi tiền thưởng theo {'; '.join(decisions)}"[:300]


def _who(row: PrizePayment) -> str:
    return row.honour.recipient_name


def _low(found: PaymentList) -> str:
    text = str(found)
    return text[:1].lower() + text[1:]


def _tell(actor: Actor, found: PaymentList, action: str, sentence: str) -> None:
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"payment_list.{action}",
        target=found,
        sentence=sentence,
    )
