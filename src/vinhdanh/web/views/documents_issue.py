"""Issuing: a paper signed elsewhere gets its number here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render

from vinhdanh.accounts.enums import Act
from vinhdanh.planning.enums import PlanState
from vinhdanh.planning.queries.plans import tasks_for
from vinhdanh.planning.services.evidence import link_document
from vinhdanh.records.services.hand import issue_by_hand
from vinhdanh.web.acts import told_in
from vinhdanh.web.forms.documents import DocumentForm
from vinhdanh.web.forms.signers import signers_of
from vinhdanh.web.pages import number_in

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.planning.models import Task
    from vinhdanh.records.models import OfficialDocument
    from vinhdanh.web.requests import StaffRequest


def document_new(request: StaffRequest) -> HttpResponse:
    """Issue a document; it may fulfil a task of the plan."""
    actor = request.actor
    actor.require(Act.ISSUE_DOCUMENT)
    task = asked_task(request)
    year = (task.plan.year if task else None) or request.year
    form = DocumentForm.of(
        task, request.POST or None, request.FILES or None, actor=actor, year=year
    )
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            issued = _issue(actor, form)
            messages.success(request, f"Đã cấp số {issued.code}.")
            return redirect("document", pk=issued.pk)
    return render(
        request,
        "web/documents/document_new.html",
        {"form": form, "signers": signers_of(actor.body)},
    )


@transaction.atomic
def _issue(actor: Actor, form: DocumentForm) -> OfficialDocument:
    facts = form.cleaned_data
    kind, symbol = form.number_under()
    issued = issue_by_hand(
        actor=actor,
        kind=kind,
        symbol=symbol,
        abstract=facts["abstract"],
        issued_on=facts["issued_on"],
        addressees=facts["addressees"],
        files=[facts["file"]] if facts["file"] else [],
        kept=facts["kept"],
        details=form.details(),
        **form.signer(),
    )
    if facts["task"]:
        link_document(task=facts["task"], document=issued)
    return issued


def asked_task(request: StaffRequest) -> Task | None:
    """Return the task an address names, of a plan that is carried out."""
    asked = request.GET.get("nhiem-vu", "")
    if not asked.isdecimal():
        return None
    return get_object_or_404(
        tasks_for(request.actor).filter(plan__state=PlanState.CONFIRMED), pk=number_in(asked)
    )
