"""The year's fund: what there is, its book, its statement."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource
from vinhdanh.decisions.models import Fund
from vinhdanh.decisions.payment_papers import FUND_HEADINGS, fund_rows, statement
from vinhdanh.decisions.queries.fund import fund_entries_for, fund_figures, shortfall
from vinhdanh.decisions.services.fund import Line, enter_line, reverse_line
from vinhdanh.documents import render_docx, render_pdf
from vinhdanh.kernel import clock
from vinhdanh.records.spreadsheet import write_register
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.money import FundLineForm
from vinhdanh.web.money_page import for_money, tabs
from vinhdanh.web.views.documents_register import excel

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpResponse, HttpResponseBase

    from vinhdanh.decisions.models import FundEntry
    from vinhdanh.decisions.queries.fund import FundFigures
    from vinhdanh.web.requests import StaffRequest


@require_safe
@for_money
def fund(request: StaffRequest) -> HttpResponse:
    """Show the year's fund: sources, what is promised, the book."""
    today = clock.today()
    form = FundLineForm(initial={"entered_on": today, "kind": FundKind.PLANNED})
    return _page(request, form)


def _page(request: StaffRequest, form: FundLineForm, *, status: int = 200) -> HttpResponse:
    entries = _entries(request)
    reversed_ones = set(entries.exclude(reverses=None).values_list("reverses", flat=True))
    return render(
        request,
        "web/money/fund.html",
        {
            "tabs": tabs("fund"),
            "figures": _figures(request),
            "entries": entries.select_related("honour__payment"),
            "reversed": reversed_ones,
            "form": form,
            "may_keep": request.actor.may(Act.KEEP_FUND),
            "shortfall": shortfall(request.actor.body, as_of=clock.today(), is_signed=True)
            if request.year == clock.today().year
            else "",
        },
        status=status,
    )


@require_POST
@for_money
def fund_enter(request: StaffRequest) -> HttpResponse:
    """Enter a line."""
    form = FundLineForm(request.POST)
    if form.is_valid():
        asked = form.cleaned_data
        line = Line(
            kind=FundKind(asked["kind"]),
            purpose=FundPurpose(asked["purpose"]),
            source=FundSource(asked["source"]),
            amount=asked["amount"],
            entered_on=asked["entered_on"],
            content=asked["content"],
            voucher=asked["voucher"],
            excess_reason=asked["excess_reason"],
        )
        with told_in(form):
            enter_line(actor=request.actor, line=line)
    if not form.is_valid():
        return _page(request, form, status=422)
    messages.success(request, "Đã ghi vào sổ quỹ.")
    return redirect("fund")


@require_POST
@for_money
def fund_reverse(request: StaffRequest, pk: int) -> HttpResponse:
    """Reverse a line."""
    entry = get_object_or_404(fund_entries_for(request.actor), pk=pk)
    reason = request.POST.get("reason", "")
    return act_then_go(
        request,
        lambda: reverse_line(actor=request.actor, entry=entry, reason=reason),
        done="Đã ghi bút toán đảo; cả hai dòng ở lại trong sổ.",
        to="fund",
    )


@require_safe
@for_money
def fund_statement(request: StaffRequest, ending: str) -> HttpResponseBase:
    """Hand out the year's statement: PDF, Word or Excel."""
    name = f"Bảng kê quỹ thi đua, khen thưởng {request.year}.{ending}"
    entries = list(_entries(request))
    body = request.actor.body
    if ending == "xlsx":
        title = f"BẢNG KÊ QUỸ THI ĐUA, KHEN THƯỞNG NĂM {request.year}"
        return excel(write_register(title, body.name, FUND_HEADINGS, fund_rows(entries)), name)
    render_as = {"pdf": render_pdf, "docx": render_docx}.get(ending)
    if render_as is None:
        raise Http404
    paper = statement(Fund(body=body, year=request.year), _figures(request), entries)
    return download(render_as(paper), name=name, ending=ending, inline=True)


def _entries(request: StaffRequest) -> QuerySet[FundEntry]:
    return fund_entries_for(request.actor).filter(fund__year=request.year)


def _figures(request: StaffRequest) -> FundFigures:
    as_of = min(clock.today(), dt.date(request.year, 12, 31))
    return fund_figures(request.actor.body, year=request.year, as_of=as_of)
