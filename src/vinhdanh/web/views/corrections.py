"""Writing an award right: what is wrong of an honour, the decision that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.correction_papers import correction_context, correction_files
from vinhdanh.decisions.queries.corrections import drafted_of, words_of
from vinhdanh.decisions.queries.decisions import changed_by
from vinhdanh.decisions.queries.honours import honours_for
from vinhdanh.decisions.services.corrections import (
    draft_correction,
    issue_correction,
    record_correction,
)
from vinhdanh.kernel import clock
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.corrections import CorrectionForm, OtherCorrectionForm
from vinhdanh.web.later_page import draft_file, later_context, sign_later

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision, Honour
    from vinhdanh.web.requests import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def correction_new(request: StaffRequest, pk: int) -> HttpResponse:
    """Say how an honour should read."""
    actor = request.actor
    honour = get_object_or_404(
        honours_for(actor).select_related("decision__body"), pk=pk, revoked_on=None
    )
    actor.require(Act.DRAFT_DECISION)
    form = _form(request, honour)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            made = _correct(request, honour, form)
            return redirect("decision", pk=made.pk)
    return render(
        request,
        "web/decisions/correction_form.html",
        {"form": form, "honour": honour, "award": honour.decision},
        status=422 if form.errors else 200,
    )


def _form(request: StaffRequest, honour: Honour) -> CorrectionForm:
    drafted = drafted_of(honour)
    kind = CorrectionForm if honour.decision.is_of_body else OtherCorrectionForm
    return kind(
        request.POST or None,
        request.FILES or None,
        honour=honour,
        drafted={line.field: line.after for line in drafted.words} if drafted else None,
        initial={
            "issuer": honour.decision.issuer,
            "reason": drafted.reason if drafted else "",
        },
    )


def _correct(request: StaffRequest, honour: Honour, form: CorrectionForm) -> Decision:
    words, reason = form.words(), form.cleaned_data["reason"]
    if isinstance(form, OtherCorrectionForm):
        made = record_correction(
            actor=request.actor, honour=honour, words=words, reason=reason, paper=form.paper()
        )
        messages.success(request, "Đã ghi đính chính; sổ khen thưởng ghi theo nội dung mới.")
        return made
    made = draft_correction(actor=request.actor, honour=honour, words=words, reason=reason)
    messages.success(request, "Đã soạn dự thảo quyết định đính chính, chờ Chủ tịch ký.")
    return made


def correction_page(request: StaffRequest, found: Decision) -> HttpResponse:
    """Show a correction: what was written, how it reads."""
    correction = found.correction
    lines = list(words_of(correction))
    context = later_context(request, found) | {
        "correction": correction,
        "lines": lines,
        "awards": changed_by(lines),
    }
    return render(request, "web/decisions/correction.html", context)


def correction_sign(request: StaffRequest, found: Decision) -> HttpResponse:
    """Sign a correction: the register reads as it says."""
    done = "Đã ký quyết định đính chính; sổ khen thưởng ghi theo nội dung mới."
    return sign_later(request, found, issue_correction, done=done)


def correction_draft(found: Decision, ending: str) -> HttpResponse:
    """Show the draft as it would be printed."""
    context = correction_context(
        found.correction,
        list(words_of(found.correction)),
        number=None,
        date=None,
        as_of=clock.today(),
    )
    return draft_file(correction_files(context), ending)
