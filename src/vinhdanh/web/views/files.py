"""Files of documents: to take away, to read, to look at page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from vinhdanh.documents import DocumentError, preview_png
from vinhdanh.kernel.files import load
from vinhdanh.records.enums import FileFormat
from vinhdanh.records.models import DocumentFile
from vinhdanh.records.queries.documents import documents_for
from vinhdanh.web.downloads import download

if TYPE_CHECKING:
    from vinhdanh.web.requests import StaffRequest

DAY = 24 * 60 * 60
SMALL, LARGE = 40, 110
"""Dots per inch: a sheet beside its name, and a page to read."""


@require_safe
def file(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out a file; with ?xem=1 a PDF opens in the browser."""
    found = _found(request, pk)
    inline = bool(request.GET.get("xem"))
    return download(_bytes(found), name=found.title, ending=found.format, inline=inline)


@require_safe
def page_image(request: StaffRequest, pk: int, page: int) -> HttpResponse:
    """Draw a page of a PDF: a small sheet, or with ?lon=1 one that can be read."""
    found = _found(request, pk)
    if found.format != FileFormat.PDF:
        raise Http404
    try:
        data = preview_png(_bytes(found), page, dpi=LARGE if request.GET.get("lon") else SMALL)
    except (DocumentError, RuntimeError) as problem:  # no such page, or no readable PDF
        raise Http404 from problem
    response = HttpResponse(data, content_type="image/png")
    patch_cache_control(response, private=True, max_age=DAY, immutable=True)
    return response


def _found(request: StaffRequest, pk: int) -> DocumentFile:
    files = DocumentFile.objects.filter(document__in=documents_for(request.actor))
    return get_object_or_404(files, pk=pk)


def _bytes(found: DocumentFile) -> bytes:
    try:
        return load(found.path)
    except FileNotFoundError as problem:
        raise Http404(f"Tệp {found.title} không còn trên máy chủ.") from problem
