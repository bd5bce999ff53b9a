"""What the pages of prize money share: who may open them, tabs, the state as a pill."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from django.http import Http404
from django.urls import reverse

from vinhdanh.decisions.enums import PaymentState
from vinhdanh.decisions.queries.payments import MONEY_ROLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from vinhdanh.decisions.models import PrizePayment
    from vinhdanh.web.requests import StaffRequest

P = ParamSpec("P")
R = TypeVar("R")
PILLS = {
    PaymentState.ASKED: "care",
    PaymentState.DUE: "waiting",
    PaymentState.LISTED: "info",
    PaymentState.PAID: "good",
    PaymentState.NOT_PAYABLE: "neutral",
    PaymentState.RECOVERED: "neutral",
}
TABS = (("Tiền thưởng", "prizes"), ("Quỹ", "fund"))


def for_money(
    view: Callable[Concatenate[StaffRequest, P], R],
) -> Callable[Concatenate[StaffRequest, P], R]:
    """Answer 404 to those who do not deal with the body's money."""

    @wraps(view)
    def checked(request: StaffRequest, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if not request.actor.roles & MONEY_ROLES:
            raise Http404
        return view(request, *args, **kwargs)

    return checked


def tabs(here: str) -> list[dict[str, Any]]:
    """Return the two pages of money."""
    return [
        {"label": label, "url": reverse(route), "current": route == here} for label, route in TABS
    ]


def pill_of(payment: PrizePayment) -> tuple[str, str]:
    """Return kind and word of a payment's state, what a revocation did to it included."""
    if payment.is_to_recover:
        return "stop", "Phải thu hồi"
    if payment.honour.revoked_on and payment.state in (PaymentState.DUE, PaymentState.ASKED):
        return "neutral", "Không chi, đã hủy bỏ"
    state = PaymentState(payment.state)
    return PILLS[state], state.label
