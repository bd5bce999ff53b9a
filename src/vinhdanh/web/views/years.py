"""The year of each unit: where it is missing, and the table its head types it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from vinhdanh.accounts.enums import Role
from vinhdanh.kernel import clock
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.queries.years import members_in, year_by_unit, years_of
from vinhdanh.organizations.services.years import keep_member_years
from vinhdanh.web.forms.years import YearRowForm
from vinhdanh.web.people_tabs import tabs

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.requests import StaffRequest


def years(request: StaffRequest) -> HttpResponse:
    """Show for each unit how many members have their year written."""
    actor = request.actor
    rows = [
        each
        for each in year_by_unit(actor.body, request.year, as_of=clock.today())
        if _may_read(actor, each.unit)
    ]
    return render(
        request,
        "web/people/years.html",
        {
            "tabs": tabs("years"),
            "rows": sorted(rows, key=lambda each: (not each.missing, each.unit.order)),
            "missing": sum(1 for each in rows if each.missing),
            "may_keep": bool(actor.may_keep(Kept.FACTS)),
        },
    )


def unit_year(request: StaffRequest, unit_pk: int) -> HttpResponse:
    """Show and keep the year of a unit's members in one table."""
    actor, year = request.actor, request.year
    unit = _unit(request, unit_pk)
    if not _may_read(actor, unit):
        actor.require_keeping(Kept.FACTS, unit)
    people = members_in(unit, year)
    known = years_of(people, year)
    data = request.POST if request.method == "POST" else None
    forms = [YearRowForm(data, person=each, record=known.get(each.pk)) for each in people]
    if request.method == "POST" and _keep(request, unit, forms):
        return redirect("unit_year", unit_pk=unit.pk)
    return render(
        request,
        "web/people/unit_year.html",
        {
            "unit": unit,
            "forms": forms,
            "may_keep": bool(actor.may_keep(Kept.FACTS, unit)),
            "wrong": [form for form in forms if form.is_bound and form.errors],
        },
    )


def _keep(request: StaffRequest, unit: Unit, forms: list[YearRowForm]) -> bool:
    """Keep the lines that are right; tell whether all were."""
    right = [form for form in forms if form.is_valid()]
    kept, problems = keep_member_years(
        keeper=request.actor, unit=unit, year=request.year, rows=[form.row() for form in right]
    )
    for form in right:
        if problem := problems.get(form.person.pk):
            form.add_error(problem.field or None, problem.message)
    wrong = sum(1 for form in forms if form.errors)
    if kept:
        messages.success(request, f"Đã lưu số liệu năm {request.year} của {kept} người.")
    elif not wrong:
        messages.info(request, "Không có dòng nào thay đổi.")
    return not wrong


def _unit(request: StaffRequest, pk: int) -> Unit:
    if pk == request.actor.body.pk:
        return request.actor.body
    return get_object_or_404(request.actor.body.units.select_related("body"), pk=pk)


def _may_read(actor: Actor, unit: Unit) -> bool:
    return Role.CHAIR in actor.roles or bool(actor.may_keep(Kept.FACTS, unit))
