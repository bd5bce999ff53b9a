"""The register of incoming documents, their handling, and numbers set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.text import squeeze
from vinhdanh.records.enums import IncomingState
from vinhdanh.records.models import IncomingFile
from vinhdanh.records.queries.incoming import incoming_for, open_incoming
from vinhdanh.records.queries.search import matching
from vinhdanh.records.registers import HANDLING, INCOMING, handling_row, incoming_row
from vinhdanh.records.services.incoming import finish, forward, register_arrival
from vinhdanh.records.spreadsheet import write_register
from vinhdanh.web.acts import told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.incoming import ArrivalForm, FinishForm, ForwardForm
from vinhdanh.web.pages import ROWS
from vinhdanh.web.views.documents_register import excel, register_tabs

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest

OPEN = "chua-xong"


@require_safe
def incoming(request: StaffRequest) -> HttpResponse:
    """Show the year's incoming documents, the last to arrive first."""
    actor = request.actor
    of_year = incoming_for(actor).filter(year=request.year)
    words, only_open = squeeze(request.GET.get("tu", "")), request.GET.get("viec", "") == OPEN
    found = matching(of_year, words)
    if only_open:
        found = open_incoming(found)
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "web/documents/incoming.html",
        {
            "tabs": register_tabs(actor, request.year, here="incoming"),
            "page": Paginator(found, ROWS).get_page(request.GET.get("page")),
            "total": of_year.count(),
            "words": words,
            "only_open": only_open,
            "is_filtered": bool(words or only_open),
            "query": query.urlencode(),
            "may_issue": actor.may(Act.ISSUE_DOCUMENT),
        },
    )


def incoming_new(request: StaffRequest) -> HttpResponse:
    """Enter an incoming document."""
    actor = request.actor
    actor.require(Act.ISSUE_DOCUMENT)
    form = ArrivalForm(
        request.POST or None, request.FILES or None, initial={"arrived_on": clock.today()}
    )
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        with told_in(form):
            found = register_arrival(
                actor=actor, arrival=form.arrival(), files=[file] if file else []
            )
            messages.success(request, f"Đã vào sổ với số đến {found.arrival_number:02d}.")
            return redirect("incoming_document", pk=found.pk)
    return render(request, "web/documents/incoming_new.html", {"form": form})


def incoming_document(request: StaffRequest, pk: int) -> HttpResponse:
    """Show an incoming document; the office forwards and closes it here."""
    actor = request.actor
    found = get_object_or_404(incoming_for(actor), pk=pk)
    today = {"forwarded_on": clock.today(), "finished_on": clock.today()}
    what = request.POST.get("viec", "")
    forward_form = ForwardForm(
        request.POST if what == "chuyen" else None, initial=today, actor=actor
    )
    finish_form = FinishForm(request.POST if what == "xong" else None, initial=today, actor=actor)
    if what == "chuyen" and forward_form.is_valid():
        with told_in(forward_form):
            forward(actor=actor, document=found, **forward_form.cleaned_data)
            messages.success(request, "Đã chuyển xử lý.")
            return redirect("incoming_document", pk=pk)
    if what == "xong" and finish_form.is_valid():
        with told_in(finish_form):
            finish(actor=actor, document=found, **finish_form.cleaned_data)
            messages.success(request, "Đã ghi kết quả xử lý.")
            return redirect("incoming_document", pk=pk)
    return render(
        request,
        "web/documents/incoming_document.html",
        {
            "document": found,
            "files": list(found.files.all()),
            "may_handle": actor.may(Act.ISSUE_DOCUMENT) and found.state != IncomingState.DONE,
            "forward_form": forward_form,
            "finish_form": finish_form if found.forwarded_on else None,
            "history": history_of(found)[:20],
        },
    )


@require_safe
def incoming_file(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the file of an incoming document; a PDF opens in the browser."""
    found = get_object_or_404(
        IncomingFile.objects.filter(document__in=incoming_for(request.actor)), pk=pk
    )
    try:
        data = load(found.path)
    except FileNotFoundError as problem:
        raise Http404(f"Tệp {found.title} không còn trên máy chủ.") from problem
    return download(data, name=found.title, ending=found.format, inline=True)


@require_safe
def incoming_register(request: StaffRequest) -> FileResponse:
    """Hand out the year's register of incoming documents, or of their handling, as Excel."""
    actor, year = request.actor, request.year
    actor.require(Act.ISSUE_DOCUMENT)
    rows = incoming_for(actor).filter(year=year).order_by("arrival_number").iterator(500)
    told = f"{actor.body.name}, năm {year}"
    if request.GET.get("so") == "theo-doi":
        file = write_register(
            "SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN", told, HANDLING, map(handling_row, rows)
        )
        return excel(file, f"Sổ theo dõi văn bản đến {year}.xlsx")
    file = write_register("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", told, INCOMING, map(incoming_row, rows))
    return excel(file, f"Sổ văn bản đến {year}.xlsx")
