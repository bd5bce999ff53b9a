"""Words by which lists tell units, households and people apart."""

# ruff: noqa: SIM905 - word lists read better as words

from __future__ import annotations

import re

from vinhdanh.intake.text_marks import is_upper
from vinhdanh.kernel.text import fold, squeeze

_UNIT = re.compile(
    r"(?:tap the|don vi|can bo va nhan dan|can bo, nhan dan|nhan dan va can bo|quan va dan"
    r"|thon|xom|ban(?! (?:than|be))|lang|ap|to dan pho|tdp|to (?:bao ve|san xuat|hoa giai|an ninh)"
    r"|khu(?: dan cu| pho)?|truong (?:mam non|mn|tieu hoc|th|thcs|thpt|mau giao|trung hoc|lien cap)"
    r"|tram y te|tram|hoi|chi hoi|lien hiep|doan (?:thanh nien|tncs|xa|phuong|thi)|chi doan"
    r"|chi bo|dang bo|dang uy|cong doan|cong an|ban chi huy|ubnd|uy ban|hdnd|hoi dong nhan dan"
    r"|uy ban mttq|mat tran|mttq|van phong|phong|so|chi cuc|nganh|cau lac bo|clb|hop tac xa|htx"
    r"|cong ty|doanh nghiep|dai truyen thanh|quy tin dung|bo phan|trung tam|khoi|lop|doi|nhom)"
    r"(?![\w])"
)
_HOUSEHOLD = re.compile(r"(?:ho (?:gia dinh|ong|ba|anh|chi)|gia dinh(?: ong| ba| anh| chi)?)(?!\w)")
_FAMILY_NAMES = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly an au bach bang bao ca "
    "cam cao chau chu chung cu cung dam dao dau diep dinh doan dong gia giang giap ha han hua "
    "khong khuat khuong kieu kim kha la lam lang lo luc luong luu luyen ma mac mai man mau nghiem "
    "ngac ninh nong o ong pho phi phung quach quan sam son ta tang thach thai than thi tieu to ton "
    "tong tra trang trieu trinh truong tu tuong ung uong van vi vien vuong xa y nhu nghe thieu tan "
    "cat lai dien dieu khieu khuc liu lieu luat mong phuong quang te thang thao thuy tri vang "
    "h'mong h cu k giang a thao sung".split()
)  # fmt: skip
_PERSON = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+){1,5}")
_MAX_NAME = 6


def names_unit(text: str) -> bool:
    """Tell whether text begins as the name of a unit or collective does.

    >>> names_unit("Thôn Phạm Xá"), names_unit("Nguyễn Thị Hội")
    (True, False)
    """
    return _UNIT.match(fold(text)) is not None


def names_household(text: str) -> bool:
    """Tell whether text names a household ("Hộ ông Nguyễn Văn An")."""
    return _HOUSEHOLD.match(fold(text)) is not None


def household_prefix(text: str) -> int:
    """Return how long the words before the head's name are, 0 if there are none."""
    found = _HOUSEHOLD.match(fold(text))
    return found.end() if found else 0


def reads_as_person(text: str) -> bool:
    """Tell whether text is built like a person's name: a known family name, some words.

    >>> reads_as_person("Nguyễn Văn An"), reads_as_person("Thôn Phạm Xá")
    (True, False)
    """
    return (
        _PERSON.fullmatch(text) is not None
        and fold(text).split(" ")[0] in _FAMILY_NAMES
        and all(word[:1].isupper() for word in text.split())
    )


def name_case(name: str) -> str:
    """Return a name in usual letters, each word with a capital.

    >>> name_case("NGUYỄN THỊ ÁNH")
    'Nguyễn Thị Ánh'
    """
    return " ".join(word[:1].upper() + word[1:].lower() for word in squeeze(name).split(" "))


def is_odd_case(name: str) -> bool:
    """Tell whether a name is set in capitals or in small letters only."""
    letters = [char for char in name if char.isalpha()]
    return len(letters) > 1 and (is_upper(name) or all(char.islower() for char in letters))


def looks_alike_person(text: str) -> bool:
    """Tell the same of a name in capitals or small letters."""
    return reads_as_person(name_case(text)) and len(text.split()) <= _MAX_NAME
