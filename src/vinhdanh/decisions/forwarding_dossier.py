"""What the law asks of a case that goes up: who decides it, and which papers it must hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from vinhdanh.kernel.text import fold
from vinhdanh.lawbook import LawbookError, Level, dossier
from vinhdanh.lawbook import honour as honour_on
from vinhdanh.nominations.enums import CommendationKind, Procedure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vinhdanh.councils.models import AgendaItem
    from vinhdanh.lawbook.rules import DossierItem, Rule
    from vinhdanh.nominations.models import Nomination

LETTERS: Final = frozenset({"to-trinh", "to-trinh-don-gian"})
"""Written by the sending itself."""
REPORTS: Final = frozenset({"bao-cao-thanh-tich", "tom-tat-thanh-tich"})
MINUTES: Final = frozenset({"bien-ban-binh-xet", "bien-ban-xet-khen-thuong"})


DISTRICTS_END: Final = dt.date(2025, 7, 1)
"""From then on the province is a commune's superior (Law 72/2025/QH15)."""


@dataclass(frozen=True, slots=True)
class AskedPaper:
    """A paper the law asks for with one case."""

    id: str
    name: str
    source: str
    """The article."""
    is_there: bool
    """As the records show; a person may know of more."""
    is_needed: bool
    """False for what the law asks only in cases this one is not."""


def level_of(row: Nomination, *, as_of: dt.date) -> Level | None:
    """Return who decides an honour, None where the law of the day does not say."""
    try:
        return honour_on(row.honour, as_of=as_of, province=row.body.province).authority.level
    except LawbookError:
        return None


def by_level(rows: Iterable[Nomination], *, as_of: dt.date) -> dict[Level | None, list[Nomination]]:
    """Return the cases of each deciding level, which get a letter each; their order is kept."""
    found: dict[Level | None, list[Nomination]] = {}
    for row in rows:
        found.setdefault(level_of(row, as_of=as_of), []).append(row)
    return found


def decider_above(superior: str, level: Level | None, *, as_of: dt.date) -> str:
    """Return who decides, where the superior only passes the files on; else nothing."""
    if level in (None, Level.DISTRICT_CHAIR):
        return ""
    is_province = as_of >= DISTRICTS_END or "tinh" in fold(superior).split()
    if level is Level.PROVINCE_CHAIR and is_province:
        return ""
    return level.words.replace("UBND", "Ủy ban nhân dân")


def papers_of(
    row: Nomination, item: AgendaItem | None, *, as_of: dt.date
) -> tuple[AskedPaper, ...]:
    """Return the papers one case must hold besides the letter, nothing where no text names any.

    Args:
        row: with its report, initiatives and list.
        item: what the council approved, with its meeting's minutes.
        as_of: the day it goes up.
    """
    asked = _asked(row.honour, as_of, row.arrived_on, Procedure(row.procedure), row.body.province)
    return tuple(
        AskedPaper(
            rule.content.id,
            rule.content.name,
            str(rule.citation),
            is_there=_is_there(rule.content.id, row, item),
            is_needed=_is_needed(rule.content.id, row),
        )
        for rule in asked
        if rule.content.id not in LETTERS
    )


def missing_in(
    papers: Mapping[int, Sequence[AskedPaper]], ticked: Mapping[int, Iterable[str]] | None
) -> dict[int, list[str]]:
    """Return the names of the papers each case lacks.

    Args:
        papers: what is asked of each case, by nomination.
        ticked: the ids a person says are there; None where the records are to say it.
    """
    missing = {}
    for pk, asked in papers.items():
        there = {each.id for each in asked if each.is_there}
        if ticked is not None:
            there = set(ticked.get(pk, ()))
        missing[pk] = [each.name for each in asked if each.is_needed and each.id not in there]
    return missing


@lru_cache(maxsize=256)
def _asked(
    honour: str, as_of: dt.date, received: dt.date | None, procedure: Procedure, province: str
) -> tuple[Rule[DossierItem], ...]:
    try:
        return tuple(
            dossier(
                honour,
                as_of=as_of,
                received=received,
                simplified=procedure is Procedure.SIMPLIFIED,
                province=province,
            )
        )
    except LawbookError:
        return ()


def _is_there(paper: str, row: Nomination, item: AgendaItem | None) -> bool:
    if paper in REPORTS:
        return hasattr(row, "achievement_report")
    if paper in MINUTES:
        return item is not None and bool(item.meeting.minutes.all())
    return False


def _is_needed(paper: str, row: Nomination) -> bool:
    if paper == "chung-nhan-sang-kien":
        return bool(row.initiatives.all())
    if paper == "chung-nhan-thanh-tich-dot-xuat":
        return row.submission.kind == CommendationKind.SUDDEN
    return True
