"""All papers of a submission, a meeting, a decision: one by one, or as one ZIP file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from vinhdanh.councils.queries.meetings import meetings_for
from vinhdanh.decisions.queries.decisions import decisions_for
from vinhdanh.documents import DocumentError
from vinhdanh.kernel.errors import DomainError
from vinhdanh.nominations.queries.nominations import submissions_for
from vinhdanh.reports.packs import decision_pack, meeting_pack, submission_pack, write_zip
from vinhdanh.web.downloads import download

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.reports.packs import Pack
    from vinhdanh.web.requests import StaffRequest

PAGES = {"de-nghi": "submission", "phien-hop": "meeting", "quyet-dinh": "decision"}
"""The word in the address, and the page of the thing itself."""


@require_safe
def pack(request: StaffRequest, kind: str, pk: int) -> HttpResponse:
    """Show what is in a pack, and where its papers do not agree."""
    found = _found(request.actor, kind, pk)
    papers: dict[str, list[tuple[str, str]]] = {}
    for at, piece in enumerate(found.pieces, start=1):
        url = reverse("pack_piece", args=[kind, pk, at])
        papers.setdefault(piece.title, []).append((piece.ending, url))
    return render(
        request,
        "web/documents/pack.html",
        {
            "pack": found,
            "papers": papers,
            "zip_url": reverse("pack_zip", args=[kind, pk]),
            "back_url": reverse(PAGES[kind], args=[pk]),
        },
    )


@require_safe
def pack_zip(request: StaffRequest, kind: str, pk: int) -> FileResponse:
    """Hand out the whole pack."""
    found = _found(request.actor, kind, pk)
    try:
        file = write_zip(found)
    except DocumentError as problem:
        raise DomainError(problem.message) from problem
    return FileResponse(file, as_attachment=True, filename=f"{found.title.replace('/', '-')}.zip")


@require_safe
def pack_piece(request: StaffRequest, kind: str, pk: int, page: int) -> HttpResponse:
    """Hand out one file of a pack; a PDF opens in the browser."""
    pieces = _found(request.actor, kind, pk).pieces
    if not 1 <= page <= len(pieces):
        raise Http404
    piece = pieces[page - 1]
    try:
        data = piece.make()
    except DocumentError as problem:
        raise DomainError(problem.message) from problem
    return download(data, name=piece.name, ending=piece.ending, inline=True)


def _found(actor: Actor, kind: str, pk: int) -> Pack:
    if kind == "de-nghi":
        return submission_pack(
            get_object_or_404(submissions_for(actor).select_related("unit", "body"), pk=pk)
        )
    if kind == "phien-hop":
        return meeting_pack(get_object_or_404(meetings_for(actor), pk=pk))
    if kind == "quyet-dinh":
        return decision_pack(get_object_or_404(decisions_for(actor), pk=pk))
    raise Http404
