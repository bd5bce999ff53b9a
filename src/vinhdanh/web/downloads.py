"""Sending a file: its Vietnamese name, its type, never guessed by the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.http import content_disposition_header

if TYPE_CHECKING:
    from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def download(data: bytes, *, name: str, ending: str, inline: bool = False) -> HttpResponse:
    """Return bytes as a file to keep, or a PDF to read in the browser."""
    response = HttpResponse(data, content_type=TYPES.get(ending, "application/octet-stream"))
    header = content_disposition_header(not (inline and ending == "pdf"), name)
    if header:
        response["Content-Disposition"] = header
    response["Cache-Control"] = "private, no-store"
    return response
