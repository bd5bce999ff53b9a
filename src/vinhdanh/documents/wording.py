"""Capitals and names as administrative documents write them (Decree 30/2020, Annexes I and II).

Pure functions for whoever helps a clerk with a text; nothing here changes a paper by itself.
"""

from __future__ import annotations

import re
from typing import Final

_BODIES: Final = (
    "ủy ban", "uỷ ban", "hội đồng", "tòa án", "toà án", "viện kiểm sát", "quân đội", "công an",
    "nghệ sĩ", "nhà giáo",
)  # fmt: skip
"""Names that hold "nhân dân" and settle its letters themselves."""
_PEOPLE: Final = re.compile(rf"(?P<body>(?:{'|'.join(_BODIES)}) )?nhân dân", re.IGNORECASE)
_STATE: Final = re.compile(r"(?<!quản lý )\bnhà nước", re.IGNORECASE)
_CITED: Final = re.compile(r"\b(điều|khoản|chương|mục|phần|phụ lục)(?= (?:\d|[IVX]+\b))")
_POINT: Final = re.compile(r"\bđiểm(?= [a-zđ]\b)")
_NEW_YEAR: Final = re.compile(r"\btết nguyên đán", re.IGNORECASE)
_TITLES: Final = re.compile(
    r"^(?:(?:ông|bà|đồng chí|đ/c|gs|pgs|ts|ths|cn|ks|bs)\b[.\s]*)+", re.IGNORECASE
)


def official_capitals(text: str) -> str:
    """Return text with the capitals Annex II asks for whatever the sentence.

    Nhân dân and Nhà nước, Tết Nguyên đán, and the parts of a law that is cited: Điều 5,
    Khoản 2, Điểm a. Names of bodies keep the letters they have.
    """
    text = _PEOPLE.sub(lambda found: found[0] if found["body"] else "Nhân dân", text)
    text = _STATE.sub("Nhà nước", text)
    text = _CITED.sub(lambda found: found[0][:1].upper() + found[0][1:], text)
    text = _POINT.sub("Điểm", text)
    return _NEW_YEAR.sub("Tết Nguyên đán", text)


def signer_name(name: str) -> str:
    """Return the name a signer's line carries: no form of address, no academic title."""
    return _TITLES.sub("", name).strip()
