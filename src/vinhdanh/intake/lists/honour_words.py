"""Titles and forms of commendation as lists write them, abbreviations included."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from vinhdanh.kernel.text import fold, squeeze

Sort: TypeAlias = Literal["title", "form"]

_TITLES = {
    "Chiến sĩ thi đua toàn quốc": ("cstdtq", "csthi dua toan quoc"),
    "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh": (
        "cstdct", "cstdt", "cstđ cap tinh", "chien si thi dua cap tinh", "chien si thi dua tinh",
    ),
    "Chiến sĩ thi đua cơ sở": ("cstdcs", "cstd cs", "cstd co so", "chien si thi dua cap co so"),
    "Lao động tiên tiến": ("ldtt", "danh hieu lao dong tien tien"),
    "Chiến sĩ tiên tiến": ("cstt",),
    "Tập thể lao động xuất sắc": ("ttldxs", "tap the ldxs"),
    "Tập thể lao động tiên tiến": ("ttldtt", "tap the ldtt"),
    "Đơn vị quyết thắng": ("dvqt",),
    "Đơn vị tiên tiến": ("dvtt",),
    "Cờ thi đua của Chính phủ": ("co thi dua chinh phu",),
    "Cờ thi đua của Bộ, ban, ngành, tỉnh": (
        "co thi dua", "co thi dua cap tinh", "co thi dua cua ubnd tinh", "co thi dua tinh",
    ),
    "Xã, phường, thị trấn tiêu biểu": ("xa tieu bieu", "phuong tieu bieu"),
    "Thôn, tổ dân phố văn hóa": (
        "thon van hoa", "to dan pho van hoa", "tdp van hoa", "khu dan cu van hoa", "tvh",
    ),
    "Gia đình văn hóa": ("gdvh", "gia dinh dat danh hieu gia dinh van hoa", "ho gia dinh van hoa"),
}  # fmt: skip
_FORMS = {
    "Giấy khen": ("gk", "giay khen cua chu tich ubnd xa", "gk cua chu tich ubnd xa"),
    "Bằng khen": ("bk",),
    "Bằng khen của Thủ tướng Chính phủ": ("bang khen ttg", "bang khen cua ttg", "bang khen ttcp"),
}
_FORM_BEGIN = re.compile(r"(?:giay khen|bang khen|huan chuong|huy chuong|ky niem chuong)(?!\w)")
_TITLE_BEGIN = re.compile(
    r"(?:chien si|lao dong tien tien|tap the lao dong|don vi (?:quyet thang|tien tien)|co thi dua"
    r"|(?:thon|to dan pho|xa|phuong|khu dan cu)[\w ,]* (?:van hoa|tieu bieu)|gia dinh van hoa"
    r"|nha giao|thay thuoc|nghe (?:si|nhan)|anh hung|ba me viet nam)(?!\w)"
)
_LEAD_IN = re.compile(
    r"^(?:(?:tặng|đề nghị|công nhận|được|xét|trao)\s+)*(?:danh hiệu|hình thức)?\s*[:\"“]*\s*",
    re.IGNORECASE,
)
_BY = r"(?: cua)?(?: chu tich| ct)?(?: ubnd| uy ban nhan dan)?(?: cap)?"
_OF_CHAIRS = (
    (re.compile(rf"bang khen{_BY} tinh(?! doan| uy| hoi)(?: \w+){{0,3}}"),
     "Bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh"),
    (re.compile(rf"giay khen{_BY} (?:xa|phuong|thi tran)(?! doan| uy| hoi)(?: \w+){{0,4}}"),
     "Giấy khen"),
)  # fmt: skip
"""Forms of a chair, whose office lists write in many ways, with the place's name behind."""
_BETWEEN = re.compile(r"\s*(?:[;+\n]|,|\bvà\b|/)\s*")
_SHORT_FORM = re.compile(r"^(GK|BK)\.?(?=\s)", re.IGNORECASE)
_LONG_FORM = {"gk": "Giấy khen", "bk": "Bằng khen"}
_WORDS: dict[str, tuple[str, Sort]] = {}


def _key(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]+", " ", fold(text).replace(".", "")).split())


for _sort, _table in (("title", _TITLES), ("form", _FORMS)):
    for _name, _others in _table.items():
        for _words in (_name, *_others):
            _WORDS[_key(_words)] = (_name, "title" if _sort == "title" else "form")


def honour_named(text: str) -> tuple[str, Sort] | None:
    """Return the usual name of one honour and whether it is a title or a form.

    >>> honour_named("CSTĐCS"), honour_named("Giấy khen của Giám đốc Sở"), honour_named("Giỏi")
    (('Chiến sĩ thi đua cơ sở', 'title'), ('Giấy khen của Giám đốc Sở', 'form'), None)
    """
    text = _LEAD_IN.sub("", squeeze(text)).strip(' ."“”')
    text = _SHORT_FORM.sub(lambda found: _LONG_FORM[found[1].lower()], text)
    folded = _key(text)
    if folded in _WORDS:
        return _WORDS[folded]
    for wording, name in _OF_CHAIRS:
        if wording.fullmatch(folded):
            return name, "form"
    if _FORM_BEGIN.match(folded):
        return text[:1].upper() + text[1:], "form"
    if _TITLE_BEGIN.match(folded):
        return text[:1].upper() + text[1:], "title"
    return None


def honours_in(text: str) -> list[tuple[str, Sort]] | None:
    """Return all honours of a cell ("CSTĐCS, GK"), or None if some part is none."""
    whole = honour_named(text)
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    several = [honour_named(part) for part in parts]
    if len(parts) > 1 and all(several) and not (whole and _key(text) in _WORDS):
        return [found for found in several if found]
    return [whole] if whole else None
