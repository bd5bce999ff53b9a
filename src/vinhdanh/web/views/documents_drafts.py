"""Papers in the making: writing them, and every step until they have a number and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.documents import DocumentError, render_pdf
from vinhdanh.records.draft_papers import written_context, written_paper
from vinhdanh.records.enums import DocumentState, KeptState
from vinhdanh.records.queries.documents import documents_for, drafts_for, kept_numbers_for
from vinhdanh.records.services.drafts import (
    discard_draft,
    issue_draft,
    rewrite_draft,
    write_draft,
)
from vinhdanh.records.services.steps import take_step
from vinhdanh.records.signing import signed_copy
from vinhdanh.records.workflow import TRANSITIONS, WITH_THEIR_OWN_SERVICE
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.documents import IssueForm
from vinhdanh.web.forms.drafts import DraftForm, StepForm
from vinhdanh.web.forms.signers import signers_of
from vinhdanh.web.pages import ROWS, sent_number
from vinhdanh.web.views.documents_register import register_tabs

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.records.models import OfficialDocument
    from vinhdanh.web.requests import StaffRequest

STEPS = {step.name: step for step in TRANSITIONS if step.name not in WITH_THEIR_OWN_SERVICE}


@require_safe
def drafts(request: StaffRequest) -> HttpResponse:
    """Show the papers that have no number yet."""
    request.actor.require(Act.ISSUE_DOCUMENT)
    found = drafts_for(request.actor)
    return render(
        request,
        "web/documents/drafts.html",
        {
            "tabs": register_tabs(request.actor, request.year, here="drafts"),
            "page": Paginator(found, ROWS).get_page(request.GET.get("page")),
        },
    )


def draft_new(request: StaffRequest) -> HttpResponse:
    """Begin a paper."""
    actor = request.actor
    actor.require(Act.ISSUE_DOCUMENT)
    form = DraftForm.of(None, request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            draft = write_draft(actor=actor, text=form.text())
            messages.success(request, "Đã lưu dự thảo.")
            return redirect("document", pk=draft.pk)
    context = {"form": form, "signers": signers_of(actor.body)}
    return render(request, "web/documents/draft_form.html", context)


def draft_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Write a paper anew, while it is a draft."""
    actor = request.actor
    draft = get_object_or_404(drafts_for(actor), pk=pk)
    form = DraftForm.of(draft, request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            rewrite_draft(
                actor=actor,
                document=draft,
                text=form.text(),
                expected_version=sent_number(request, "version"),
            )
            messages.success(request, "Đã lưu dự thảo.")
            return redirect("document", pk=pk)
    context = {"form": form, "draft": draft, "signers": signers_of(actor.body)}
    return render(request, "web/documents/draft_form.html", context)


@require_POST
def draft_discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    draft = get_object_or_404(drafts_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: discard_draft(actor=request.actor, document=draft),
        done="Đã bỏ dự thảo.",
        to="drafts",
    )


@require_safe
def draft_paper(request: StaffRequest, pk: int) -> HttpResponse:
    """Show the paper of a draft as it will be printed."""
    draft = get_object_or_404(drafts_for(request.actor).select_related("body"), pk=pk)
    try:
        data = render_pdf(written_paper(written_context(draft)))
    except DocumentError as problem:
        raise Http404(problem.message) from problem
    return download(data, name=f"Dự thảo {draft.symbol}.pdf", ending="pdf", inline=True)


@require_POST
def document_step(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a step with a document: submit, return, note the signing, replace, recall."""
    actor = request.actor
    document = get_object_or_404(documents_for(actor), pk=pk)
    form = StepForm(request.POST, actor=actor, document=document)
    if not form.is_valid() or form.cleaned_data["step"] not in STEPS:
        messages.error(request, "Chưa rõ việc cần làm: hãy tải lại trang rồi chọn lại.")
        return redirect("document", pk=pk)
    facts = form.cleaned_data
    return act_then_go(
        request,
        lambda: take_step(
            actor=actor,
            document=document,
            name=facts["step"],
            reason=facts["reason"],
            successor=facts["successor"],
        ),
        done=f"Đã {STEPS[facts['step']].told}.",
        to="document",
        pk=pk,
    )


def draft_issue(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a signed paper its number and send it."""
    actor = request.actor
    draft = get_object_or_404(drafts_for(actor), pk=pk)
    form = IssueForm(request.POST or None, request.FILES or None, actor=actor)
    is_digital = signed_copy(draft.files.all()) is not None
    form.choose_number_from(
        kept_numbers_for(actor).filter(state=KeptState.RESERVED, series__symbol=draft.symbol)
    )
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        with told_in(form):
            issued = issue_draft(
                actor=actor,
                document=draft,
                issued_on=facts["issued_on"],
                expected_version=sent_number(request, "version"),
                addressees=facts["addressees"],
                kept=facts["kept"],
                files=[facts["file"]] if facts["file"] else [],
            )
            messages.success(request, _told(issued))
            return redirect("document", pk=pk)
    context = {"form": form, "draft": draft, "waits_for_seal": is_digital}
    return render(request, "web/documents/draft_issue.html", context)


def _told(issued: OfficialDocument) -> str:
    waits = issued.state == DocumentState.NUMBERED
    return f"Đã cấp số {issued.code}" + (", chờ chữ ký số của cơ quan." if waits else ".")
