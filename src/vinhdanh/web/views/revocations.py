"""Taking honours back: the draft, its page, what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.queries.decisions import decisions_for
from vinhdanh.decisions.queries.grounds import grounds
from vinhdanh.decisions.queries.revocations import (
    lines_of,
    paid_for,
    revocable,
    revocation_lines_for,
)
from vinhdanh.decisions.queries.waiting import next_number
from vinhdanh.decisions.revocation_papers import revocation_context, revocation_files
from vinhdanh.decisions.services.recoveries import record_return
from vinhdanh.decisions.services.revocations import draft_revocation, issue_revocation
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.web.acts import told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.decisions import SignForm
from vinhdanh.web.forms.revocations import ReturnForm, RevocationForm

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision
    from vinhdanh.web.requests import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def revocation_new(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose honours of an issued decision to take back, and say why."""
    actor = request.actor
    award = get_object_or_404(
        decisions_for(actor), pk=pk, kind=DecisionKind.AWARD, state=DecisionState.ISSUED
    )
    actor.require(Act.DRAFT_DECISION)
    form = RevocationForm(
        request.POST or None,
        honours=list(revocable(award)),
        grounds=grounds(as_of=clock.today(), province=actor.body.province),
    )
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            drafted = draft_revocation(
                actor=actor, award=award, honours=form.chosen(), case=form.case()
            )
            messages.success(request, "Đã soạn dự thảo quyết định hủy bỏ, chờ Chủ tịch ký.")
            return redirect("decision", pk=drafted.pk)
    return render(
        request,
        "web/decisions/revocation_form.html",
        {"form": form, "award": award},
        status=422 if form.errors else 200,
    )


def revocation_page(
    request: StaffRequest, found: Decision, form: SignForm | None = None, *, status: int = 200
) -> HttpResponse:
    """Show a revocation: what it takes back, its papers, what came back."""
    actor = request.actor
    revocation = found.revocation
    return render(
        request,
        "web/decisions/revocation.html",
        {
            "decision": found,
            "revocation": revocation,
            "lines": [(line, paid_for(line.honour)) for line in lines_of(revocation)],
            "files": list(found.document.files.all()) if found.document else [],
            "form": form or SignForm(initial={"signed_on": clock.today()}),
            "return_form": ReturnForm(initial={"on": clock.today()}),
            "next_number": next_number(found.body, "QĐ-UBND", year=clock.today().year),
            "may_sign": actor.may(Act.SIGN_DECISION),
            "may_draft": bool(actor.may(Act.DRAFT_DECISION)),
            "may_recover": bool(actor.may(Act.RECOVER)),
            "history": history_of(found)[:20],
        },
        status=status,
    )


def revocation_sign(request: StaffRequest, found: Decision) -> HttpResponse:
    """Sign a revocation: with its number the honours lose their worth."""
    form = SignForm(request.POST)
    if form.is_valid():
        with told_in(form):
            issue_revocation(
                actor=request.actor, decision=found, decided_on=form.cleaned_data["signed_on"]
            )
            messages.success(request, "Đã ký quyết định hủy bỏ; sổ khen thưởng đã ghi hủy bỏ.")
            return redirect("decision", pk=found.pk)
    for problems in form.errors.values():
        messages.error(request, str(problems[0]))
    return redirect("decision", pk=found.pk)


def revocation_draft(found: Decision, ending: str) -> HttpResponse:
    """Show the draft as it would be printed."""
    today = clock.today()
    context = revocation_context(
        found.revocation, list(lines_of(found.revocation)), number=None, date=None, as_of=today
    )
    for file in revocation_files(context):
        if file.format == ending:
            return download(file.data, name=file.title, ending=file.format, inline=True)
    raise Http404


@require_POST
def recovery(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what came back."""
    line = get_object_or_404(revocation_lines_for(request.actor), pk=pk)
    form = ReturnForm(request.POST)
    if form.is_valid():
        with told_in(form):
            record_return(actor=request.actor, line=line, on=form.cleaned_data["on"])
            messages.success(request, f"Đã ghi nhận lại của {line.honour.recipient_name}.")
    for problems in form.errors.values():
        messages.error(request, str(problems[0]))
    return redirect("decision", pk=line.revocation.decision_id)
