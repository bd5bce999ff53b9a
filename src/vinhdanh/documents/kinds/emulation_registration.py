"""Bản đăng ký thi đua: what a unit sets itself for the year, and the titles it aims at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents.kind import Kind
from vinhdanh.documents.kinds.common import Paper
from vinhdanh.documents.kinds.frames import unnumbered
from vinhdanh.documents.kinds.targets import Target, target_table
from vinhdanh.documents.model import (
    Block,
    Column,
    Heading,
    Level,
    OfficialDocument,
    Row,
    Table,
    paragraph,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOVEMENTS: Final = (
    Column("STT", 13, "center"),
    Column("Tên phong trào thi đua", 50),
    Column("Mục tiêu", 50),
    Column("Thời\u00a0gian phát\u00a0động", 26, "center"),
    Column("Thời\u00a0gian tổng\u00a0kết", 26, "center"),
)
_COLLECTIVES: Final = (
    Column("STT", 13, "center"),
    Column("Tên tập thể", 76),
    Column("Danh hiệu thi đua", 38),
    Column("Hình thức khen thưởng", 38),
)
_INDIVIDUALS: Final = (
    Column("STT", 13, "center"),
    Column("Họ và tên", 38),
    Column("Chức vụ, đơn vị", 38),
    Column("Danh hiệu thi đua", 38),
    Column("Hình thức khen thưởng", 38),
)
_INITIATIVES: Final = (
    Column("STT", 13, "center"),
    Column("Họ và tên tác giả", 38),
    Column("Tên sáng kiến, đề tài", 76),
    Column("Lĩnh vực", 38),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredMovement:
    """A movement the unit launches or joins."""

    name: str
    goal: str = ""
    launched: str = ""
    reviewed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredCollective:
    """A collective and what it aims at."""

    name: str
    title: str = ""
    award: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredPerson:
    """A person and what he or she aims at."""

    name: str
    post: str
    title: str = ""
    award: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredInitiative:
    """An initiative that shall stand behind a title."""

    author: str
    name: str
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmulationRegistrationContext:
    """Facts of a unit's registration for one year; recipients of the paper are not printed."""

    paper: Paper
    year: int
    addressees: tuple[str, ...]
    basis: str = ""
    """Opening words: "Căn cứ Kế hoạch số … và nhiệm vụ được giao năm 2024"."""
    movements: tuple[RegisteredMovement, ...] = ()
    targets: tuple[Target, ...] = ()
    collectives: tuple[RegisteredCollective, ...] = ()
    individuals: tuple[RegisteredPerson, ...] = ()
    initiatives: tuple[RegisteredInitiative, ...] = ()


def emulation_registration(context: EmulationRegistrationContext) -> OfficialDocument:
    """Return the registration: movements, targets, titles and awards aimed at, initiatives."""
    paper = context.paper
    return unnumbered(
        paper.office,
        kind_name="BẢN ĐĂNG KÝ THI ĐUA",
        abstract=f"Năm {context.year}",
        addressees=context.addressees,
        blocks=tuple(_body(context)),
        day=paper.date,
        marks=paper.marks,
        year=paper.year or context.year,
        signature=paper.signature,
    )


def _body(context: EmulationRegistrationContext) -> Iterator[Block]:
    basis = context.basis or "Căn cứ chức năng, nhiệm vụ và chỉ tiêu được giao"
    yield paragraph(
        f"{basis.rstrip(' ,;.')}, {context.paper.office.name} đăng ký thi đua năm {context.year} "
        "với các nội dung sau:"
    )
    yield Heading(Level.SECTION, "I.", "CÁC PHONG TRÀO THI ĐUA")
    yield _table(_MOVEMENTS, [(m.name, m.goal, m.launched, m.reviewed) for m in context.movements])
    yield Heading(Level.SECTION, "II.", "CÁC CHỈ TIÊU ĐĂNG KÝ THI ĐUA")
    yield target_table(context.targets, f"Kế hoạch năm {context.year}")
    yield Heading(Level.SECTION, "III.", "DANH HIỆU THI ĐUA, HÌNH THỨC KHEN THƯỞNG")
    yield Heading(Level.CLAUSE, "1.", "Tập thể")
    yield _table(_COLLECTIVES, [(c.name, c.title, c.award) for c in context.collectives])
    yield Heading(Level.CLAUSE, "2.", "Cá nhân")
    yield _table(_INDIVIDUALS, [(p.name, p.post, p.title, p.award) for p in context.individuals])
    if context.initiatives:
        yield Heading(Level.SECTION, "IV.", "SÁNG KIẾN, ĐỀ TÀI")
        yield _table(_INITIATIVES, [(i.author, i.name, i.field) for i in context.initiatives])
    yield paragraph(
        f"{context.paper.office.name} cam kết thực hiện các nội dung đã đăng ký và kính đề nghị "
        f"{_addressee(context)} xem xét, ghi nhận./."
    )


def _addressee(context: EmulationRegistrationContext) -> str:
    return context.addressees[0] if len(context.addressees) == 1 else "cấp trên"


def _table(columns: tuple[Column, ...], rows: list[tuple[str, ...]]) -> Table:
    return Table(columns, tuple(Row((str(at), *cells)) for at, cells in enumerate(rows, start=1)))


KIND: Final = Kind(
    slug="emulation_registration",
    name="Bản đăng ký thi đua",
    context=EmulationRegistrationContext,
    build=emulation_registration,
)
