"""Text fitted into a box: the largest size that fits, its lines of nearly the same length.

Widths are those of the shipped faces without kerning, so a printed line is never longer than
what is computed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.typeface import LINE, MM_PER_POINT, Style, face

if TYPE_CHECKING:
    from vinhdanh.documents.certificate_layout import TextBox

LEADING: Final = 0.06
_STEP: Final = 0.5
_HALVINGS: Final = 6
_BLANK: Final = re.compile(r" ")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines and their size in points; fits is False when even the least size is too large."""

    lines: tuple[str, ...]
    size: float
    fits: bool


@lru_cache(maxsize=4096)
def fitted(text: str, box: TextBox) -> Fitted:
    """Return a text as it stands in a box; its own line ends are kept."""
    style = _style(box)
    size = box.size
    while True:
        lines = _filled(text, style, box.width / size)
        fits = _fits(lines, style, box, size)
        if fits or size - _STEP < box.least:
            break
        size -= _STEP
    return Fitted(_evened(text, style, box.width / size, lines), size, fits)


def _style(box: TextBox) -> Style:
    if box.bold:
        return "BoldItalic" if box.italic else "Bold"
    return "Italic" if box.italic else "Regular"


def _fits(lines: tuple[str, ...], style: Style, box: TextBox, size: float) -> bool:
    height = (len(lines) * (LINE + LEADING) - LEADING) * size * MM_PER_POINT
    widest = max(_width(line, style) for line in lines) * size
    return height <= box.height + 0.01 and widest <= box.width + 0.01


def _evened(text: str, style: Style, width: float, lines: tuple[str, ...]) -> tuple[str, ...]:
    """Break into as many lines again, of nearly the same length."""
    if len(lines) == 1:
        return lines
    low, high, best = 0.4 * width, width, lines
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        tried = _filled(text, style, middle)
        is_narrow = max(_width(line, style) for line in tried) <= middle
        if len(tried) == len(lines) and is_narrow:
            high, best = middle, tried
        else:
            low = middle
    return best


def _filled(text: str, style: Style, width: float) -> tuple[str, ...]:
    """Fill lines up to a width in millimetres per point of size."""
    blank = _width(" ", style)
    lines: list[str] = []
    for given in text.split("\n"):
        room = 0.0
        for at, word in enumerate(_BLANK.split(given)):
            length = _width(word, style)
            if at and length + blank <= room:
                lines[-1] = f"{lines[-1]} {word}"
                room -= length + blank
            else:
                lines.append(word)
                room = width - length
    return tuple(lines)


@lru_cache(maxsize=8192)
def _width(text: str, style: Style) -> float:
    return face(style).width_mm(text, 1)
