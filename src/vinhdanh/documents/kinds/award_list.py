"""The list of people, collectives and households that goes with an award decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.documents import numbers
from vinhdanh.documents.model import Column, GroupRow, Row, Table
from vinhdanh.kernel.text import initial_capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    Groups = tuple[tuple[str, tuple["AwardRecipient", ...]], ...]

_WIDE_FROM: Final = 6
_NAME_HEADS: Final = {
    "cá nhân": "Họ\u00a0và\u00a0tên",
    "tập thể": "Tên\u00a0tập\u00a0thể",
    "hộ gia đình": "Chủ\u00a0hộ",
}
_PLACE_HEADS: Final = {
    "cá nhân": "Chức vụ, đơn vị",
    "tập thể": "Địa\u00a0chỉ",
    "hộ gia đình": "Địa\u00a0chỉ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardRecipient:
    """One honoured person, collective or household."""

    name: str
    place: str
    """Post and unit of a person, address of a collective or household."""
    honour: str
    achievement: str = ""
    prize: int | None = None
    """Money in đồng, none where the award carries none."""
    prize_later: bool = False
    """Whether money goes with it whose amount somebody has yet to settle."""
    salutation: str = ""
    """"ông", "bà" or nothing, used where a decision names its only recipient."""


def award_list(groups: Groups) -> tuple[Table, bool]:
    """Return the list and whether it needs the page across.

    Columns nobody fills (achievement, money) are left out.
    """
    present = tuple((word, members) for word, members in groups if members)
    everyone = [one for _word, members in present for one in members]
    with_merit = any(one.achievement for one in everyone)
    with_money = any(one.prize or one.prize_later for one in everyone)
    columns = tuple(_columns(present, with_merit=with_merit, with_money=with_money))
    rows = tuple(_rows(present, with_merit=with_merit, with_money=with_money))
    return Table(columns=columns, rows=rows), len(columns) >= _WIDE_FROM


def _columns(groups: Groups, *, with_merit: bool, with_money: bool) -> Iterator[Column]:
    words = [word for word, _members in groups]
    yield Column("STT", 11, "center")
    yield Column(_head(words, _NAME_HEADS), 44)
    yield Column(_head(words, _PLACE_HEADS), 48)
    yield Column("Danh\u00a0hiệu, hình\u00a0thức", 34, "center")
    if with_merit:
        yield Column("Thành tích", 74)
    if with_money:
        yield Column("Mức thưởng (đồng)", 28, "right")


def _head(words: list[str], heads: dict[str, str]) -> str:
    titles = dict.fromkeys(heads[word] for word in words)
    return "\u00a0/ ".join(titles)


def _rows(groups: Groups, *, with_merit: bool, with_money: bool) -> Iterator[Row | GroupRow]:
    for order, (word, members) in enumerate(groups, start=1):
        yield GroupRow(f"{numbers.roman(order)}. {initial_capital(word)} ({len(members)})")
        for at, one in enumerate(members, start=1):
            cells = [str(at), one.name, one.place, one.honour]
            cells += [one.achievement] if with_merit else []
            cells += [_prize(one)] if with_money else []
            yield Row(tuple(cells))
    if with_money:
        yield _total(groups, with_merit=with_merit)


def _prize(one: AwardRecipient) -> str:
    if one.prize:
        return numbers.grouped(one.prize)
    return "xác định sau" if one.prize_later else ""


def _total(groups: Groups, *, with_merit: bool) -> Row:
    total = sum(one.prize or 0 for _word, members in groups for one in members)
    blank = ["", ""] + ([""] if with_merit else [])
    later = any(one.prize_later for _word, members in groups for one in members)
    label = "Tổng cộng, chưa kể mức xác định sau" if later else "Tổng cộng"
    return Row(("", label, *blank, numbers.grouped(total)), bold=True)
