"""Prize money: what is due, and the lists it is paid by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import FundSource, PaymentState
from vinhdanh.decisions.payment_papers import LIST_HEADINGS, list_files, list_rows
from vinhdanh.decisions.queries.fund import shortfall
from vinhdanh.decisions.queries.payments import (
    kind_totals,
    payable,
    payment_lists_for,
    payments_for,
    standings,
    to_recover,
)
from vinhdanh.decisions.services.payment_lists import (
    attach_signed,
    drop_list,
    make_list,
)
from vinhdanh.decisions.services.payments import Receipt, pay
from vinhdanh.documents.numbers import money_in_words
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.records.spreadsheet import write_register
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.money import PayForm, SignedForm
from vinhdanh.web.money_page import for_money, pill_of, tabs
from vinhdanh.web.pages import ROWS, number_in, sent_numbers
from vinhdanh.web.uploads import kind_of
from vinhdanh.web.views.documents_register import excel

if TYPE_CHECKING:
    from django import forms
    from django.db.models import QuerySet
    from django.http import HttpResponse, HttpResponseBase

    from vinhdanh.decisions.models import PaymentList, PrizePayment
    from vinhdanh.web.requests import StaffRequest


@require_safe
@for_money
def prizes(request: StaffRequest) -> HttpResponse:
    """Show prize money: those due to choose from, others by their state; the lists."""
    actor = request.actor
    found = payments_for(actor)
    state = request.GET.get("tinh-trang", "")
    shown = found.filter(state=state) if state in PaymentState.values else found
    is_due = state == PaymentState.DUE
    page = Paginator(payable(found) if is_due else shown, ROWS).get_page(request.GET.get("page"))
    return render(
        request,
        "web/money/prizes.html",
        {
            "tabs": tabs("prizes"),
            "page": page,
            "rows": [(each, *pill_of(each)) for each in page],
            "state": state,
            "standings": standings(found),
            "choosable": bool(actor.may(Act.LIST_PRIZES)) and is_due,
            "due_count": payable(found).count(),
            "to_recover": to_recover(found),
            "lists": payment_lists_for(actor)[:20],
            "shortfall": shortfall(actor.body, as_of=clock.today(), is_signed=True),
        },
    )


@require_POST
@for_money
def list_make(request: StaffRequest) -> HttpResponse:
    """Make a list of the chosen payments, or of all that is due of one decision."""
    found = payable(payments_for(request.actor))
    if decision := request.POST.get("decision", ""):
        found = found.filter(honour__decision=number_in(decision))
    else:
        found = payments_for(request.actor).filter(pk__in=sent_numbers(request, "chosen"))
    try:
        made = make_list(actor=request.actor, payments=found)
    except DomainError as problem:
        messages.error(request, problem.message)
        return redirect("prizes")
    messages.success(request, f"Đã lập {str(made)[:1].lower()}{str(made)[1:]}.")
    return redirect("payment_list", pk=made.pk)


@require_safe
@for_money
def payment_list(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a list: who takes how much, what is paid."""
    found = get_object_or_404(payment_lists_for(request.actor), pk=pk)
    form = PayForm(initial={"paid_on": clock.today(), "source": FundSource.BUDGET})
    return _list_page(request, found, form)


def _list_page(
    request: StaffRequest, found: PaymentList, form: PayForm, *, status: int = 200
) -> HttpResponse:
    rows = list(_rows(request, found))
    total = sum(each.amount or 0 for each in rows)
    waiting = [each for each in rows if each.state == PaymentState.LISTED]
    return render(
        request,
        "web/money/list.html",
        {
            "list": found,
            "rows": [(each, *pill_of(each)) for each in rows],
            "total": total,
            "words": money_in_words(total) if rows else "",
            "kinds": kind_totals(found),
            "waiting": waiting,
            "form": form,
            "signed_form": SignedForm(),
            "may_pay": request.actor.may(Act.PAY_PRIZES),
            "may_list": bool(request.actor.may(Act.LIST_PRIZES)),
            "is_untouched": len(waiting) == len(rows),
            "history": history_of(found)[:20],
        },
        status=status,
    )


