"""Calculators: prize, deadline, ratio. Every question is an address, so an answer can be shared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.views.decorators.http import require_safe

from vinhdanh.lawbook import CalendarError, deadline
from vinhdanh.lawbook.calendar import calendar_covers
from vinhdanh.web.forms.law import DeadlineForm, PrizeForm, RatioForm
from vinhdanh.web.law.asked import asked_of
from vinhdanh.web.law.deadlines import counted, deadline_choices, due_by
from vinhdanh.web.law.page import law_page
from vinhdanh.web.law.prizes import payment, prize_choices
from vinhdanh.web.law.ratios import Answer, ratios

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.law.asked import Asked
    from vinhdanh.web.law.deadlines import Due
    from vinhdanh.web.requests import StaffRequest


@require_safe
def prize(request: StaffRequest) -> HttpResponse:
    """Compute what a recipient is paid for honours of one period."""
    asked = asked_of(request)
    form = PrizeForm(request.GET, honours=prize_choices(asked.view), home=asked.home)
    chosen = form.chosen() if form.is_valid() else []
    return law_page(
        request,
        "prize",
        replace(asked, form=form),
        part="law_prize",
        form=form,
        payment=payment(chosen, asked.view) if chosen else None,
    )


@require_safe
def due(request: StaffRequest) -> HttpResponse:
    """Compute the last day of a limit of the law, or of a number of days."""
    asked = asked_of(request)
    form = DeadlineForm(request.GET, limits=deadline_choices(asked.view), home=asked.home)
    return law_page(
        request,
        "deadline",
        asked,
        part="law_deadline",
        form=form,
        due=_due(form, asked) if form.is_valid() else None,
    )


@require_safe
def ratio(request: StaffRequest) -> HttpResponse:
    """Hold two numbers against a share or a ceiling of the law."""
    asked = asked_of(request)
    every = {each.id: each for each in ratios(asked.view)}
    choices = [(each.id, each.words) for each in every.values()]
    form = RatioForm(request.GET, ratios=choices, home=asked.home)
    numbers = ("ty_le", "tong", "dat")
    answer = None
    if form.is_valid():
        found = form.cleaned_data
        answer = Answer(every[found["ty_le"]], found["tong"], found["dat"])
    elif not any(request.GET.get(name) for name in numbers):
        for name in numbers:
            del form.errors[name]
    return law_page(request, "ratio", asked, part="law_ratio", form=form, answer=answer)


def _due(form: DeadlineForm, asked: Asked) -> Due | None:
    """Return the answer; a year without a calendar is said in the form."""
    found = form.cleaned_data
    try:
        if found["han"]:
            rule = deadline(found["han"], as_of=asked.day, province=asked.province)
            return due_by(rule, asked.day, found["truong_hop"]) if rule else None
        if found["so_ngay"] is not None:
            working = found["don_vi"] != "days"
            return counted(asked.day, found["so_ngay"], working=working)
    except CalendarError:
        form.add_error("ngay", _no_calendar(asked.day.year))
    return None


def _no_calendar(year: int) -> str:
    """Return which year lacks its calendar, and what to do."""
    while calendar_covers(year):
        year += 1
    return (
        f"Chưa có lịch nghỉ lễ, tết năm {year} nên chưa đếm được: hãy chọn ngày hoặc thời hạn không"
        f" sang năm {year}, hoặc báo người quản trị bổ sung lịch."
    )
