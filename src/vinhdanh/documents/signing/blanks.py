"""Where number, day and month of a paper are left blank, found in the PDF itself."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import pdfplumber

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing import measures as mm
from vinhdanh.documents.signing.places import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP: Final = r"([\s\u00a0]{3,})"
_NUMBER: Final = re.compile(f"Số:{_GAP}/")
_DATE: Final = re.compile(f"ngày{_GAP}tháng{_GAP}năm ?([0-9]{{4}})")
_DESCENT: Final = 0.216
"""How far letters reach under the line, by the size of the font; as the templates have it."""
_HEIGHT: Final = 1.107


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank of a line: where it is, and the letters beside it."""

    box: Box
    size: float
    """Of the font, in points."""
    is_italic: bool
    is_flush_right: bool = False
    """Whether a word belongs at its right end, where the stroke of the symbol follows."""


@dataclass(frozen=True, slots=True)
class Blanks:
    """The blanks of a paper that waits for its number; the year is printed."""

    number: Blank
    day: Blank
    month: Blank
    year: int


def find_blanks(pdf: bytes) -> Blanks:
    """Return the blanks at the head of the first page: “Số:      /KH-UBND”, “ngày     tháng”.

    Raises:
        DocumentError: the paper has its number already, or leaves no room for it.
    """
    try:
        with pdfplumber.open(io.BytesIO(pdf)) as document:
            chars = [char for char in document.pages[0].chars if len(_letter(char)) == 1]
    except Exception as error:
        raise DocumentError(
            "Không đọc được tệp PDF để tìm chỗ ghi số; hãy xuất lại tệp rồi ký."
        ) from error
    text = "".join(map(_letter, chars))
    number, date = _NUMBER.search(text), _DATE.search(text)
    if number is None or date is None:
        raise DocumentError(
            "Trang đầu không để trống chỗ ghi số, ngày và tháng nên không ký trước khi cấp số được;"
            " hãy dùng bản dự thảo chưa có số."
        )
    return Blanks(
        number=replace(_blank(chars, number.span(1)), is_flush_right=True),
        day=_blank(chars, date.span(1)),
        month=_blank(chars, date.span(2)),
        year=int(date[3]),
    )


def _letter(char: Any) -> str:
    return unicodedata.normalize("NFC", char["text"])


def _blank(chars: Sequence[Any], span: tuple[int, int]) -> Blank:
    """Return the room between the letter before a gap and the letter after it."""
    before, after = chars[span[0] - 1], chars[span[1]]
    size = float(after["size"])
    bottom = float(after["y0"])
    box = Box(
        0,
        before["x1"] / mm.POINTS_PER_MM,
        bottom / mm.POINTS_PER_MM,
        after["x0"] / mm.POINTS_PER_MM,
        (bottom + _HEIGHT * size) / mm.POINTS_PER_MM,
    )
    return Blank(box, size, "Italic" in after["fontname"])
