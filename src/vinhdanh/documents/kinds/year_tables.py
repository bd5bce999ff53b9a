"""Tables behind a report: movements, awards by form and object, money of the fund."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.model import Column, GroupRow, HeadCell, Row, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOVEMENTS: Final = (
    Column("STT", 13, "center"),
    Column("Tên phong trào thi đua", 52),
    Column("Cơ quan phát\u00a0động", 32),
    Column("Thời gian", 26, "center"),
    Column("Tập thể tham\u00a0gia", 21, "center"),
    Column("Cá nhân tham\u00a0gia", 21, "center"),
)
_AWARDS: Final = (
    Column("STT", 13, "center"),
    Column("Danh hiệu, hình thức khen thưởng", 48),
    Column("Tổng số", 16, "center"),
    Column("Tập thể", 18, "center"),
    Column("Hộ gia\u00a0đình", 18, "center"),
    Column("Tổng", 16, "center"),
    Column("Nữ", 13, "center"),
    Column("Trực tiếp lao\u00a0động", 23, "center"),
)
_PEOPLE: Final = slice(5, 8)
_FUND: Final = (
    Column("STT", 13, "center"),
    Column("Nội dung", 82),
    Column("Số tiền (đồng)", 34, "right"),
    Column("Ghi chú", 36),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementCount:
    """A movement of the year and how many took part."""

    name: str
    launched_by: str
    period: str = ""
    collectives: int | None = None
    individuals: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardCount:
    """How many received one title or form; women and direct workers are among individuals."""

    honour: str
    collectives: int = 0
    households: int = 0
    individuals: int = 0
    women: int = 0
    direct_workers: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FundLine:
    """Money that came in or went out."""

    content: str
    amount: int
    is_income: bool = False
    note: str = ""


def movement_table(movements: tuple[MovementCount, ...]) -> Table:
    """Return the movements of a year."""
    return Table(
        _MOVEMENTS,
        tuple(
            Row((str(at), one.name, one.launched_by, one.period, *_both(one)))
            for at, one in enumerate(movements, start=1)
        ),
    )


def _both(one: MovementCount) -> tuple[str, str]:
    return _count(one.collectives), _count(one.individuals)


def _count(value: int | None) -> str:
    return "" if value is None else numbers.grouped(value)


def award_table(awards: tuple[AwardCount, ...]) -> Table:
    """Return how many were awarded, by form, with the sum of each column."""
    titles = [column.title for column in _AWARDS]
    top = (
        *(HeadCell(title, rows=2) for title in titles[: _PEOPLE.start]),
        HeadCell("Cá nhân", columns=3),
    )
    rows = [
        Row((str(at), one.honour, *map(numbers.grouped, _figures(one))))
        for at, one in enumerate(awards, start=1)
    ]
    sums = [sum(column) for column in zip(*map(_figures, awards), strict=True)]
    rows.append(Row(("", "Tổng cộng", *map(numbers.grouped, sums)), bold=True))
    head = (top, tuple(HeadCell(title) for title in titles[_PEOPLE]))
    return Table(_AWARDS, tuple(rows), head=head)


def _figures(one: AwardCount) -> tuple[int, ...]:
    total = one.collectives + one.households + one.individuals
    groups = (one.collectives, one.households, one.individuals)
    return (total, *groups, one.women, one.direct_workers)


def fund_table(lines: tuple[FundLine, ...]) -> Table:
    """Return what came in, what went out and what is left."""
    income = tuple(one for one in lines if one.is_income)
    spent = tuple(one for one in lines if not one.is_income)
    left = _total(income) - _total(spent)
    sign = "" if left >= 0 else "-"
    rows = (
        *_part("I. Thu", income, "Tổng thu"),
        *_part("II. Chi", spent, "Tổng chi"),
        Row(("", "Còn lại (thu trừ chi)", f"{sign}{numbers.grouped(abs(left))}", ""), bold=True),
    )
    return Table(_FUND, rows)


def _total(lines: tuple[FundLine, ...]) -> int:
    return sum(one.amount for one in lines)


def _part(title: str, lines: tuple[FundLine, ...], total: str) -> Iterator[Row | GroupRow]:
    yield GroupRow(title)
    for at, one in enumerate(lines, start=1):
        yield Row((str(at), one.content, numbers.grouped(one.amount), one.note))
    yield Row(("", total, numbers.grouped(_total(lines)), ""), bold=True)
