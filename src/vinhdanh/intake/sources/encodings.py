"""Decoding of text files, old Vietnamese encodings included."""

# ruff: noqa: SIM905 - word lists read better as words

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from vinhdanh.intake.errors import UnreadableFileError
from vinhdanh.kernel.text import nfc

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD_WORDS = frozenset(
    "cña c¸c vµ n¨m x· c«ng ®ua kõ kÕ ho¹ch ®éng ®þnh ®Þnh nh©n d©n t¸c th­ëng thëng ®¬n ®­îc "
    "huyön huyÖn cuûa caùc vaø naêm xaõ coâng ñua keá hoaïch nhaân daân taùc thöôûng ñoäng "
    "ñôn ñöôïc huyeän".split()
)
_GOOD_WORDS = frozenset(
    "của các và năm xã công đua kế hoạch nhân dân tác thưởng động đơn được huyện".split()
)
_WORD = re.compile(r"[^\s.,;:()]+")
_MIN_WORDS = 4
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_VIETNAMESE = frozenset("ăâđêôơưĂÂĐÊÔƠƯ–—“”‘’…•«»°½²³§®©™ \u0300\u0301\u0303\u0309\u0323")
_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
_GOOD_SHARE = 0.93


def decode_text(data: bytes, name: str) -> str:
    """Return the composed text of a text file, or say why it cannot be had."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return nfc(data[len(mark) :].decode(encoding))
            except UnicodeDecodeError:
                raise _binary(name) from None
    if b"\0" in data:
        return nfc(_decode_bare_utf16(data, name))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, name)
    if _control_share(text) > 0.02:  # noqa: PLR2004 - real text has next to none
        raise _binary(name)
    refuse_legacy_font(text, name)
    return nfc(text)


def refuse_legacy_font(text: str, name: str) -> None:
    """Refuse text whose letters only make sense in an old font (TCVN3/ABC or VNI)."""
    words = Counter(_WORD.findall(text[:200_000].lower()))
    old = sum(count for word, count in words.items() if word in _OLD_WORDS)
    good = sum(count for word, count in words.items() if word in _GOOD_WORDS)
    if old >= _MIN_WORDS and old > good:
        raise UnreadableFileError(
            f"Tệp “{name}” được gõ bằng phông chữ cũ (TCVN3/ABC hoặc VNI) nên không đọc đúng dấu; "
            "hãy chuyển sang Unicode (ví dụ bằng UniKey: Ctrl+Shift+F6) rồi tải lên lại."
        )


def _decode_bare_utf16(data: bytes, name: str) -> str:
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd >= even else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise _binary(name) from None
    if max(even, odd) < 0.2 * len(sample) / 2 or _control_share(text) > 0.02:  # noqa: PLR2004
        raise _binary(name)
    return text


def _decode_legacy(data: bytes, name: str) -> str:
    text = nfc(data.decode("cp1258", errors="replace"))
    if _control_share(text) > 0.02:  # noqa: PLR2004 - real text has next to none
        raise _binary(name)
    if _vietnamese_share(text) >= _GOOD_SHARE and "\ufffd" not in text:
        return text
    refuse_legacy_font(data.decode("cp1252", errors="replace"), name)
    raise UnreadableFileError(
        f"Không nhận ra bảng mã của tệp “{name}”; hãy mở tệp, lưu lại dạng văn bản với bảng mã "
        "Unicode (UTF-8) hoặc lưu thành tệp Word (.docx) rồi tải lên lại."
    )


def _vietnamese_share(text: str) -> float:
    """Return which share of the non-ASCII characters is Vietnamese."""
    marked = [char for char in text if ord(char) > 127]  # noqa: PLR2004 - beyond ASCII
    if not marked:
        return 1.0
    return sum(map(_is_vietnamese, marked)) / len(marked)


def _is_vietnamese(char: str) -> bool:
    if char in _VIETNAMESE:
        return True
    parts = unicodedata.normalize("NFD", char)
    return parts[0].lower() in "aeiouyd" and len(parts) > 1 and set(parts[1:]) <= _MARKS


def _control_share(text: str) -> float:
    sample = text[:100_000]
    controls = len(_CONTROLS.findall(sample))
    return controls / max(1, len(sample))


def _binary(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"Tệp “{name}” không phải là văn bản đọc được; hãy lưu kế hoạch thành tệp Word (.docx), "
        "PDF có chữ hoặc văn bản (.txt) rồi tải lên lại."
    )
