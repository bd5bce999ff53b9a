"""Whom a report of achievement is about: a person, or a collective or household."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import dates
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kinds.achievement import DOTS, said
from vinhdanh.documents.model import Block, paragraph

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

_PERSON: Final = "NGƯỜI BÁO CÁO THÀNH TÍCH"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person's particulars in the order of the form; what is empty prints dots."""

    name: str
    other_names: str = ""
    born: dt.date | None = None
    birth_year: int | None = None
    """Where only the year is known."""
    sex: str = ""
    ethnicity: str = ""
    religion: str = ""
    home: str = ""
    residence: str = ""
    workplace: str = ""
    post: str = ""
    """Posts in the Party, the government, mass organisations."""
    training: str = ""
    """Professional and political training."""
    distinctions: str = ""
    """Academic rank and degree, titles, prizes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective:
    """A unit, a village or a household; only its name and address are asked for."""

    name: str
    address: str = ""
    phone: str = ""
    founded: str = ""
    staff: str = ""
    leader: str = ""
    """Who signs the report for it."""
    leader_line: str = "THỦ TRƯỞNG ĐƠN VỊ"
    """Over the signature: "TRƯỞNG THÔN", "ĐẠI DIỆN HỘ GIA ĐÌNH"."""


def person_lines(person: Person, *, is_full: bool = True) -> Iterator[Block]:
    """Write the particulars; only a full set asks for training and distinctions not known."""
    yield said("Họ và tên", person.name)
    if person.other_names:
        yield said("Bí danh, tên gọi khác", person.other_names)
    yield paragraph(
        f"Sinh ngày, tháng, năm: {_born(person)}. Giới tính: {person.sex or DOTS}. "
        f"Dân tộc: {person.ethnicity or DOTS}. Tôn giáo: {person.religion or DOTS}",
        label="-",
    )
    yield said("Quê quán", person.home)
    yield said("Nơi thường trú", person.residence)
    yield said("Cơ quan, địa phương công tác", person.workplace)
    yield said("Chức vụ (Đảng, chính quyền, đoàn thể)", person.post)
    if is_full or person.training:
        yield said("Trình độ chuyên môn, nghiệp vụ, lý luận chính trị", person.training)
    if is_full or person.distinctions:
        yield said("Học hàm, học vị, danh hiệu, giải thưởng", person.distinctions)


def _born(person: Person) -> str:
    if person.born:
        return dates.short_date(person.born)
    return str(person.birth_year) if person.birth_year else DOTS


def collective_lines(collective: Collective) -> Iterator[Block]:
    """Write name and address, and what else is known."""
    yield said("Tên tập thể", collective.name)
    yield said("Địa chỉ", collective.address)
    more = (
        ("Điện thoại", collective.phone),
        ("Năm thành lập", collective.founded),
        ("Tổng số thành viên", collective.staff),
    )
    yield from (said(name, value) for name, value in more if value)


def subject_lines(person: Person | None, collective: Collective | None) -> Iterator[Block]:
    """Write the one subject of a report.

    Raises:
        DocumentError: there is none, or there are two.
    """
    if person and not collective:
        yield from person_lines(person, is_full=False)
    elif collective and not person:
        yield from collective_lines(collective)
    else:
        raise DocumentError(
            "Báo cáo thành tích là của một cá nhân (person) hoặc một tập thể (collective); "
            "hãy điền đúng một trong hai."
        )


def subject_name(person: Person | None, collective: Collective | None) -> str:
    """Return whose report it is."""
    return "".join(one.name for one in (person, collective) if one)


def signing_line(person: Person | None, collective: Collective | None) -> tuple[str, str]:
    """Return the line over the reporter's signature and the reporter's name."""
    if collective:
        return collective.leader_line.upper(), collective.leader
    return _PERSON, person.name if person else ""
