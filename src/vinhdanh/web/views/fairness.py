"""The fairness mirror: of a decision before it is signed, and of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.decisions.queries.decisions import decisions_for
from vinhdanh.kernel import clock
from vinhdanh.reports.fairness import decision_mirror, paragraph, year_mirror
from vinhdanh.reports.services.fairness import set_target
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.fairness import TargetForm

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpResponse

    from vinhdanh.reports.fairness import Mirror
    from vinhdanh.web.requests import StaffRequest

LOOKING = frozenset({Role.CLERK, Role.CHAIR, Role.COUNCIL_MEMBER, Role.SUPERIOR})


@require_safe
def fairness(request: StaffRequest) -> HttpResponse:
    """Show whom the year honoured."""
    return _year_page(request, TargetForm())


@require_safe
def fairness_decision(request: StaffRequest, pk: int) -> HttpResponse:
    """Show whom a decision honours, or would if it were signed today."""
    _require_looking(request)
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    return _page(request, decision_mirror(found), decision=found)


@require_POST
def fairness_target(request: StaffRequest) -> HttpResponse:
    """Keep the share of direct workers that the year's plan promises."""
    _require_looking(request)
    form = TargetForm(request.POST)
    if form.is_valid():
        with told_in(form):
            set_target(
                actor=request.actor,
                year=request.year,
                percent=form.cleaned_data["percent"],
                source=form.cleaned_data["source"],
            )
    if not form.is_valid():
        return _year_page(request, form, status=422)
    messages.success(request, "Đã ghi chỉ tiêu của năm.")
    return redirect("fairness")


def _year_page(request: StaffRequest, form: TargetForm, *, status: int = 200) -> HttpResponse:
    _require_looking(request)
    year, today = request.year, clock.today()
    until = today if year == today.year else None
    mirror = year_mirror(request.actor.body, year=year, until=until)
    return _page(request, mirror, status=status, form=form)


def _page(request: StaffRequest, mirror: Mirror, *, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "mirror": mirror,
        "sentences": paragraph(mirror),
        "may_set": request.actor.may(Act.WRITE_REPORT),
    }
    return render(request, "web/fairness/mirror.html", context | more, status=status)


def _require_looking(request: StaffRequest) -> None:
    if not request.actor.roles & LOOKING:
        raise Http404
