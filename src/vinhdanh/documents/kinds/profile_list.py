"""Danh sách trích ngang: who is proposed, each on one row with the particulars asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.model import (
    Block,
    Column,
    HeadCell,
    Heading,
    Level,
    OfficialDocument,
    Row,
    Signature,
    SignatureGrid,
    Table,
    centred,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_PERSON_COLUMNS: Final = (
    Column("TT", 11, "center"),
    Column("Họ và tên", 44),
    Column("Nam", 16, "center"),
    Column("Nữ", 16, "center"),
    Column("Chức vụ, đơn vị", 48),
    Column("Tóm tắt thành tích", 77),
    Column("Đề nghị tặng", 34, "center"),
)
_BIRTH: Final = slice(2, 4)
_GROUP_COLUMNS: Final = (
    Column("Địa chỉ", 50),
    Column("Tóm tắt thành tích", 89),
    Column("Đề nghị tặng", 34, "center"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRow:
    """One person proposed."""

    name: str
    birth: str = ""
    """Year or day of birth, as it prints."""
    is_woman: bool = False
    is_direct_worker: bool = False
    """Counted under the list, as reports ask for it."""
    post: str
    achievement: str
    honour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileGroup:
    """One collective or household proposed."""

    name: str
    address: str
    achievement: str
    honour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileListContext:
    """Facts of the list; the paper's signer signs at the right, whoever wrote it at the left."""

    paper: Paper
    subject: str
    """Second line of the title: "Cá nhân, tập thể đề nghị khen thưởng năm 2024"."""
    reference: str = ""
    """The paper it goes with: "Tờ trình số 05/TTr-UBND ngày …"."""
    individuals: tuple[ProfileRow, ...] = ()
    collectives: tuple[ProfileGroup, ...] = ()
    households: tuple[ProfileGroup, ...] = ()
    writer: str = ""


def profile_list(context: ProfileListContext) -> OfficialDocument:
    """Return the list, across (columns the dossier guides ask for).

    Raises:
        DocumentError: nobody is on it.
    """
    if not (context.individuals or context.collectives or context.households):
        raise DocumentError("Danh sách chưa có ai; hãy thêm cá nhân, tập thể hoặc hộ gia đình.")
    paper = context.paper
    writer = Signature(("NGƯỜI LẬP DANH SÁCH",), context.writer)
    return unnumbered(
        paper.office,
        kind_name="DANH SÁCH TRÍCH NGANG",
        abstract=context.subject,
        blocks=(*_body(context), SignatureGrid((writer, paper.signature))),
        day=paper.date,
        marks=paper.marks,
        year=paper.year,
        landscape=True,
    )


def _body(context: ProfileListContext) -> Iterator[Block]:
    if context.reference:
        yield centred(f"(Kèm theo {context.reference})", italic=True)
    people = (Table(_PERSON_COLUMNS, tuple(_people(context.individuals)), head=_person_head()),)
    parts = (
        ("CÁ NHÂN", context.individuals, people),
        ("TẬP THỂ", context.collectives, (_groups("Tên tập thể", context.collectives),)),
        ("HỘ GIA ĐÌNH", context.households, (_groups("Hộ gia đình", context.households),)),
    )
    for at, (title, members, tables) in enumerate((one for one in parts if one[1]), start=1):
        yield Heading(Level.SECTION, f"{numbers.roman(at)}.", f"{title} ({len(members)})")
        yield from tables
    yield paragraph(_counts(context))


def _person_head() -> tuple[tuple[HeadCell, ...], ...]:
    titles = [column.title for column in _PERSON_COLUMNS]
    top = (
        *(HeadCell(title, rows=2) for title in titles[: _BIRTH.start]),
        HeadCell("Năm sinh", columns=2),
        *(HeadCell(title, rows=2) for title in titles[_BIRTH.stop :]),
    )
    return top, tuple(HeadCell(title) for title in titles[_BIRTH])


def _people(rows: tuple[ProfileRow, ...]) -> Iterator[Row]:
    for at, one in enumerate(rows, start=1):
        birth = ("", one.birth) if one.is_woman else (one.birth, "")
        yield Row((str(at), one.name, *birth, one.post, one.achievement, one.honour))


def _groups(name: str, groups: tuple[ProfileGroup, ...]) -> Table:
    rows = tuple(
        Row((str(at), one.name, one.address, one.achievement, one.honour))
        for at, one in enumerate(groups, start=1)
    )
    columns = (Column("TT", 11, "center"), Column(name, 62), *_GROUP_COLUMNS)
    return Table(columns, rows)


def _counts(context: ProfileListContext) -> str:
    people = context.individuals
    women = numbers.two_digits(sum(one.is_woman for one in people))
    workers = numbers.two_digits(sum(one.is_direct_worker for one in people))
    parts = [
        f"{numbers.two_digits(len(people))} cá nhân (nữ {women}; người trực tiếp lao động "
        f"{workers})"
        if people
        else "",
        f"{numbers.two_digits(len(context.collectives))} tập thể" if context.collectives else "",
        f"{numbers.two_digits(len(context.households))} hộ gia đình" if context.households else "",
    ]
    return f"Danh sách có {'; '.join(filter(None, parts))}."


KIND: Final = Kind(
    slug="profile_list",
    name="Danh sách trích ngang đề nghị khen thưởng",
    context=ProfileListContext,
    build=profile_list,
)
