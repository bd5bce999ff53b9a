"""Sending a file: its Vietnamese name, its type, never guessed by the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header

if TYPE_CHECKING:
    from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "txt": "text/plain; charset=utf-8",
    "jpg": "image/jpeg",
    "png": "image/png",
    "zip": "application/zip",
}


def download(data: bytes, *, name: str, ending: str, inline: bool = False) -> HttpResponse:
    """Return bytes as a file to keep, or a PDF to read in the browser."""
    shown = inline and ending == "pdf"
    response = HttpResponse(data, content_type=TYPES.get(ending, "application/octet-stream"))
    header = content_disposition_header(not shown, name.replace("/", "-"))
    response["Content-Disposition"] = header or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    if shown:
        # The browser's own PDF viewer brings styles; our policy would leave it blank.
        response._csp_exempt = True  # type: ignore[attr-defined] # noqa: SLF001 - django-csp's mark
    patch_cache_control(response, private=True, max_age=0)
    return response
