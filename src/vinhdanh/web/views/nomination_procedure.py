"""Choosing by which procedure a nomination is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from vinhdanh.nominations.enums import Procedure
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.nominations.services.procedures import choose_procedure
from vinhdanh.web.acts import told_in
from vinhdanh.web.dossier import dossier_of, procedure_form, simplified_cases_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


@require_POST
def nomination_procedure(request: StaffRequest, pk: int) -> HttpResponse:
    """Take the choice of a procedure; a refusal is shown on the dossier, at its field."""
    found = get_object_or_404(nominations_for(request.actor), pk=pk)
    form = procedure_form(found, simplified_cases_of(found), request.POST)
    if form.is_valid():
        with told_in(form):
            choose_procedure(
                actor=request.actor,
                nomination=found,
                procedure=Procedure(form.cleaned_data["procedure"]),
                case=form.cleaned_data["case"],
                reason=form.cleaned_data["reason"],
                expected_version=form.cleaned_data["version"],
            )
            messages.success(request, "Đã đổi thủ tục xét của hồ sơ.")
            return redirect("nomination", pk=pk)
    context = {**dossier_of(found, request.actor), "procedure_form": form}
    return render(request, "web/nominations/nomination.html", context)
