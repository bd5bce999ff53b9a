"""What is printed on a downloaded paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pdfplumber

if TYPE_CHECKING:
    from io import BytesIO
    from pathlib import Path


def pdf_text(path: Path | BytesIO) -> str:
    """Return the text of a PDF file, every run of blanks as one."""
    with pdfplumber.open(path) as pdf:
        return " ".join(" ".join((page.extract_text() or "").split()) for page in pdf.pages)
