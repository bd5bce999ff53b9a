"""Decisions of other offices in the register: what they gave, their scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.queries.decisions import decisions_for
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.web.downloads import download

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision
    from vinhdanh.web.requests import StaffRequest

SHOWN = 200


def other_page(request: StaffRequest, found: Decision) -> HttpResponse:
    """Show a decision that another office signed, or that was signed before this register."""
    honours = found.honours.order_by("order")
    return render(
        request,
        "web/decisions/other.html",
        {
            "decision": found,
            "honours": honours[:SHOWN],
            "count": honours.count(),
            "may_draft": bool(request.actor.may(Act.DRAFT_DECISION)),
            "history": history_of(found)[:20],
        },
    )


@require_safe
def scan(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the scan of a decision."""
    found = get_object_or_404(decisions_for(request.actor).exclude(scan_path=""), pk=pk)
    return download(load(found.scan_path), name=f"{found}, bản quét.pdf", ending="pdf", inline=True)
