"""The registers of outgoing documents: to look in, to take away as Excel files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import FileResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel.text import squeeze
from vinhdanh.records.enums import WITHOUT_NUMBER, DocumentKind, DocumentState, KeptState
from vinhdanh.records.queries.documents import (
    documents_for,
    drafts_for,
    kept_numbers_for,
    registered,
    unread_by,
    with_readers,
)
from vinhdanh.records.queries.incoming import incoming_for, open_incoming
from vinhdanh.records.queries.search import matching
from vinhdanh.records.registers import OUTGOING, outgoing_rows
from vinhdanh.records.spreadsheet import write_register
from vinhdanh.web.pages import ROWS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.web.requests import StaffRequest

UNREAD = "chua-doc"
STATES = [(each.value, each.label) for each in DocumentState if each not in WITHOUT_NUMBER]


@require_safe
def documents(request: StaffRequest) -> HttpResponse:
    """Show the year's outgoing documents, newest first."""
    actor = request.actor
    of_year = registered(documents_for(actor)).filter(year=request.year)
    unread = {
        receipt.document_id for receipt in unread_by(actor).filter(document__year=request.year)
    }
    kind, state = request.GET.get("loai", ""), request.GET.get("tinh-trang", "")
    words, only_unread = squeeze(request.GET.get("tu", "")), request.GET.get("doc", "") == UNREAD
    found = matching(of_year, words)
    if kind in DocumentKind.values:
        found = found.filter(kind=kind)
    if state in DocumentState.values:
        found = found.filter(state=state)
    if only_unread:
        found = found.filter(pk__in=unread)
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "web/documents/documents.html",
        {
            "tabs": register_tabs(actor, request.year, here="documents"),
            "page": Paginator(with_readers(found), ROWS).get_page(request.GET.get("page")),
            "total": of_year.count(),
            "unread": unread,
            "kind": kind,
            "state_asked": state,
            "words": words,
            "only_unread": only_unread,
            "is_filtered": bool(kind or state or words or only_unread),
            "kinds": DocumentKind.choices,
            "states": STATES,
            "query": query.urlencode(),
            "may_issue": actor.may(Act.ISSUE_DOCUMENT),
        },
    )


@require_safe
def outgoing_register(request: StaffRequest) -> FileResponse:
    """Hand out the year's register of outgoing documents as an Excel file."""
    actor, year = request.actor, request.year
    actor.require(Act.ISSUE_DOCUMENT)
    found = (
        with_readers(registered(documents_for(actor)).filter(year=year))
        .select_related("changed_by")
        .prefetch_related("receipts__unit")
        .order_by("symbol", "number")
    )
    spare = kept_numbers_for(actor).filter(series__year=year).exclude(state=KeptState.USED)
    file = write_register(
        "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
        f"{actor.body.name}, năm {year}",
        OUTGOING,
        outgoing_rows(found.iterator(chunk_size=500), spare.order_by("series__symbol", "number")),
    )
    return excel(file, f"Sổ văn bản đi {year}.xlsx")


def excel(file: Any, name: str) -> FileResponse:
    """Return an Excel file to keep."""
    return FileResponse(file, as_attachment=True, filename=name)


def register_tabs(actor: Actor, year: int, *, here: str) -> list[dict[str, Any]]:
    """Return the tabs of the registers that a person has."""
    tabs: list[dict[str, Any]] = [_tab("Văn bản đi", "documents", here)]
    incoming = open_incoming(incoming_for(actor).filter(year=year)).count()
    if actor.may(Act.ISSUE_DOCUMENT) or incoming:
        tabs.append(_tab("Văn bản đến", "incoming", here, incoming))
    if actor.may(Act.ISSUE_DOCUMENT):
        tabs.append(_tab("Đang soạn", "drafts", here, drafts_for(actor).count()))
        tabs.append(_tab("Số để dành", "kept_numbers", here))
    return tabs if len(tabs) > 1 else []


def _tab(label: str, route: str, here: str, count: int = 0) -> dict[str, Any]:
    return {"label": label, "url": reverse(route), "current": route == here, "count": count}
