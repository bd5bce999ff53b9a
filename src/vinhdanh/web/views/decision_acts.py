"""What is done with a draft decision: signed, corrected, dropped, shown as it would be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.papers import decision_context, decision_files
from vinhdanh.decisions.queries.decisions import awards_of, decisions_for
from vinhdanh.decisions.services.drafts import correct_decision, discard_decision
from vinhdanh.decisions.services.issuing import issue_decision
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.decision_page import decision_page, unsure
from vinhdanh.web.forms.decisions import DecisionSignForm, DraftForm
from vinhdanh.web.later_page import draft_file, words_of
from vinhdanh.web.views.corrections import correction_draft, correction_sign
from vinhdanh.web.views.restorations import restoration_draft, restoration_sign
from vinhdanh.web.views.revocations import revocation_draft, revocation_sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision
    from vinhdanh.web.requests import StaffRequest

SIGNS: dict[str, Callable[[StaffRequest, Decision], HttpResponse]] = {
    DecisionKind.REVOCATION: revocation_sign,
    DecisionKind.RESTORATION: restoration_sign,
    DecisionKind.CORRECTION: correction_sign,
}
DRAFTS: dict[str, Callable[[Decision, str], HttpResponse]] = {
    DecisionKind.REVOCATION: revocation_draft,
    DecisionKind.RESTORATION: restoration_draft,
    DecisionKind.CORRECTION: correction_draft,
}


@require_POST
def decision_sign(request: StaffRequest, pk: int) -> HttpResponse:
    """Sign a decision: it takes its number and its honours enter the register."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    if sign := SIGNS.get(found.kind):
        return sign(request, found)
    form = DecisionSignForm(request.POST, confirm=unsure(found))
    if form.is_valid():
        with told_in(form):
            issue_decision(
                actor=request.actor,
                decision=found,
                decided_on=form.cleaned_data["signed_on"],
                authority_note=form.cleaned_data.get("authority_note", ""),
            )
            messages.success(request, "Đã ký quyết định; các trường hợp khen thưởng đã vào sổ.")
            return redirect("decision", pk=pk)
    for problems in form.errors.values():
        messages.error(request, str(problems[0]))
    if "authority_note" not in form.fields:
        return redirect("decision", pk=pk)
    return decision_page(request, found, form, status=422)


@require_POST
def decision_correct(request: StaffRequest, pk: int) -> HttpResponse:
    """Rewrite why a draft honours."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    form = DraftForm(request.POST)
    if not form.is_valid():
        for problems in form.errors.values():
            messages.error(request, str(problems[0]))
        return redirect("decision", pk=pk)
    return act_then_go(
        request,
        lambda: correct_decision(actor=request.actor, decision=found, **form.cleaned_data),
        done="Đã lưu dự thảo.",
        to="decision",
        pk=pk,
    )


@require_POST
def decision_discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Drop a draft."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    try:
        discard_decision(actor=request.actor, decision=found)
    except DomainError as problem:
        messages.error(request, problem.message)
        return redirect("decision", pk=pk)
    messages.success(request, f"Đã bỏ dự thảo; {words_of(found).discarded}.")
    return redirect("meeting", pk=found.meeting_id) if found.meeting_id else redirect("decisions")


@require_safe
def decision_draft(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """Show the draft as it would be printed; an issued decision has its own files."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk, state=DecisionState.DRAFT)
    if draft := DRAFTS.get(found.kind):
        return draft(found, ending)
    today = clock.today()
    context = decision_context(
        found, awards_of(found, as_of=today), number=None, date=None, as_of=today
    )
    return draft_file(decision_files(context), ending)
