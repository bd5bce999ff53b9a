"""Giving back honours that were taken wrongly: the draft or another office's paper, its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionState
from vinhdanh.decisions.queries.decisions import changed_by, decisions_for
from vinhdanh.decisions.queries.revocations import restorable, restored_lines, restored_money
from vinhdanh.decisions.restoration_papers import restoration_context, restoration_files
from vinhdanh.decisions.services.restorations import (
    draft_restoration,
    issue_restoration,
    record_restoration,
)
from vinhdanh.kernel import clock
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.revocations import OtherRestorationForm, RestorationForm, ReturnForm
from vinhdanh.web.later_page import draft_file, later_context, sign_later

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision, RevocationLine
    from vinhdanh.web.requests import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def restoration_new(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose honours of a revocation that hold again, and say why."""
    actor = request.actor
    found = get_object_or_404(
        decisions_for(actor).select_related("revocation"),
        pk=pk,
        revocation__isnull=False,
        state=DecisionState.ISSUED,
    )
    actor.require(Act.DRAFT_DECISION)
    lines = list(restorable(found.revocation))
    kind = RestorationForm if found.is_of_body else OtherRestorationForm
    form = kind(
        request.POST or None,
        request.FILES or None,
        honours=[line.honour for line in lines],
        initial={"issuer": found.issuer},
    )
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            made = _restore(request, found, lines, form)
            return redirect("decision", pk=made.pk)
    return render(
        request,
        "web/decisions/restoration_form.html",
        {"form": form, "revoked": found},
        status=422 if form.errors else 200,
    )


def _restore(
    request: StaffRequest, found: Decision, lines: list[RevocationLine], form: RestorationForm
) -> Decision:
    chosen = set(form.chosen())
    asked = {
        "actor": request.actor,
        "revocation": found.revocation,
        "lines": [line.pk for line in lines if line.honour_id in chosen],
        "reason": form.cleaned_data["reason"],
        "basis": form.cleaned_data["basis"],
    }
    if isinstance(form, OtherRestorationForm):
        made = record_restoration(**asked, paper=form.paper())
        messages.success(request, "Đã ghi quyết định khôi phục; khen thưởng có giá trị trở lại.")
        return made
    made = draft_restoration(**asked)
    messages.success(request, "Đã soạn dự thảo quyết định khôi phục, chờ Chủ tịch ký.")
    return made


def restoration_page(request: StaffRequest, found: Decision) -> HttpResponse:
    """Show a restoration: what holds again, what is to be given back."""
    restoration = found.restoration
    lines = list(restored_lines(restoration))
    context = later_context(request, found) | {
        "restoration": restoration,
        "awards": changed_by(lines),
        "lines": [(line, restored_money(line)) for line in lines],
        "return_form": ReturnForm(initial={"on": clock.today()}),
        "may_recover": bool(request.actor.may(Act.RECOVER)),
    }
    return render(request, "web/decisions/restoration.html", context)


def restoration_sign(request: StaffRequest, found: Decision) -> HttpResponse:
    """Sign a restoration: with its number the honours hold again."""
    done = "Đã ký quyết định khôi phục; khen thưởng có giá trị trở lại."
    return sign_later(request, found, issue_restoration, done=done)


def restoration_draft(found: Decision, ending: str) -> HttpResponse:
    """Show the draft as it would be printed."""
    context = restoration_context(
        found.restoration,
        list(restored_lines(found.restoration)),
        number=None,
        date=None,
        as_of=clock.today(),
    )
    return draft_file(restoration_files(context), ending)
