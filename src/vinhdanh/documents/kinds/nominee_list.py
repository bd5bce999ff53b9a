"""The list of those proposed for an honour, with what they did and how the vote went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.model import Column, GroupRow, Row, Table
from vinhdanh.kernel.text import initial_capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    Groups = tuple[tuple[str, tuple["Nominee", ...]], ...]

_COLUMNS: Final = (
    Column("STT", 12, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 46),
    Column("Chức vụ, đơn vị, địa chỉ", 48),
    Column("Tóm tắt thành tích", 82),
    Column("Danh hiệu, hình thức đề nghị", 34, "center"),
)
_VOTES: Final = Column("Kết\u00a0quả biểu\u00a0quyết", 30, "center")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """One person, collective or household proposed."""

    name: str
    place: str
    """Post and unit of a person, address of a collective or household."""
    honour: str
    achievement: str
    votes_for: int | None = None
    votes_of: int | None = None
    """Votes for it, of how many; none where no vote is told."""


def groups_of(
    individuals: tuple[Nominee, ...],
    collectives: tuple[Nominee, ...],
    households: tuple[Nominee, ...],
) -> Groups:
    """Return the groups that have a member, each under its word."""
    given = (("cá nhân", individuals), ("tập thể", collectives), ("hộ gia đình", households))
    return tuple((word, members) for word, members in given if members)


def nominee_table(groups: Groups) -> Table:
    """Return the list; without any vote it has no column of votes."""
    with_votes = any(one.votes_of for _word, members in groups for one in members)
    columns = (*_COLUMNS, _VOTES) if with_votes else _COLUMNS
    return Table(columns=columns, rows=tuple(_rows(groups, with_votes=with_votes)))


def _rows(groups: Groups, *, with_votes: bool) -> Iterator[Row | GroupRow]:
    for order, (word, members) in enumerate(groups, start=1):
        yield GroupRow(f"{numbers.roman(order)}. {initial_capital(word)} ({len(members)})")
        for at, one in enumerate(members, start=1):
            cells = (str(at), one.name, one.place, one.achievement, one.honour)
            yield Row((*cells, _votes(one)) if with_votes else cells)


def _votes(one: Nominee) -> str:
    if one.votes_for is None or not one.votes_of:
        return ""
    return f"{one.votes_for}/{one.votes_of} ({numbers.percent(one.votes_for, one.votes_of)})"
