"""What money an award decision brings, worked out when it is signed."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import PaymentState
from vinhdanh.decisions.models import Honour, PrizePayment
from vinhdanh.decisions.prize_rules import Claim, joined_claims
from vinhdanh.kernel.text import fold
from vinhdanh.lawbook import LawbookError, default_corpus, prize
from vinhdanh.lawbook import honour as honour_on
from vinhdanh.nominations.enums import CommendationKind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from vinhdanh.decisions.models import Decision

BY_RULE = frozenset({PaymentState.DUE, PaymentState.ASKED, PaymentState.NOT_PAYABLE})
UNKNOWN = "Chưa rõ mức tiền thưởng: hãy xác minh với cơ quan chuyên môn cấp trên rồi ghi mức chi."


def open_payments(*, decision: Decision) -> list[PrizePayment]:
    """Open a payment for each honour of a decision just issued, in the caller's transaction.

    Titles of one recipient and year are joined: only the highest is paid, earlier ones included
    while they are neither listed nor paid.
    """
    honours = list(decision.honours.order_by("order"))
    made = PrizePayment.objects.bulk_create(_first(each) for each in honours)
    if decision.decided_on:
        _join(honours, decision.body.province, as_of=decision.decided_on)
    return made


def _first(honour: Honour) -> PrizePayment:
    if honour.prize_amount:
        return PrizePayment(
            body_id=honour.body_id,
            honour=honour,
            state=PaymentState.DUE,
            amount=honour.prize_amount,
            source=honour.prize_source,
        )
    return PrizePayment(
        body_id=honour.body_id, honour=honour, state=PaymentState.ASKED, reason=_why(honour)
    )


def _why(honour: Honour) -> str:
    answer = prize(
        honour.honour,
        honour.recipient_kind,
        as_of=honour.decided_on,
        province=honour.body.province,
    )
    return f"{answer.unconfirmed} {UNKNOWN}" if answer.unconfirmed else UNKNOWN


def rejoin_payments(*, honours: Iterable[Honour]) -> None:
    """Work out anew what is paid beside these honours: one was settled, or taken back.

    Nothing that is listed, paid or answered by a person changes.
    """
    for honour in honours:
        _join([honour], honour.body.province, as_of=honour.decided_on)


def _join(honours: list[Honour], province: str, *, as_of: dt.date) -> None:
    """Apply the rule across everything the recipients have for the same years."""
    pairs = {(each.recipient_id, each.year) for each in honours}
    rows = (
        PrizePayment.objects.select_for_update(of=("self",))
        .filter(
            honour__recipient__in={recipient for recipient, _ in pairs},
            honour__year__in={year for _, year in pairs},
            honour__revoked_on__isnull=True,
        )
        .select_related("honour")
        .order_by("pk")
    )
    groups: defaultdict[tuple[int, int], dict[int, PrizePayment]] = defaultdict(dict)
    for row in rows:
        if (pair := (row.honour.recipient_id, row.honour.year)) in pairs:
            groups[pair][row.pk] = row
    law = default_corpus().on(as_of, province)
    for group in groups.values():
        claims = [_claim(each, province) for each in group.values()]
        _write(group, joined_claims(claims, law))


def _claim(payment: PrizePayment, province: str) -> Claim:
    """Return a payment as it stood before any other was looked at."""
    honour = payment.honour
    sudden = honour.kind == CommendationKind.SUDDEN
    state = PaymentState(payment.state)
    is_plain = bool(payment.amount) and not payment.answer and state in BY_RULE
    return Claim(
        key=payment.pk,
        name=honour.honour_name,
        is_title=is_title(honour, province),
        period="" if sudden else fold(honour.period),
        state=PaymentState.DUE if is_plain else state,
        amount=payment.amount,
        reason="" if is_plain else payment.reason,
        reason_source="" if is_plain else payment.reason_source,
        is_answered=bool(payment.answer),
    )


def is_title(honour: Honour, province: str) -> bool:
    """Tell whether an honour is a title by the law of its day; a form where no text says."""
    try:
        return honour_on(honour.honour, as_of=honour.decided_on, province=province).is_title
    except LawbookError:
        return False


def _write(group: dict[int, PrizePayment], claims: Iterable[Claim]) -> None:
    for claim in claims:
        payment = group[claim.key]
        now = (claim.state, claim.reason, claim.reason_source)
        if now != (payment.state, payment.reason, payment.reason_source):
            payment.state, payment.reason, payment.reason_source = now
            payment.save(update_fields=["state", "reason", "reason_source"])
