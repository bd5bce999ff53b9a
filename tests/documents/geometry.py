"""Pages of a PDF read back: every printed character with its box in millimetres."""

from __future__ import annotations

import unicodedata
from ctypes import c_double
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
    high = height / _PER_MM
    chars = _chars(words, words.get_text_range(), high)
    return Page(
        width / _PER_MM,
        high,
        tuple(char for char in chars if char.top >= TOP_MARGIN - 1),
        tuple(char for char in chars if char.top < TOP_MARGIN - 1),
    )


def _chars(words: Any, text: str, high: float) -> list[Char]:
    """The characters with their boxes, asked of the library itself: there are a million of them."""
    raw: Any = import_module("pypdfium2.raw")
    sides = [c_double() for _ in range(4)]
    left, right, bottom, top = sides
    found = []
    for at, sign in enumerate(text):
        if sign.isspace():
            continue
        raw.FPDFText_GetCharBox(words.raw, at, *sides)
        found.append(
            Char(
                "-" if sign == "\ufffe" else sign,
                left.value / _PER_MM,
                high - top.value / _PER_MM,
                right.value / _PER_MM,
                high - bottom.value / _PER_MM,
            )
        )
    return found