@require_POST
@for_money
def list_pay(request: StaffRequest, pk: int) -> HttpResponse:
    """Record that the chosen rows were handed over, or all of them."""
    found = get_object_or_404(payment_lists_for(request.actor), pk=pk)
    form = PayForm(request.POST)
    if form.is_valid():
        asked = form.cleaned_data
        with told_in(form):
            done = pay(
                actor=request.actor,
                receipts=_receipts(request, found),
                paid_on=asked["paid_on"],
                source=FundSource(asked["source"]),
                excess_reason=asked["excess_reason"],
            )
    if not form.is_valid():
        return _list_page(request, found, form, status=422)
    messages.success(request, f"Đã ghi chi {len(done)} khoản.")
    return redirect("payment_list", pk=pk)


def _receipts(request: StaffRequest, found: PaymentList) -> list[Receipt]:
    """Return the chosen rows with who took them; all unpaid ones where the button says so."""
    rows = _rows(request, found)
    if request.POST.get("all"):
        rows = rows.filter(state=PaymentState.LISTED)
    else:
        rows = rows.filter(pk__in=sent_numbers(request, "chosen"))
    return [
        Receipt(
            payment=each,
            received_by=request.POST.get(f"taker-{each.pk}", ""),
            receiver_note=request.POST.get(f"note-{each.pk}", ""),
        )
        for each in rows
    ]


@require_POST
@for_money
def list_drop(request: StaffRequest, pk: int) -> HttpResponse:
    """Undo a list of which nothing is paid."""
    found = get_object_or_404(payment_lists_for(request.actor), pk=pk)
    try:
        drop_list(actor=request.actor, found=found)
    except DomainError as problem:
        messages.error(request, problem.message)
        return redirect("payment_list", pk=pk)
    messages.success(request, "Đã bỏ danh sách; các khoản trong đó trở lại chờ chi.")
    return redirect("prizes")


@require_POST
@for_money
def list_signed(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep the scan of the signed list."""
    found = get_object_or_404(payment_lists_for(request.actor), pk=pk)
    form = SignedForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["scan"]
        data = file.read()
        return act_then_go(
            request,
            lambda: attach_signed(
                actor=request.actor, found=found, data=data, kind=kind_of(data), name=file.name
            ),
            done="Đã giữ bản đã ký nhận.",
            to="payment_list",
            pk=pk,
        )
    return _sorry(request, form, "payment_list", pk)


@require_safe
@for_money
def signed_file(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the scan of the signed list."""
    found = get_object_or_404(payment_lists_for(request.actor).exclude(signed_path=""), pk=pk)
    data = load(found.signed_path)
    return download(data, name=found.signed_name, ending=kind_of(data) or "pdf", inline=True)


@require_safe
@for_money
def list_file(request: StaffRequest, pk: int, ending: str) -> HttpResponseBase:
    """Hand out a list to print and sign: PDF, Word or Excel."""
    found = get_object_or_404(payment_lists_for(request.actor).select_related("body"), pk=pk)
    rows = list(_rows(request, found))
    if ending == "xlsx":
        head = f"{found.title} ({found.made_on:%d/%m/%Y})"
        file = write_register(str(found).upper(), head, LIST_HEADINGS, list_rows(rows))
        return excel(file, f"Danh sách chi thưởng {found.number:02d}-{found.year}.xlsx")
    for each in list_files(found, rows) if rows else ():
        if each.format == ending:
            return download(each.data, name=each.title, ending=each.format, inline=True)
    raise Http404


def _rows(request: StaffRequest, found: PaymentList) -> QuerySet[PrizePayment]:
    return payments_for(request.actor).filter(list=found)


def _sorry(request: StaffRequest, form: forms.Form, to: str, pk: int) -> HttpResponse:
    for problems in form.errors.values():
        messages.error(request, str(problems[0]))
    return redirect(to, pk=pk)
