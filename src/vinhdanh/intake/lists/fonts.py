"""Text typed in the old Vietnamese fonts: TCVN3 (ABC, .VnTime) and VNI-Windows.

Both put Vietnamese letters where other letters have their place: TCVN3 one for one (TCVN
5712:1993, second half), VNI a plain vowel followed by a mark.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Literal, TypeAlias

from vinhdanh.intake.lists.syllables import is_syllable
from vinhdanh.kernel.text import nfc

if TYPE_CHECKING:
    from collections.abc import Iterable

OldFont: TypeAlias = Literal["TCVN3", "VNI"]
_FONTS: tuple[OldFont, ...] = ("TCVN3", "VNI")

_TCVN3_FROM = 0xA1
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíị"
    "òỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ"
)
"""Codes A1 to FE in order; .VnTimeH shows the small letters as capitals."""
_TCVN3 = {_TCVN3_FROM + at: letter for at, letter in enumerate(_TCVN3_LETTERS)}

_VNI_MARKS = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_ROOF = dict(
    zip("áàåãä", ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True)
)  # on â ê ô
_VNI_BOWL = dict(zip("éèúüë", ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True))
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for vowel, base in zip("aeouyôö", "aeouyơư", strict=True):
        table |= {vowel + mark: nfc(base + tone) for mark, tone in _VNI_MARKS.items()}
    for vowel, roofed in zip("aeo", "âêô", strict=True):
        table[vowel + "â"] = roofed
        table |= {vowel + mark: nfc(roofed + tone) for mark, tone in _VNI_ROOF.items()}
    table["aê"] = "ă"
    table |= {"a" + mark: nfc("ă" + tone) for mark, tone in _VNI_BOWL.items()}
    return table | _VNI_ALONE


_VNI = _vni_table()
_VNI_PIECE = re.compile(
    "|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)), re.IGNORECASE
)
_PROPER = re.compile(
    r"[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\u1ef9]"
)
"""Letters that only real Vietnamese text has."""
_WORD = re.compile(r"[^\s.,;:()\[\]/\"“”0-9-]+")
_MOST_TEXTS, _MOST_WORDS = 3000, 3000
_MIN_GAIN = 0.25
_MIN_SHARE = 0.75


def font_of(name: str) -> OldFont | None:
    """Return which old encoding a font asks for.

    >>> font_of(".VnTimeH"), font_of("VNI-Times"), font_of("Times New Roman")
    ('TCVN3', 'VNI', None)
    """
    bare = name.strip().lower()
    if bare.startswith(".vn"):
        return "TCVN3"
    return "VNI" if bare.startswith("vni") else None


def is_capital_font(name: str) -> bool:
    """Tell whether a TCVN3 font shows small letters as capitals."""
    return font_of(name) == "TCVN3" and name.strip().rstrip("0123456789 ").endswith("H")


def to_unicode(text: str, font: OldFont) -> str:
    """Return text typed in an old font as Unicode; real Vietnamese text stays as it is.

    >>> to_unicode("NguyÔn ThÞ ¸nh", "TCVN3"), to_unicode("Nguyeãn Thò AÙnh", "VNI")
    ('Nguyễn Thị ánh', 'Nguyễn Thị Ánh')
    """
    if _PROPER.search(text):
        return nfc(text)
    if font == "TCVN3":
        return nfc(text.translate(_TCVN3))
    return _VNI_PIECE.sub(_vni_letter, nfc(text))


def _vni_letter(found: re.Match[str]) -> str:
    piece = found[0]
    letter = _VNI[piece.lower()]
    return letter.upper() if piece[0].isupper() else letter


def guess_font(texts: Iterable[str]) -> OldFont | None:
    """Return the old font a whole table seems typed in, told by how its words read.

    A single word may read either way ("Tó" is a name in both), so a table is judged as one.
    """
    marked = (text for text in dict.fromkeys(texts) if not text.isascii())
    words = (word for text in islice(marked, _MOST_TEXTS) for word in _WORD.findall(nfc(text)))
    sample = [word for word in dict.fromkeys(words) if not word.isascii()][:_MOST_WORDS]
    if not sample:
        return None
    plain = _share(sample)
    shares = {font: _share([to_unicode(word, font) for word in sample]) for font in _FONTS}
    best = max(_FONTS, key=lambda font: shares[font])
    return best if shares[best] >= max(_MIN_SHARE, plain + _MIN_GAIN) else None


def reads_well(text: str) -> bool:
    """Tell whether all words with marks could be Vietnamese."""
    return all(is_syllable(word) for word in _WORD.findall(nfc(text)) if not word.isascii())


def _share(words: list[str]) -> float:
    return sum(map(is_syllable, words)) / len(words)
