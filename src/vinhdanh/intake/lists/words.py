"""Words by which lists tell units, households and people apart."""

# ruff: noqa: SIM905 - word lists read better as words

from __future__ import annotations

import re

from vinhdanh.intake.text_marks import is_upper
from vinhdanh.kernel.text import fold, nfc, squeeze

_UNIT = re.compile(
    r"(?:tập thể|đơn vị|(?:cán bộ|nhân dân|quân)(?:,| và) (?:cán bộ|nhân dân|dân)"
    r"|thôn|xóm|bản|làng|ấp|tổ dân phố|tdp|tổ (?:bảo vệ|sản xuất|hòa giải|an ninh|công nghệ)"
    r"|khu(?: dân cư| phố)?|trường(?! (?:văn|thị))|trạm|hội|chi hội|liên hiệp"
    r"|đoàn (?:thanh niên|tncs|xã|phường)|chi đoàn|chi bộ|đảng bộ|đảng ủy|đảng uỷ|công đoàn"
    r"|công an|ban|ubnd|ủy ban|uỷ ban|hđnd|mặt trận|mttq|văn phòng|phòng|sở|chi cục|ngành"
    r"|câu lạc bộ|clb|hợp tác xã|htx|công ty|doanh nghiệp|đài|quỹ tín dụng|bộ phận|trung tâm"
    r"|khối|lớp|đội|nhóm)(?!\w)"
)
_DOAN = re.compile(r"Đoàn (?:Xã|Phường)(?!\w)")
"""A person of the family Đoàn; the union is written "Đoàn xã"."""
_HOUSEHOLD = re.compile(
    r"(?:ho (?:gia dinh|ong|ba|anh|chi)|gia dinh(?: ong| ba| anh| chi)?)(?!\w)(?: ?[(/,] ?ba\b\)?)?"
)
_FAMILY_NAMES = frozenset(
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly an au ban bach "
    "bang bao ca cam cao chau chu chung cu cung dam dao dau diep dinh doan dong gia giang "
    "giap ha han hua khong khuat khuong kieu kim kha la lam lang lo luc luong luu luyen ma "
    "mac mai man mau nghiem ngac ninh nong o ong pho phi phung quach quan sam son ta tang "
    "thach thai than thi tieu to ton tong tra trang trieu trinh truong tu tuong ung uong van "
    "vi vien vuong xa y nhu nghe thieu tan cat lai dien dieu khieu khuc liu lieu luat mong "
    "phuong quang te thang thao thuy tri vang h'mong h cu k giang a thao sung".split()
)  # fmt: skip
_PERSON = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+){1,5}")


def names_unit(text: str) -> bool:
    """Tell whether text begins as the name of a unit or collective does.

    >>> names_unit("Thôn Phạm Xá"), names_unit("Nguyễn Thị Hội")
    (True, False)
    """
    return _UNIT.match(nfc(text).lower()) is not None and not _DOAN.match(text)


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
    """Tell whether text is a person's name, be it in capitals or small letters."""
    return reads_as_person(name_case(text) if is_odd_case(text) else text)
