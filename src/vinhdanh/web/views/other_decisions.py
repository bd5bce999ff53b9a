"""Decisions of other offices in the register: what they gave, their scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.queries.decisions import decisions_for
from vinhdanh.decisions.services.scans import attach_scan, replace_scan
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.web.acts import act_then_go
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.other_papers import RightScanForm, ScanForm, scan_form
from vinhdanh.web.later_marks import marks_of, said_once

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision
    from vinhdanh.web.requests import StaffRequest

SHOWN = 200


def other_page(request: StaffRequest, found: Decision) -> HttpResponse:
    """Show a decision that another office signed, or that was signed before this register."""
    honours = found.honours.order_by("order")
    marks = marks_of(found)
    return render(
        request,
        "web/decisions/other.html",
        {
            "decision": found,
            "rows": [(each, marks.get(each.pk, ())) for each in honours[:SHOWN]],
            "later": said_once(marks),
            "count": honours.count(),
            "may_draft": bool(request.actor.may(Act.DRAFT_DECISION)),
            "scan_form": scan_form(found),
            "history": history_of(found)[:20],
        },
    )


@require_safe
def scan(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the scan of a decision: a PDF, or what a list came with."""
    found = get_object_or_404(decisions_for(request.actor).exclude(scan_path=""), pk=pk)
    ending = found.scan_path.rpartition(".")[2]
    name = f"{found}, bản quét.{ending}"
    return download(load(found.scan_path), name=name, ending=ending, inline=True)


@require_POST
def scan_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Add the scan to a decision that was entered without it, or the right one for a wrong one."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    is_right = "replaced" in request.POST
    form = (RightScanForm if is_right else ScanForm)(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return redirect("decision", pk=pk)
    act = replace_scan if is_right else attach_scan
    return act_then_go(
        request,
        lambda: act(actor=request.actor, decision=found, **form.cleaned_data),
        done="Đã thay bản quét." if is_right else "Đã bổ sung bản quét.",
        to="decision",
        pk=pk,
    )
