"""Names of people, households and recipients."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from vinhdanh.intake.lists.grid import text_of
from vinhdanh.intake.lists.schema import CellType, Reading, Remark, Said
from vinhdanh.intake.lists.words import (
    household_prefix,
    is_odd_case,
    looks_alike_person,
    name_case,
    names_household,
    names_unit,
)
from vinhdanh.kernel.text import squeeze

_TITLE = re.compile(
    r"(?:đồng chí|đ\s*/\s*c|đ\.c|ông\s*[,(/]?\s*bà\)?|(ông|anh|thầy)|(bà|chị|cô)|em|cháu)"
    r"[\s.:]+(?=\S)",
    re.IGNORECASE,
)
_HEADS = {"male": frozenset({"ông", "anh"}), "female": frozenset({"bà", "chị"})}
_WORD = re.compile(r"\w+")
_NUMBERED = re.compile(r"\d{1,4}\s*[.)/-]\s*(?=\D)")
_MIDDLE = frozenset({"văn", "thị", "đức", "hữu", "đình"})
"""No name begins so; what stands before is a family name, even "Ông"."""
_DIGITS = re.compile(r"\d")
_MAX_WORDS = 8
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323đĐ’‘–—…“”")
"""What a name may hold beside plain letters: the marks of Vietnamese, đ, strokes of print."""
_CAPITAL_INSIDE = re.compile(r"[a-z][A-Z]")


def split_title(text: str) -> tuple[str, str | None]:
    """Return a name without "Ông", "Bà", "Đ/c", and the sex these tell.

    >>> split_title("Đ/c Bà Nguyễn Thị Ánh"), split_title("Ông Văn An")
    (('Nguyễn Thị Ánh', 'female'), ('Ông Văn An', None))
    """
    sex = None
    while found := _TITLE.match(text):
        rest = text[found.end() :]
        words = rest.lower().split()
        if len(words) < 2 or words[0] in _MIDDLE:  # noqa: PLR2004 - a whole name has two words
            break
        sex = "male" if found[1] else "female" if found[2] else sex
        text = rest
    return text, sex


def _odd_signs(name: str) -> tuple[Remark, ...]:
    """Say that a name holds signs no Vietnamese name has, as text in an old font does."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", name) if sign not in _MARKS)
    if bare.isascii() and not _CAPITAL_INSIDE.search(bare):
        return ()
    return (
        Remark("odd_signs", "warning", f"“{name}” có ký tự không thuộc chữ Việt, có thể do phông "
               "chữ cũ; hãy gõ lại tên."),
    )  # fmt: skip


def usual_case(name: str) -> tuple[str, tuple[Remark, ...]]:
    """Return a name with the usual capitals, and what is odd about how it was written."""
    signs = _odd_signs(name)
    if not is_odd_case(name):
        return name, signs
    usual = name_case(name)
    return usual, (
        *signs,
        Remark("name_case", "info", f"“{name}” được viết lại là “{usual}”; hãy đối chiếu lại."),
    )


def read_person(said: Said) -> Reading:
    """Read a person's name."""
    text = _NUMBERED.sub("", text_of(said), count=1)
    bare, sex = split_title(text)
    name, remarks = usual_case(bare.strip(" ,;.:-"))
    if _DIGITS.search(name) or len(name.split()) > _MAX_WORDS:
        remarks += (Remark("odd_name", "warning", f"“{name}” không giống họ tên một người; hãy "
                    "kiểm tra lại ô này."),)  # fmt: skip
    elif len(name.split()) < 2:  # noqa: PLR2004 - family name and given name
        remarks += (Remark("odd_name", "warning", f"“{name}” chỉ có một chữ; hãy ghi đủ họ và "
                    "tên."),)  # fmt: skip
    return Reading(name, {"sex": sex} if sex else {}, remarks)


def person_name(text: str) -> str:
    """Return a person's name as lists are read: without "Ông", "Đ/c", with the usual capitals.

    >>> person_name(" ông  NGUYỄN VĂN AN"), person_name("")
    ('Nguyễn Văn An', '')
    """
    return str(read_person(squeeze(text)).value)


def head_name(text: str) -> str:
    """Return the name of a household's head, without "Hộ ông", "Gia đình bà".

    >>> head_name("Gia đình ông (bà) Trần Thị Bình")
    'Trần Thị Bình'
    """
    return str(_read_head(squeeze(text)).value)


def head_sex(text: str) -> str:
    """Return the sex that the words before a head's name tell: "male", "female" or nothing.

    >>> head_sex("Hộ bà Trần Thị Bình"), head_sex("Gia đình ông (bà) Trần Thị Bình")
    ('female', '')
    """
    return str(_read_head(squeeze(text)).also.get("sex", ""))


def _read_head(said: Said) -> Reading:
    text = text_of(said)
    head, sex = _head_in(text)
    read = read_person(head or text)
    return replace(read, also={"sex": sex} | dict(read.also)) if sex else read


def _read_recipient(said: Said) -> Reading:
    text = _NUMBERED.sub("", text_of(said), count=1).strip(" ;.")
    if names_household(text):
        bare, sex = _head_in(text)
        name, remarks = usual_case(bare)
        return Reading(name or text, _also("household", sex), remarks)
    bare, sex = split_title(text)
    name, _, detail = bare.partition(",")
    if not sex and names_unit(text):
        return Reading(text, {"kind": "collective"})
    if sex or looks_alike_person(name):
        return _individual(name.strip(), sex, detail.strip())
    return Reading(text)


def _head_in(text: str) -> tuple[str, str | None]:
    """Return the name after "Hộ ông", "Gia đình bà" and the sex these tell.

    The records know a household by that name.
    """
    end = household_prefix(text)
    words = set(_WORD.findall(text[:end].lower()))
    told = [sex for sex, titles in _HEADS.items() if words & titles]
    bare, sex = split_title(text[end:].strip(" :"))
    return bare, sex or (told[0] if len(told) == 1 else None)


def _individual(bare: str, sex: str | None, detail: str) -> Reading:
    name, remarks = usual_case(bare)
    also = _also("individual", sex)
    if detail:
        also["detail"] = detail
    return Reading(name, also, remarks)


def _also(kind: str, sex: str | None) -> dict[str, object]:
    return {"kind": kind, "sex": sex} if sex else {"kind": kind}


PERSON = CellType(read=read_person)
HEAD = CellType(read=_read_head)
RECIPIENT = CellType(read=_read_recipient)
"""A person, unit or household; the words tell which, in the key "kind"."""
