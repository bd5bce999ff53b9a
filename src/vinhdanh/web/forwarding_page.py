"""What waits to be sent up, as its page shows it: by who decides, each row with its papers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.decisions.forwarding_dossier import by_level, papers_of
from vinhdanh.decisions.forwarding_papers import items_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Sequence

    from vinhdanh.decisions.forwarding_dossier import AskedPaper
    from vinhdanh.nominations.models import Nomination


@dataclass(frozen=True, slots=True)
class Tick:
    """A paper to be ticked; its value names the nomination as well."""

    paper: AskedPaper
    value: str


@dataclass(frozen=True, slots=True)
class Row:
    """A nomination that waits."""

    nomination: Nomination
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What one deciding level decides: one letter."""

    decider: str
    rows: tuple[Row, ...]


def waiting_groups(waiting: Iterable[Nomination], *, as_of: dt.date) -> list[Group]:
    """Return what waits by who decides it, with the papers the law asks for."""
    rows = list(waiting)
    items = items_of(rows)

    def row(one: Nomination) -> Row:
        asked = papers_of(one, items.get(one.pk), as_of=as_of)
        return Row(one, tuple(Tick(each, f"{one.pk}:{each.id}") for each in asked))

    return [
        Group(level.words if level else "", tuple(row(one) for one in some))
        for level, some in by_level(rows, as_of=as_of).items()
    ]


def ticks_of(groups: Sequence[Group]) -> list[Tick]:
    """Return every paper of a page."""
    return [tick for group in groups for row in group.rows for tick in row.ticks]


def by_nomination(values: Collection[str]) -> dict[int, set[str]]:
    """Return the ids of the ticked papers by nomination."""
    found: dict[int, set[str]] = defaultdict(set)
    for value in values:
        pk, _, paper = value.partition(":")
        found[int(pk)].add(paper)
    return found
