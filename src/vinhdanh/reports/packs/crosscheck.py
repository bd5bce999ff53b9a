"""Do the papers of a pack name the same people, with the same honours?"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from vinhdanh.kernel.text import fold, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Entry:
    """One recipient as a paper names them."""

    name: str
    honour: str
    prize: int | None = None
    """In đồng, where the paper tells it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one paper says: who, for what."""

    paper: str
    """As a sentence names it: "Biên bản họp"."""
    entries: tuple[Entry, ...]


def disagreements(papers: Sequence[Stated]) -> list[str]:
    """Return one sentence for each place where two papers, one after the other, do not agree.

    Args:
        papers: in the order in which one follows from the other.
    """
    told = [each for one, other in pairwise(papers) for each in _between(one, other)]
    return list(dict.fromkeys(told))


def strangers(part: Stated, whole: Stated) -> list[str]:
    """Return one sentence for each entry of a paper that the paper it rests on does not have."""
    return list(_missing(part, whole))


def _between(one: Stated, other: Stated) -> Iterator[str]:
    if len(one.entries) != len(other.entries):
        yield (
            f"{one.paper} có {len(one.entries)} trường hợp nhưng {other.paper} có"
            f" {len(other.entries)}: hãy đối chiếu hai danh sách."
        )
    yield from _missing(one, other)
    yield from _missing(other, one)
    known = {(each.name, each.honour): each for each in other.entries}
    for entry in one.entries:
        twin = known.get((entry.name, entry.honour))
        if twin and None not in (entry.prize, twin.prize) and entry.prize != twin.prize:
            yield (
                f"Tiền thưởng của {entry.name} là {_money(entry)} trong {one.paper} nhưng là"
                f" {_money(twin)} trong {other.paper}: hãy sửa cho khớp."
            )


def _missing(one: Stated, other: Stated) -> Iterator[str]:
    exact = {(each.name, each.honour) for each in other.entries}
    names = {each.name: each for each in other.entries}
    alike = {_key(each.name): each for each in other.entries}
    for entry in one.entries:
        if (entry.name, entry.honour) in exact:
            continue
        if twin := names.get(entry.name):
            yield (
                f"Danh hiệu của {entry.name} ghi “{entry.honour}” trong {one.paper} nhưng ghi"
                f" “{twin.honour}” trong {other.paper}: hãy sửa cho khớp."
            )
        elif twin := alike.get(_key(entry.name)):
            yield (
                f"Tên ghi “{entry.name}” trong {one.paper} nhưng ghi “{twin.name}” trong"
                f" {other.paper}: hãy viết giống nhau."
            )
        else:
            yield f"{entry.name} có trong {one.paper} nhưng không có trong {other.paper}."


def _key(name: str) -> str:
    return fold(squeeze(name))


def _money(entry: Entry) -> str:
    return f"{entry.prize:,} đ".replace(",", ".")
