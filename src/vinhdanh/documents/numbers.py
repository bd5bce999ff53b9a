"""Numbers as administrative documents write them: figures, words, money, labels."""

from __future__ import annotations

from typing import Final

from vinhdanh.documents.dates import GAP
from vinhdanh.documents.errors import DocumentError
from vinhdanh.kernel.text import initial_capital

POINT_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""Letters of points (điểm) in Vietnamese order."""

_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES: Final = ("", " nghìn", " triệu", " tỷ", " nghìn tỷ", " triệu tỷ")
_TOO_LARGE: Final = 1000 ** len(_SCALES)
_ROMAN: Final = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
    (1, "I"),
)  # fmt: skip
_FIVE: Final = 5


def two_digits(value: int) -> str:
    """Return a count with a leading zero below ten: "05", "12", "105"."""
    return f"{value:02d}"


def document_number(number: int | None, symbol: str) -> str:
    """Return "05/QĐ-UBND", with room for the number while there is none."""
    return f"{GAP if number is None else two_digits(number)}/{symbol}"


def grouped(value: int) -> str:
    """Return figures in groups of three: "2.530.000"."""
    return f"{value:,}".replace(",", ".")


def money(amount: int) -> str:
    """Return "2.530.000 đồng"."""
    return f"{grouped(amount)} đồng"


def money_in_words(amount: int) -> str:
    """Return "Hai triệu năm trăm ba mươi nghìn đồng"."""
    return initial_capital(f"{in_words(amount)} đồng")


def counted(value: int) -> str:
    """Return a count in figures and words: "03 (ba)"."""
    return f"{two_digits(value)} ({in_words(value)})"


def percent(part: int, whole: int) -> str:
    """Return a share with at most two decimals, Vietnamese comma: "85,71%", "100%"."""
    share = round(part * 100 / whole, 2) if whole else 0.0
    return f"{share:.2f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def in_words(value: int) -> str:
    """Return a whole number in Vietnamese words.

    Raises:
        DocumentError: the number is below zero, or too large to be meant.
    """
    if not 0 <= value < _TOO_LARGE:
        raise DocumentError(f"Số {grouped(value)} không viết được bằng chữ; hãy kiểm tra lại.")
    if value == 0:
        return _DIGITS[0]
    groups: list[int] = []
    rest = value
    while rest:
        rest, group = divmod(rest, 1000)
        groups.append(group)
    words = [
        _group(groups[at], full=at < len(groups) - 1) + _SCALES[at]
        for at in range(len(groups) - 1, -1, -1)
        if groups[at]
    ]
    return " ".join(words)


def _group(value: int, *, full: bool) -> str:
    """Read three digits; inside a longer number the hundreds are always read."""
    hundreds, rest = divmod(value, 100)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if rest:
        words.append(_below_hundred(rest, after_hundreds=bool(words)))
    return " ".join(words)


def _below_hundred(value: int, *, after_hundreds: bool) -> str:
    tens, units = divmod(value, 10)
    if tens == 0:
        return f"linh {_DIGITS[units]}" if after_hundreds else _DIGITS[units]
    unit = _DIGITS[units]
    if units == _FIVE:
        unit = "lăm"
    elif units == 1 and tens > 1:
        unit = "mốt"
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    return f"{head} {unit}" if units else head


def roman(value: int) -> str:
    """Return a Roman numeral for parts, sections and appendices."""
    out = ""
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        out += sign * count
    return out


def point_letter(position: int) -> str:
    """Return the letter of a point, counted from 1: a, b, c, d, đ, e, g."""
    return POINT_LETTERS[position - 1]
