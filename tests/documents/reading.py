"""Reading back what was rendered."""

from __future__ import annotations

import io
import unicodedata
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pdfplumber
from docx.oxml.ns import qn

from vinhdanh.documents import document_text

if TYPE_CHECKING:
    from vinhdanh.documents import OfficialDocument

MM = 72 / 25.4


def squashed(text: str) -> str:
    """Composed text without any blank, so that line breaks do not matter."""
    return "".join(unicodedata.normalize("NFC", text).replace("\ufffe", "-").split())


def pdf_pages(pdf: bytes) -> list[str]:
    """Text of every page in reading order."""
    pdfium: Any = import_module("pypdfium2")
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def pdf_text(pdf: bytes) -> str:
    return squashed(" ".join(pdf_pages(pdf)))


def plumbed(pdf: bytes) -> Any:
    return pdfplumber.open(io.BytesIO(pdf))


def word_document(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def word_text(data: bytes) -> str:
    """Text of the body in document order, tables included, then of the foot of page 1."""
    word = word_document(data)
    parts = (word.element.body, word.sections[0].first_page_footer._element)
    return squashed("".join(node.text or "" for part in parts for node in part.iter(qn("w:t"))))


def reads(document: OfficialDocument) -> list[str]:
    """The lines of a paper with plain blanks."""
    return [line.replace("\u00a0", " ") for line in document_text(document)]


def golden(name: str) -> list[str]:
    """The lines a paper of the samples must have, kept as a text a person can read."""
    path = Path(__file__).parent / "kinds" / "golden" / f"{name}.txt"
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def missing_in_order(lines: list[str], text: str) -> list[str]:
    """Lines that do not stand in the text after the line before them."""
    missing, at = [], 0
    for line in lines:
        wanted = squashed(line)
        found = text.find(wanted, at)
        if found < 0:
            missing.append(line)
        else:
            at = found + len(wanted)
    return missing
