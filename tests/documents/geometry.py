"""Pages of a PDF read back: every printed character with its box in millimetres."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from typing import Any

_PER_MM = 72 / 25.4
TOP_MARGIN = 20
LINE_APART = 3.5
"""Millimetres from the foot of a line to the foot of the next, at the least."""


@dataclass(frozen=True, slots=True)
class Char:
    """A character; top and bottom are measured from the upper edge."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page without blanks; the number above the text stands apart."""

    width: float
    height: float
    chars: tuple[Char, ...]
    number: tuple[Char, ...]

    @property
    def text(self) -> str:
        return unicodedata.normalize("NFC", "".join(char.text for char in self.chars))

    def centre_of(self, words: str) -> float:
        """Where the middle of a text is, measured from the left edge."""
        at = self.text.index(words)
        found = self.chars[at : at + len(words)]
        return (min(char.left for char in found) + max(char.right for char in found)) / 2


def lines_before(pages: list[Page], words: str) -> int:
    """How many lines of text stand above a text on its page, the number of the page aside."""
    (page,) = [one for one in pages if words in one.text]
    top = page.chars[page.text.index(words)].top
    feet = sorted({round(char.bottom, 0) for char in page.chars if char.bottom < top})
    apart = [b for a, b in pairwise(feet) if b - a > LINE_APART]
    return len(apart) + bool(feet)


def read_pages(pdf: bytes) -> list[Page]:
    pdfium: Any = import_module("pypdfium2")
    document = pdfium.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: Any) -> Page:
    width, height = page.get_size()
    words = page.get_textpage()
    text = words.get_text_range()
    chars = [
        _char(sign, words.get_charbox(at), height)
        for at, sign in enumerate(text)
        if not sign.isspace()
    ]
    return Page(
        width / _PER_MM,
        height / _PER_MM,
        tuple(char for char in chars if char.top >= TOP_MARGIN - 1),
        tuple(char for char in chars if char.top < TOP_MARGIN - 1),
    )


def _char(sign: str, box: tuple[float, float, float, float], height: float) -> Char:
    left, bottom, right, top = (value / _PER_MM for value in box)
    high = height / _PER_MM
    return Char("-" if sign == "\ufffe" else sign, left, high - top, right, high - bottom)
