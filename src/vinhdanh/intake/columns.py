"""Which column a header cell names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from vinhdanh.kernel.text import fold

Kind: TypeAlias = Literal[
    "no", "content", "lead", "partners", "period", "product", "budget", "note", "other"
]

_WHO = r"(?:(?:co quan|don vi|bo phan|ca nhan|nguoi|to chuc|nganh|doan the)[\s,/()]*(?:va )?)*"
_RULES: tuple[tuple[Kind, str], ...] = (
    ("no", r"(?:so )?s?tt|so thu tu|#|so"),
    (
        "partners",
        (
            rf"{_WHO}(?:thuc hien )?(?:duoc )?phoi hop(?: thuc hien| tham gia)?|{_WHO}(?:tham gia"
            rf"|lien quan)"
        ),
    ),
    (
        "lead",
        (
            rf"{_WHO}(?:duoc (?:giao|phan cong) )?chu tri(?:[ ,/\-]+(?:thuc hien|tham muu"
            rf"|phoi hop))*"
            r"|(?:(?:co quan|don vi|bo phan|ca nhan|nguoi|to chuc)[\s,/]*)+(?:thuc hien|phu trach"
            r"|chiu trach nhiem|duoc giao|tham muu|dau moi|to chuc)"
            r"|(?:trach nhiem|phan cong)(?: thuc hien)?|phu trach|dau moi"
            r"|chiu trach nhiem(?: chinh)?"
        ),
    ),
    (
        "period",
        (
            r"(?:thoi (?:gian|han|diem)|tien do|lo trinh|ky han|han)(?:[ ,/]*(?:thuc hien"
            r"|hoan thanh"
            r"|trien khai|to chuc"
            r"|bao cao|du kien|bat dau|ket thuc|dia diem|va))*|ngay hoan thanh|thang|quy"
        ),
    ),
    (
        "product",
        (
            r"(?:ket qua|san pham)(?:[ ,/]*(?:du kien|dau ra|dat duoc|hoan thanh|thuc hien|can dat"
            r"|san pham|ket qua|/))*"
            r"|dau ra|hinh thuc van ban"
        ),
    ),
    ("budget", r"(?:du toan |nguon )?kinh phi(?: thuc hien| du kien)?(?: ?\([^)]*\))?|nguon von"),
    ("note", r"ghi chu"),
    (
        "content",
        (
            r"(?:ten |noi dung |muc )?(?:noi dung|nhiem vu|cong viec|hoat dong|cong tac|dau viec)"
            r"(?:[ ,/\-]*(?:va )?(?:cong viec|nhiem vu|thuc hien|cong tac|cu the|giai phap"
            r"|trong tam"
            r"|hoat dong"
            r"|chu yeu|trien khai|noi dung|trong nam))*"
        ),
    ),
    (
        "other",
        (
            r"dia diem(?: thuc hien| to chuc)?|doi tuong(?: thuc hien| tham gia)?|muc tieu|chi tieu"
            r"|thanh phan"
            r"|don vi tinh|so luong|van ban can cu|hinh thuc(?: thuc hien| to chuc)?|ghi ro"
        ),
    ),
)
_WHOLE = tuple((kind, re.compile(rf"(?:{pattern})\W*$")) for kind, pattern in _RULES)
_ANYWHERE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("partners", re.compile(r"phoi hop")),
    ("lead", re.compile(r"chu tri")),
    ("period", re.compile(r"thoi gian|thoi han|tien do")),
    ("product", re.compile(r"san pham|ket qua")),
    ("budget", re.compile(r"kinh phi")),
    ("content", re.compile(r"noi dung|nhiem vu|cong viec")),
    ("lead", re.compile(r"don vi|co quan|phu trach|trach nhiem")),
)
_MAX_HEADER_WORDS = 10


def column_kind(text: str) -> Kind | None:
    """Return the kind of column a header cell names, or None if it names none.

    >>> column_kind("Cơ quan phối hợp"), column_kind("Thời gian hoàn thành")
    ('partners', 'period')
    """
    folded = fold(text).strip(" .:*()")
    if not folded or len(folded.split(" ")) > _MAX_HEADER_WORDS:
        return None
    if "chu tri" in folded and "phoi hop" in folded:
        return "lead"
    for kind, pattern in _WHOLE:
        if pattern.match(folded):
            return kind
    if text[:1].islower() or re.search(r"\d|[;.]", folded):
        return None
    for kind, pattern in _ANYWHERE:
        if pattern.search(folded):
            return kind
    return None


@lru_cache(maxsize=4096)
def scan_header(text: str) -> tuple[Kind, ...] | None:
    """Part one line of header words into columns; None when other words are in it.

    >>> scan_header("Stt Nội dung Đơn vị chủ trì Cơ quan phối hợp Thời gian thực hiện")
    ('no', 'content', 'lead', 'partners', 'period')
    """
    folded = fold(text).strip(" .:|")
    kinds: list[Kind] = []
    at = 0
    while at < len(folded):
        best: tuple[int, Kind] | None = None
        for kind, pattern in _PREFIX:
            match = pattern.match(folded, at)
            if match and match.end() > at and (best is None or match.end() > best[0]):
                best = (match.end(), kind)
        if best is None:
            return None
        at = best[0]
        while at < len(folded) and folded[at] in " .,:;|":
            at += 1
        kinds.append(best[1])
    return tuple(kinds)


_PREFIX = tuple((kind, re.compile(rf"(?:{pattern})(?!\w)")) for kind, pattern in _RULES)
