"""Finding nominations among many: by words, state, kind, unit, honour, lateness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.kernel.text import fold, has_marks, one_spelling, squeeze
from vinhdanh.nominations.deadlines import HERE
from vinhdanh.nominations.enums import NominationState

if TYPE_CHECKING:
    import datetime as dt

    from django.db.models import QuerySet

    from vinhdanh.nominations.models import Nomination

LATE_STATES = (*HERE, NominationState.FORWARDED)
"""States in which a day may pass without an answer."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a list; empty fields ask nothing."""

    words: str = ""
    state: str = ""
    kind: str = ""
    unit: int | None = None
    honour: str = ""
    is_late: bool = False


def wanted(
    nominations: QuerySet[Nomination], asked: Wanted, *, as_of: dt.date
) -> QuerySet[Nomination]:
    """Keep what is asked for; a word without diacritics finds all ways of writing it."""
    found = _worded(nominations, asked.words)
    if asked.state:
        found = found.filter(state=asked.state)
    if asked.kind:
        found = found.filter(submission__kind=asked.kind)
    if asked.unit:
        found = found.filter(submission__unit=asked.unit)
    if asked.honour:
        found = found.filter(honour=asked.honour)
    if asked.is_late:
        found = found.filter(due_on__lt=as_of, state__in=LATE_STATES)
    return found


def _worded(found: QuerySet[Nomination], words: str) -> QuerySet[Nomination]:
    for word in squeeze(words).split():
        found = found.filter(folded__contains=f" {fold(word)}")
        if has_marks(word):
            found = found.filter(exact__contains=f" {one_spelling(word)}")
    return found
