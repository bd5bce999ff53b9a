"""Prize money: who may see it, and what is still to be paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, QuerySet, Sum

from vinhdanh.accounts.enums import Role
from vinhdanh.decisions.enums import PaymentState
from vinhdanh.decisions.models import PaymentList, PrizePayment

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit

MONEY_ROLES = frozenset({Role.ACCOUNTANT, Role.CLERK, Role.CHAIR})


def payments_for(actor: Actor) -> QuerySet[PrizePayment]:
    """Return the payments of the body for those who deal with its money: the one door."""
    if not actor.roles & MONEY_ROLES:
        return PrizePayment.objects.none()
    return PrizePayment.objects.filter(body=actor.body).select_related(
        "honour__decision__document", "list"
    )


def payment_lists_for(actor: Actor) -> QuerySet[PaymentList]:
    """Return the payment lists of the body for those who deal with its money: the one door."""
    if not actor.roles & MONEY_ROLES:
        return PaymentList.objects.none()
    return PaymentList.objects.filter(body=actor.body)


def payable(payments: QuerySet[PrizePayment]) -> QuerySet[PrizePayment]:
    """Keep what may be put on a list: due, and its honour not taken back."""
    return payments.filter(state=PaymentState.DUE, honour__revoked_on__isnull=True)


def to_recover(payments: QuerySet[PrizePayment]) -> QuerySet[PrizePayment]:
    """Keep what was paid for an honour that was taken back later."""
    return payments.filter(state=PaymentState.PAID, honour__revoked_on__isnull=False)


def promised(body: Unit) -> QuerySet[PrizePayment]:
    """Return what signed decisions still ask for: due or on a list."""
    return PrizePayment.objects.filter(
        body=body,
        state__in=[PaymentState.DUE, PaymentState.LISTED],
        honour__revoked_on__isnull=True,
    )


@dataclass(frozen=True, slots=True)
class Standing:
    """How many payments stand where, and their sum in đồng."""

    state: PaymentState
    count: int
    amount: int


def standings(payments: QuerySet[PrizePayment]) -> list[Standing]:
    """Return how the payments stand, in the order of the states.

    What is due for an honour taken back is not paid any more and not counted.
    """
    counted = payments.exclude(state=PaymentState.DUE, honour__revoked_on__isnull=False)
    rows = counted.order_by().values("state").annotate(count=Count("pk"), total=Sum("amount"))
    found = {row["state"]: row for row in rows}
    return [
        Standing(state, found[state]["count"], found[state]["total"] or 0)
        for state in PaymentState
        if state in found
    ]


@dataclass(frozen=True, slots=True)
class KindTotal:
    """What a list pays for one honour."""

    name: str
    count: int
    amount: int


def kind_totals(found: PaymentList) -> list[KindTotal]:
    """Return a list's totals by honour."""
    rows = (
        found.payments.order_by()
        .values("honour__honour_name")
        .annotate(count=Count("pk"), total=Sum("amount"))
        .order_by("honour__honour_name")
    )
    return [KindTotal(row["honour__honour_name"], row["count"], row["total"]) for row in rows]
