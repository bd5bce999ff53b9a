"""Small facts about printed lines: letter case, list markers, Markdown remains."""

from __future__ import annotations

import re

from vinhdanh.kernel.text import squeeze

ROMAN = r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})"
PART_MARK = re.compile(rf"^\s*({ROMAN}|[A-EG-H])\s*[.\-–/)]\s*(?=\S)")
CLAUSE_MARK = re.compile(
    r"^\s*(\d{1,2}(?:\.\d{1,2}){0,3})\s*[.)/]\s+(?=\S)|^\s*(\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=\S)"
    r"|^\s*(\d{1,2})\.(?=[^\W\d_])"
)
POINT_MARK = re.compile(r"^\s*([a-zđ])\s*[.)]\s+(?=\S)|^\s*([a-zđ])\)(?=\S)")
DASH_MARK = re.compile(r"^\s*([-–—+•*●▪])\s*(?=[^\W_\d]|\d|\()(?!-)")
_RULE = re.compile(r"^[\s\-_=*–—.…~]*$")
_BROKEN_CODE = re.compile(r"\d[\w/.]*/[\w&]*[-–/]$")
_MAX_CODE = 40
_EMPHASIS = re.compile(r"\*+|(?<!\w)_{1,2}(?=\S)|(?<=\S)_{1,2}(?!\w)|\\(?=[*_#|.\-])")


def strip_emphasis(text: str) -> str:
    """Return text without Markdown stars, underscores and escapes."""
    return _EMPHASIS.sub("", text)


def is_rule(text: str) -> bool:
    """Tell whether the line is empty or only a drawn line."""
    return _RULE.match(text) is not None


def is_upper(text: str) -> bool:
    """Tell whether text is set in capitals (numbers and codes aside)."""
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return False
    return sum(char.isupper() for char in letters) >= 0.9 * len(letters)


def join_wrapped(before: str, after: str) -> str:
    """Join two lines of one paragraph, mending a code broken at its hyphen.

    >>> join_wrapped("Kế hoạch số 03/KH-", "UBND ngày 04/01")
    'Kế hoạch số 03/KH-UBND ngày 04/01'
    """
    return _joined([before, after])


def join_all(lines: list[str]) -> str:
    """Join the lines of one paragraph or cell into a single squeezed line."""
    return squeeze(_joined(lines))


def _joined(lines: list[str]) -> str:
    pieces: list[str] = []
    tail = ""
    for line in lines:
        piece = line.strip()
        if not piece:
            continue
        if pieces and not (_BROKEN_CODE.search(tail) and piece[0].isupper()):
            pieces.append(" ")
            tail = ""
        pieces.append(piece)
        tail = (tail + piece[-_MAX_CODE:])[-_MAX_CODE:]
    return "".join(pieces)
