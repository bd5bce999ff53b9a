"""A page of a PDF as a picture, for looking at before printing."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from threading import Lock
from typing import Any, Final

from vinhdanh.documents.errors import DocumentError

_PDFIUM: Final[Any] = import_module("pypdfium2")  # untyped
_LOCK: Final = Lock()
"""PDFium may be entered by one thread at a time."""
_POINTS_PER_INCH: Final = 72


def preview_png(pdf: bytes, page: int = 1, *, dpi: int = 110) -> bytes:
    """Return a page, counted from 1, as PNG.

    Raises:
        DocumentError: the file has no such page.
    """
    with _LOCK:
        document = _PDFIUM.PdfDocument(pdf)
        try:
            document.init_forms()  # signatures and seals are drawn as form fields
            if not 1 <= page <= len(document):
                raise DocumentError(f"Văn bản không có trang {page}; hãy chọn trang khác.")
            picture = document[page - 1].render(scale=dpi / _POINTS_PER_INCH).to_pil()
        finally:
            document.close()
    out = BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()


def page_count(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    with _LOCK:
        document = _PDFIUM.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()
