"""How papers write the names of units: abbreviated, with lead-ins, with the commune behind."""

from __future__ import annotations

import re
from functools import lru_cache

from vinhdanh.kernel.text import fold, nfc

_STROKES = re.compile(r"[-–—,.]")
_LEAD_IN = re.compile(
    r"^(?:(?:tap the|quan va dan"
    r"|(?:can bo|nhan dan|cong chuc|vien chuc|giao vien|chien si)(?: va)?) )+(?=\w)"
)
_NO_LEVEL = re.compile(r"\bx[áàảạ]\b", re.IGNORECASE)
"""Ends names of villages ("Phạm Xá"); folded it looks like the level "xã"."""
_LEVELS = (" viet nam", " xa", " phuong", " thi tran")
_WHOLE = (
    ("td kt", "tdkt"),
    ("tncs hcm", "tncshcm"),
    ("tncs ho chi minh", "tncshcm"),
    ("hoi phu nu", "hoi lhpn"),
    ("uy ban mttq", "mttq"),
    ("uy ban mat tran to quoc", "mttq"),
    ("ubmttq", "mttq"),
    ("doan thanh nien(?! cong)", "doan tncshcm"),
    ("(?<!cong )doan (?=(?:xa|phuong)$)", "doan tncshcm "),
)
_OPENED = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "tdkt": "thi dua khen thuong",
    "mttq": "mat tran to quoc",
    "lhpn": "lien hiep phu nu",
    "ccb": "cuu chien binh",
    "nct": "nguoi cao tuoi",
    "ctd": "chu thap do",
    "tncshcm": "thanh nien cong san ho chi minh",
    "bchqs": "ban chi huy quan su",
    "tyt": "tram y te",
    "tdp": "to dan pho",
    "htx": "hop tac xa",
    "clb": "cau lac bo",
    "mn": "mam non",
    "th": "tieu hoc",
    "thcs": "trung hoc co so",
    "thpt": "trung hoc pho thong",
}


@lru_cache(maxsize=4_096)
def plain_name(text: str, place: str = "") -> str:
    """Return a unit's name folded, abbreviations opened, lead-ins, commune and level left out.

    >>> plain_name("Tập thể Hội LHPN xã"), plain_name("Trạm y tế xã Minh Tiến", "Minh Tiến")
    ('hoi lien hiep phu nu', 'tram y te')
    """
    text = _NO_LEVEL.sub("xaa", nfc(text))
    words = " ".join(_STROKES.sub(" ", fold(text)).replace("&", " va ").split())
    words = _LEAD_IN.sub("", words)
    words = re.sub(r"^ca (?=xa\b|phuong\b)|^ca$", "cong an ", words).strip()
    for written, meant in _WHOLE:
        words = re.sub(rf"\b{written}", meant, words)
    words = " ".join(_OPENED.get(word, word) for word in words.split())
    bare = words.removesuffix(f" {fold(place)}") if place else words
    words = bare if " " in bare else words
    for level in _LEVELS:
        words = words.removesuffix(level)
    return words
