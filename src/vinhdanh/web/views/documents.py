"""The register of outgoing documents: looking in it, issuing, reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.text import fold, has_marks, squeeze
from vinhdanh.kernel.wording import joined
from vinhdanh.planning.enums import PlanState
from vinhdanh.planning.queries.plans import tasks_for
from vinhdanh.planning.services.evidence import issue_for_task
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.queries.documents import documents_for, unread_by, with_readers
from vinhdanh.records.services.documents import mark_read
from vinhdanh.records.services.hand import attach_signed
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.forms.documents import DocumentForm, SignedFileForm

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.planning.models import Task
    from vinhdanh.records.models import OfficialDocument
    from vinhdanh.web.requests import StaffRequest

ROWS = 50
UNREAD = "chua-doc"


def documents(request: StaffRequest) -> HttpResponse:
    """Show the year's outgoing documents, newest first."""
    actor = request.actor
    of_year = documents_for(actor).filter(year=request.year)
    unread = {
        receipt.document_id for receipt in unread_by(actor).filter(document__year=request.year)
    }
    kind, words = request.GET.get("loai", ""), squeeze(request.GET.get("tu", ""))
    only_unread = request.GET.get("doc", "") == UNREAD
    found = of_year
    if kind in DocumentKind.values:
        found = found.filter(kind=kind)
    if only_unread:
        found = found.filter(pk__in=unread)
    if words:
        found = found.filter(pk__in=_matching(found, words))
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "web/documents/documents.html",
        {
            "page": Paginator(with_readers(found).order_by("-issued_on", "-id"), ROWS).get_page(
                request.GET.get("page")
            ),
            "total": of_year.count(),
            "unread": unread,
            "kind": kind,
            "words": words,
            "only_unread": only_unread,
            "is_filtered": bool(kind or words or only_unread),
            "kinds": DocumentKind.choices,
            "query": query.urlencode(),
            "may_issue": actor.may(Act.ISSUE_DOCUMENT),
        },
    )


def document(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a document with its files and who has read it."""
    actor = request.actor
    found = get_object_or_404(with_readers(documents_for(actor)), pk=pk)
    receipts = found.receipts.select_related("unit", "read_by__person").order_by(
        F("read_at").asc(nulls_first=True), "unit__order"
    )
    own = list(receipts.filter(unit__in=actor.units))
    return render(
        request,
        "web/documents/document.html",
        {
            "document": found,
            "files": list(found.files.all()),
            "attach_form": SignedFileForm() if actor.may(Act.ISSUE_DOCUMENT) else None,
            "page": Paginator(receipts, ROWS).get_page(request.GET.get("page")),
            "own": own,
            "unread": joined([each.unit.name for each in own if each.read_at is None]),
            "tasks": tasks_for(actor).filter(document_links__document=found),
            "history": history_of(found).exclude(action="document.read")[:20],
        },
    )


@require_POST
def document_attach(request: StaffRequest, pk: int) -> HttpResponse:
    """Add the signed paper to a document that has no file yet."""
    found = get_object_or_404(documents_for(request.actor), pk=pk)
    form = SignedFileForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, str(form.errors["file"][0]))
        return redirect("document", pk=pk)
    return act_then_go(
        request,
        lambda: attach_signed(
            actor=request.actor, document=found, content=form.cleaned_data["file"]
        ),
        done="Đã bổ sung bản đã ký.",
        to="document",
        pk=pk,
    )


@require_POST
def document_read(request: StaffRequest, pk: int) -> HttpResponse:
    """Take note that the units the person heads have read a document."""
    found = get_object_or_404(documents_for(request.actor), pk=pk)
    if mark_read(actor=request.actor, document=found):
        messages.success(request, f"Đã ghi nhận anh/chị đọc {found}.")
    else:
        messages.info(request, f"Không có đơn vị nào của anh/chị còn phải đọc {found}.")
    return redirect("document", pk=pk)


def document_new(request: StaffRequest) -> HttpResponse:
    """Issue a document that fulfils a task."""
    actor = request.actor
    actor.require(Act.ISSUE_DOCUMENT)
    task = _asked_task(request)
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
        {"form": form, "has_tasks": form.fields["task"].queryset.exists()},  # type: ignore[attr-defined]
    )


def _issue(actor: Actor, form: DocumentForm) -> OfficialDocument:
    facts = form.cleaned_data
    kind, symbol = form.number_under()
    return issue_for_task(
        actor=actor,
        task=facts["task"],
        kind=kind,
        symbol=symbol,
        abstract=facts["abstract"],
        issued_on=facts["issued_on"],
        addressees=facts["addressees"],
        files=[facts["file"]] if facts["file"] else [],
    )


def _asked_task(request: StaffRequest) -> Task | None:
    asked = request.GET.get("nhiem-vu", "")
    if not asked.isdecimal():
        return None
    return get_object_or_404(
        tasks_for(request.actor).filter(plan__state=PlanState.CONFIRMED), pk=asked
    )


def _matching(documents: QuerySet[OfficialDocument], words: str) -> list[int]:
    """Return the documents that have every word; without diacritics a word finds all writings.

    Told in Python: a year's register is short, and no database folds Vietnamese.
    """
    found = []
    for each in documents.only("number", "symbol", "kind", "abstract", "year"):
        text = squeeze(f"{each} {each.abstract}").lower()
        folded = fold(text)
        if all(
            word in text if has_marks(word) else word in folded for word in words.lower().split()
        ):
            found.append(each.pk)
    return found
