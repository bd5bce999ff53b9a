"""What a paper carries beside its text: boxes 10 to 13 (Decree 30/2020, Annex I, IV).

Marks belong to no kind: every numbered paper may have them. Lengths are in millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from vinhdanh.documents.errors import DocumentError


class Secrecy(StrEnum):
    """Box 10a, by the law on state secrets."""

    CONFIDENTIAL = "confidential"
    SECRET = "secret"  # noqa: S105
    TOP_SECRET = "top_secret"  # noqa: S105


class Urgency(StrEnum):
    """Box 10b: how fast a paper is delivered."""

    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    IMMEDIATE = "immediate"


class Circulation(StrEnum):
    """Box 11: who else may read it."""

    INTERNAL = "internal"
    RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Box 13, at the foot of page 1: where the body is reached."""

    address: str = ""
    email: str = ""
    website: str = ""
    telephone: str = ""
    fax: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of one paper; none by default."""

    secrecy: Secrecy | None = None
    urgency: Urgency | None = None
    circulation: Circulation | None = None
    drafter: str = ""
    """Box 12: initials of the drafter, "PL"."""
    copies: int | None = None
    """How many copies are issued, printed behind the initials."""
    contact: Contact = Contact()


@dataclass(frozen=True, slots=True)
class Stamp:
    """A framed word under the number of a paper."""

    text: str
    width: float
    red: bool = True
    double: bool = False
    """Two frames, one millimetre apart."""


UNMARKED: Final = Marks()
_STAMPS: Final[dict[Secrecy | Urgency | Circulation, Stamp]] = {
    Secrecy.CONFIDENTIAL: Stamp("MẬT", 20, double=True),
    Secrecy.SECRET: Stamp("TỐI MẬT", 30, double=True),
    Secrecy.TOP_SECRET: Stamp("TUYỆT MẬT", 40, double=True),
    Urgency.URGENT: Stamp("KHẨN", 20),
    Urgency.VERY_URGENT: Stamp("THƯỢNG KHẨN", 40),
    Urgency.IMMEDIATE: Stamp("HỎA TỐC", 30),
    Circulation.INTERNAL: Stamp("LƯU HÀNH NỘI BỘ", 50, red=False),
    Circulation.RETURN: Stamp("XEM XONG TRẢ LẠI", 52, red=False),
}


def stamps(marks: Marks) -> tuple[Stamp, ...]:
    """Return the framed words of a paper in the order of their boxes."""
    given = (marks.secrecy, marks.urgency, marks.circulation)
    return tuple(_STAMPS[mark] for mark in given if mark)


def drafter_mark(marks: Marks) -> str:
    """Return "PL.(300)": initials in capitals, then the number of copies.

    Raises:
        DocumentError: copies without initials, or fewer than one.
    """
    if marks.copies is None:
        return marks.drafter.upper()
    if not marks.drafter:
        raise DocumentError(
            "Văn bản ghi số lượng bản mà thiếu ký hiệu người soạn thảo; hãy ghi chữ tắt tên người "
            "soạn thảo, như “PL”."
        )
    if marks.copies < 1:
        raise DocumentError(
            f"Số lượng bản phát hành là {marks.copies}; hãy ghi một số từ 1 trở lên."
        )
    return f"{marks.drafter.upper()}.({marks.copies})"


def contact_line(contact: Contact) -> str:
    """Return the line at the foot of page 1, empty where nothing is known."""
    told = (
        ("Địa chỉ", contact.address),
        ("Điện thoại", _whole(contact.telephone)),
        ("Fax", _whole(contact.fax)),
        ("Thư điện tử", contact.email),
        ("Trang thông tin điện tử", contact.website),
    )
    return "; ".join(f"{_whole(name)}: {value}" for name, value in told if value)


def _whole(text: str) -> str:
    """Return a text that no line end tears."""
    return text.replace(" ", "\u00a0")
