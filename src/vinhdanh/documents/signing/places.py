"""Where to sign: the space between position and name, found in the PDF itself."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pdfplumber

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing import measures as mm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MOST_PAGES: Final = 300


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page (counted from 0), in millimetres from the page's lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Where the middle between left and right is."""
        return (self.left + self.right) / 2

    def points(self) -> tuple[int, int, int, int]:
        """Return the sides in whole points, the size exact to a third of a millimetre."""
        left, low = round(self.left * mm.POINTS_PER_MM), round(self.bottom * mm.POINTS_PER_MM)
        return (
            left,
            low,
            left + round(self.width * mm.POINTS_PER_MM),
            low + round(self.height * mm.POINTS_PER_MM),
        )


@dataclass(frozen=True, slots=True)
class _Sign:
    text: str
    box: Box


def find_signature_space(pdf: bytes, *, position: str, name: str) -> Box:
    """Return the space between the position and the name under it.

    The last place of the file is meant: `position` ("CHỦ TỊCH") above `name`, middle over
    middle. Left and right are those of the column around the name.

    Raises:
        DocumentError: there is no such place, or no room in it.
    """
    try:
        with pdfplumber.open(io.BytesIO(pdf)) as document:
            found = _found(document.pages, _squashed(position), _squashed(name))
    except DocumentError:
        raise
    except Exception as error:
        raise DocumentError(
            "Không đọc được tệp PDF để tìm chỗ ký; hãy xuất lại tệp rồi ký."
        ) from error
    if found is None:
        raise DocumentError(
            f"Không tìm thấy chỗ ký: trong tệp không có “{position}” ở trên “{name}”; "
            "hãy kiểm tra chức vụ và họ tên người ký ghi trong văn bản."
        )
    if found.height < mm.LEAST_SPACE:
        raise DocumentError(
            f"Chỗ giữa “{position}” và “{name}” chỉ cao {found.height:.0f} mm, không đủ để ký; "
            "hãy chừa ít nhất 8 mm."
        )
    return found


def _found(pages: Sequence[Any], position: str, name: str) -> Box | None:
    if len(pages) > _MOST_PAGES:
        raise DocumentError(
            f"Tệp có hơn {_MOST_PAGES} trang nên không tìm chỗ ký được; hãy tách phụ lục ra."
        )
    for number in range(len(pages) - 1, -1, -1):
        signs = list(_signs(pages[number], number))
        text = "".join(sign.text for sign in signs)
        if name not in text or position not in text:
            continue
        spaces = [
            _space(signs, above, under)
            for under in _occurrences(signs, text, name)
            for above in _occurrences(signs, text, position)
            if _belong(above, under)
        ]
        if spaces:
            return min(spaces, key=lambda space: (space.bottom, space.height))
        pages[number].close()
    return None


def _belong(above: Box, under: Box) -> bool:
    return (
        abs(above.middle - under.middle) <= mm.MOST_SLANT
        and 0 < above.bottom - under.top <= mm.MOST_SPACE
    )


def _space(signs: list[_Sign], above: Box, under: Box) -> Box:
    """Return what is free between the two; a note such as "(Ký, ghi rõ họ tên)" is not."""
    between = [
        sign.box.bottom
        for sign in signs
        if abs(sign.box.middle - under.middle) <= mm.COLUMN
        and under.top < sign.box.bottom < above.bottom
    ]
    top = min([above.bottom, *between])
    middle = under.middle
    return Box(under.page, middle - mm.COLUMN, under.top, middle + mm.COLUMN, top)


def _occurrences(signs: list[_Sign], text: str, words: str) -> Iterator[Box]:
    at = text.find(words)
    while at >= 0:
        boxes = [sign.box for sign in signs[at : at + len(words)]]
        yield Box(
            boxes[0].page,
            min(box.left for box in boxes),
            min(box.bottom for box in boxes),
            max(box.right for box in boxes),
            max(box.top for box in boxes),
        )
        at = text.find(words, at + 1)


def _signs(page: Any, number: int) -> Iterator[_Sign]:
    """Give every printed letter of a page in the order of its content."""
    if page.rotation or any(page.page_obj.mediabox[:2]):
        raise DocumentError(
            f"Trang {number + 1} của tệp bị xoay hoặc bị cắt lệch nên không đặt chữ ký được; "
            "hãy xuất lại tệp với trang để thẳng."
        )
    for char in page.chars:
        left, low, right, high = (
            char[side] / mm.POINTS_PER_MM for side in ("x0", "y0", "x1", "y1")
        )
        box = Box(number, left, low, right, high)
        for letter in _squashed(char["text"]):
            yield _Sign(letter, box)


def _squashed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())
