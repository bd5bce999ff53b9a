"""One payment: its amount and ground, who took it, what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import PaymentState
from vinhdanh.decisions.queries.payments import payments_for
from vinhdanh.decisions.services.payment_lists import take_off_list
from vinhdanh.decisions.services.payments import recover, settle_payment, unpay
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.forms.money import ReasonForm, RecoverForm, SettleForm
from vinhdanh.web.money_page import for_money, pill_of

if TYPE_CHECKING:
    from django import forms
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


@require_safe
@for_money
def payment(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one payment: amount, ground, who took it, what can be done with it."""
    return _payment_page(request, pk)


def _payment_page(
    request: StaffRequest, pk: int, form: forms.Form | None = None, *, status: int = 200
) -> HttpResponse:
    found = get_object_or_404(payments_for(request.actor), pk=pk)
    may_pay = bool(request.actor.may(Act.PAY_PRIZES))
    open_question = found.state in (PaymentState.ASKED, PaymentState.NOT_PAYABLE)
    settle = form if isinstance(form, SettleForm) else SettleForm(initial={"amount": found.amount})
    return render(
        request,
        "web/money/payment.html",
        {
            "payment": found,
            "pill": pill_of(found),
            "open_question": open_question,
            "may_settle": request.actor.may(Act.SETTLE_PRIZE),
            "settle_form": settle,
            "unpay_form": form if isinstance(form, ReasonForm) else ReasonForm(),
            "recover_form": form
            if isinstance(form, RecoverForm)
            else RecoverForm(initial={"recovered_on": clock.today()}),
            "may_pay": may_pay,
            "may_list": bool(request.actor.may(Act.LIST_PRIZES)),
            "history": history_of(found)[:20],
        },
        status=status,
    )


@require_POST
@for_money
def payment_settle(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what is paid where the texts read do not."""
    found = get_object_or_404(payments_for(request.actor), pk=pk)
    form = SettleForm(request.POST)
    if form.is_valid():
        with told_in(form):
            settle_payment(
                actor=request.actor,
                payment=found,
                amount=form.cleaned_data["amount"],
                answer=form.cleaned_data["answer"],
            )
    return _done(request, form, pk, "Đã xác định mức chi.")


@require_POST
@for_money
def payment_unpay(request: StaffRequest, pk: int) -> HttpResponse:
    """Take back a payment recorded by mistake."""
    found = get_object_or_404(payments_for(request.actor), pk=pk)
    form = ReasonForm(request.POST)
    if form.is_valid():
        with told_in(form):
            unpay(actor=request.actor, payment=found, reason=form.cleaned_data["reason"])
    return _done(request, form, pk, "Đã bỏ ghi chi; khoản này lại chờ chi trong danh sách.")


@require_POST
@for_money
def payment_recover(request: StaffRequest, pk: int) -> HttpResponse:
    """Record that the money of a revoked honour came back."""
    found = get_object_or_404(payments_for(request.actor), pk=pk)
    form = RecoverForm(request.POST)
    if form.is_valid():
        with told_in(form):
            day = form.cleaned_data["recovered_on"]
            recover(actor=request.actor, payment=found, recovered_on=day)
    return _done(request, form, pk, "Đã ghi thu hồi tiền thưởng.")


def _done(request: StaffRequest, form: forms.Form, pk: int, sentence: str) -> HttpResponse:
    if not form.is_valid():
        return _payment_page(request, pk, form, status=422)
    messages.success(request, sentence)
    return redirect("payment", pk=pk)


@require_POST
@for_money
def payment_take_off(request: StaffRequest, pk: int) -> HttpResponse:
    """Take an unpaid payment off its list."""
    found = get_object_or_404(payments_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: take_off_list(actor=request.actor, payment=found),
        done="Đã rút khoản này khỏi danh sách; khoản lại chờ chi.",
        to="payment",
        pk=pk,
    )
