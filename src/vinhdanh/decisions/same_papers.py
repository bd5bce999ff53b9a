"""Whether two wordings mean one paper: its number, and the office that signed it."""

from __future__ import annotations

from vinhdanh.kernel.text import fold
from vinhdanh.organizations.unit_wording import plain_name

HEAD = "chu tich "
"""A chair and the chair's committee take numbers of one series."""


def number_key(code: str) -> str:
    """Return number and symbol without blanks, marks, capitals and zeros in front.

    >>> number_key("0099 / QĐ-UBND") == number_key("99/qđ-ubnd")
    True
    """
    return fold(code).replace(" ", "").lstrip("0")


def is_same_office(one: str, other: str) -> bool:
    """Tell whether two wordings name one office.

    >>> is_same_office("UBND tỉnh Hưng Yên", "Chủ tịch Uỷ ban nhân dân tỉnh Hưng Yên")
    True
    """
    return _office(one) == _office(other)


def may_be_same_office(one: str, other: str) -> bool:
    """Tell whether one wording says only a part of the other, so that somebody must ask.

    >>> may_be_same_office("UBND tỉnh", "Chủ tịch UBND tỉnh Hưng Yên")
    True
    """
    first, second = set(_office(one).split()), set(_office(other).split())
    return first <= second or second <= first


def _office(text: str) -> str:
    return plain_name(text).removeprefix(HEAD)
