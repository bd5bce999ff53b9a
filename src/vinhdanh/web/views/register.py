"""The register of honours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from vinhdanh.decisions.queries.honours import honours_for, matching
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.web.forms.decisions import RegisterFilter
from vinhdanh.web.pages import ROWS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


@require_safe
def register(request: StaffRequest) -> HttpResponse:
    """Show honours of every year, narrowed by words and kind; the address keeps the filter."""
    form = RegisterFilter(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    words, kind, name = (asked.get(field, "") for field in ("q", "kind", "honour"))
    found = matching(honours_for(request.actor), words)
    if kind:
        found = found.filter(recipient_kind=kind)
    if name:
        found = found.filter(honour_name=name)
    query = {key: value for key, value in asked.items() if value}
    return render(
        request,
        "web/decisions/register.html",
        {
            "page": Paginator(found, ROWS).get_page(request.GET.get("page")),
            "words": words,
            "kind": kind,
            "honour": name,
            "kinds": RecipientKind.choices,
            "names": honours_for(request.actor)
            .order_by("honour_name")
            .values_list("honour_name", flat=True)
            .distinct(),
            "query": urlencode(query),
            "is_filtered": bool(query),
        },
    )


@require_safe
def honour(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one honour: who, what for, by which decision, with which money."""
    found = get_object_or_404(
        honours_for(request.actor).select_related("nomination__submission__unit"), pk=pk
    )
    return render(
        request,
        "web/decisions/honour.html",
        {
            "honour": found,
            "others": honours_for(request.actor)
            .filter(recipient_id=found.recipient_id)
            .exclude(pk=pk)[:20],
        },
    )
