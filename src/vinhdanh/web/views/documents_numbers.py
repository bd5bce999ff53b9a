"""Numbers set apart: reserving, cancelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from vinhdanh.accounts.enums import Act
from vinhdanh.records.queries.documents import kept_numbers_for
from vinhdanh.records.services.kept_numbers import cancel_number, reserve_numbers
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.forms.incoming import ReserveForm
from vinhdanh.web.pages import ROWS
from vinhdanh.web.views.documents_register import register_tabs

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


def kept_numbers(request: StaffRequest) -> HttpResponse:
    """Show the year's numbers without a paper of their own, and set more apart."""
    actor = request.actor
    actor.require(Act.ISSUE_DOCUMENT)
    form = ReserveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            kept = reserve_numbers(actor=actor, year=request.year, **form.cleaned_data)
            messages.success(request, f"Đã để dành {len(kept)} số, bắt đầu từ {kept[0]}.")
            return redirect("kept_numbers")
    found = kept_numbers_for(actor).filter(series__year=request.year)
    return render(
        request,
        "web/documents/kept_numbers.html",
        {
            "tabs": register_tabs(actor, request.year, here="kept_numbers"),
            "form": form,
            "page": Paginator(found.order_by("series__symbol", "number"), ROWS).get_page(
                request.GET.get("page")
            ),
        },
    )


@require_POST
def number_cancel(request: StaffRequest, pk: int) -> HttpResponse:
    """Cancel a reserved number for good."""
    kept = get_object_or_404(kept_numbers_for(request.actor), pk=pk)
    reason = request.POST.get("reason", "")
    return act_then_go(
        request,
        lambda: cancel_number(actor=request.actor, kept=kept, reason=reason),
        done=f"Đã hủy số {kept}.",
        to="kept_numbers",
    )
