"""Files of documents: to take away, to read, to look at page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from vinhdanh.documents import DocumentError, preview_png
from vinhdanh.kernel.files import load
from vinhdanh.records.enums import FileFormat
from vinhdanh.records.models import DocumentFile
from vinhdanh.records.queries.documents import documents_for

if TYPE_CHECKING:
    from vinhdanh.web.requests import StaffRequest

CONTENT_TYPES = {
    FileFormat.PDF: "application/pdf",
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.TXT: "text/plain; charset=utf-8",
    FileFormat.OTHER: "application/octet-stream",
}
DAY = 24 * 60 * 60
SMALL, LARGE = 40, 110
"""Dots per inch: a sheet beside its name, and a page to read."""


@require_safe
def file(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out a file; with ?xem=1 a PDF opens in the browser."""
    found = _found(request, pk)
    if found.format == FileFormat.PDF and request.GET.get("xem"):
        response = _answer(found, as_attachment=False)
        # The browser's own PDF viewer brings styles; our policy would leave it blank.
        response._csp_exempt = True  # type: ignore[attr-defined] # noqa: SLF001 - django-csp's mark
        return response
    return _answer(found, as_attachment=True)


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


def _answer(found: DocumentFile, *, as_attachment: bool) -> HttpResponse:
    response = HttpResponse(_bytes(found), content_type=CONTENT_TYPES[FileFormat(found.format)])
    name = found.title.replace("/", "-")
    disposition = content_disposition_header(as_attachment, name)
    response["Content-Disposition"] = disposition or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, private=True, max_age=0)
    return response


def _bytes(found: DocumentFile) -> bytes:
    try:
        return load(found.path)
    except FileNotFoundError as problem:
        raise Http404(f"Tệp {found.title} không còn trên máy chủ.") from problem
