"""What an uploaded file is, known by its content and never by its name."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile, ZipFile

SIGNATURES = ((b"%PDF", "pdf"), (b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"))


@dataclass(frozen=True, slots=True)
class Upload:
    """A file somebody sent, with the kind its content shows."""

    name: str
    kind: str
    data: bytes


def kind_of(data: bytes) -> str | None:
    """Return pdf, docx, jpg or png; None for anything else."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            return kind
    return "docx" if _is_word(data) else None


def _is_word(data: bytes) -> bool:
    if not data.startswith(b"PK"):
        return False
    try:
        with ZipFile(BytesIO(data)) as parts:
            return "word/document.xml" in parts.namelist()
    except BadZipFile:
        return False
