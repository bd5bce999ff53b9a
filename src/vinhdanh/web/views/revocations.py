"""Taking honours back: the draft or another office's paper, its page, what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.queries.decisions import changed_by, decisions_for
from vinhdanh.decisions.queries.grounds import grounds
from vinhdanh.decisions.queries.revocations import (
    lines_of,
    paid_for,
    restorable,
    revocable,
    revocation_lines_for,
)
from vinhdanh.decisions.revocation_papers import revocation_context, revocation_files
from vinhdanh.decisions.services.recoveries import record_handing_back, record_return
from vinhdanh.decisions.services.revocations import (
    draft_revocation,
    issue_revocation,
    record_revocation,
)
from vinhdanh.kernel import clock
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.revocations import OtherRevocationForm, ReturnForm, RevocationForm
from vinhdanh.web.later_page import draft_file, later_context, sign_later

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision
    from vinhdanh.web.requests import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def revocation_new(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose honours of an issued decision to take back, and say why."""
    actor = request.actor
    award = get_object_or_404(
        decisions_for(actor),
        pk=pk,
        kind__in=[DecisionKind.AWARD, DecisionKind.EXTERNAL],
        state=DecisionState.ISSUED,
    )
    actor.require(Act.DRAFT_DECISION)
    form = _form(request, award)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            made = _revoke(request, award, form)
            return redirect("decision", pk=made.pk)
    return render(
        request,
        "web/decisions/revocation_form.html",
        {"form": form, "award": award},
        status=422 if form.errors else 200,
    )


def _form(request: StaffRequest, award: Decision) -> RevocationForm:
    kind = RevocationForm if award.is_of_body else OtherRevocationForm
    day = None if award.is_of_body else OtherRevocationForm.day_in(request.POST)
    return kind(
        request.POST or None,
        request.FILES or None,
        honours=list(revocable(award)),
        grounds=grounds(as_of=day or clock.today(), province=request.actor.body.province),
        initial={"issuer": award.issuer, "money_to": kind.base_fields["money_to"].initial},
    )


def _revoke(request: StaffRequest, award: Decision, form: RevocationForm) -> Decision:
    asked: dict[str, Any] = {
        "actor": request.actor,
        "award": award,
        "honours": form.chosen(),
        "case": form.case(),
    }
    if isinstance(form, OtherRevocationForm):
        made = record_revocation(**asked, paper=form.paper())
        messages.success(request, "Đã ghi quyết định hủy bỏ; sổ khen thưởng đã ghi hủy bỏ.")
        return made
    made = draft_revocation(**asked)
    messages.success(request, "Đã soạn dự thảo quyết định hủy bỏ, chờ Chủ tịch ký.")
    return made


def revocation_page(request: StaffRequest, found: Decision) -> HttpResponse:
    """Show a revocation: what it takes back, its papers, what came back."""
    revocation = found.revocation
    lines = list(lines_of(revocation).select_related("restoration__decision__document"))
    context = later_context(request, found) | {
        "revocation": revocation,
        "awards": changed_by(lines),
        "lines": [(line, paid_for(line.honour)) for line in lines],
        "return_form": ReturnForm(initial={"on": clock.today()}),
        "may_recover": bool(request.actor.may(Act.RECOVER)),
        "may_restore": restorable(revocation).exists(),
    }
    return render(request, "web/decisions/revocation.html", context)


def revocation_sign(request: StaffRequest, found: Decision) -> HttpResponse:
    """Sign a revocation: with its number the honours lose their worth."""
    done = "Đã ký quyết định hủy bỏ; sổ khen thưởng đã ghi hủy bỏ."
    return sign_later(request, found, issue_revocation, done=done)


def revocation_draft(found: Decision, ending: str) -> HttpResponse:
    """Show the draft as it would be printed."""
    context = revocation_context(
        found.revocation,
        list(lines_of(found.revocation)),
        number=None,
        date=None,
        as_of=clock.today(),
    )
    return draft_file(revocation_files(context), ending)


@require_POST
def recovery(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what came back, or what was handed back after a restoration."""
    line = get_object_or_404(revocation_lines_for(request.actor), pk=pk)
    form = ReturnForm(request.POST)
    if form.is_valid():
        with told_in(form):
            act = record_handing_back if line.restored_on else record_return
            act(actor=request.actor, line=line, on=form.cleaned_data["on"])
            did = "trao lại cho" if line.restored_on else "nhận lại của"
            messages.success(request, f"Đã ghi {did} {line.honour.recipient_name}.")
    for problems in form.errors.values():
        messages.error(request, str(problems[0]))
    made = line.restoration.decision_id if line.restored_on and line.restoration else None
    return redirect("decision", pk=made or line.revocation.decision_id)
