"""What a person could be proposed for, by what the records hold today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from vinhdanh.lawbook import LawbookError, Verdict, default_corpus, outlook
from vinhdanh.lawbook.rules import Honour
from vinhdanh.nominations.facts import facts_supposed
from vinhdanh.nominations.sources import honours_held

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.lawbook.prospects import Prospect
    from vinhdanh.organizations.models import Recipient

SHOWN: Final = 4
"""The nearest of each kind; the rest is for the command line."""


@dataclass(frozen=True, slots=True)
class Chance:
    """One honour, with the article of its standard."""

    prospect: Prospect
    citation: str


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is within reach now, and next year; the nearest last."""

    year: int
    now: Sequence[Chance]
    soon: Sequence[Chance]


def outlook_of(recipient: Recipient, *, year: int, as_of: dt.date) -> Outlook | None:
    """Return a person's outlook, the lists of the records supposed whole.

    None for units and households, and for a day no text covers.
    """
    if recipient.person is None:
        return None
    facts = facts_supposed(
        recipient,
        year=year,
        as_of=as_of,
        honours=honours_held([recipient.pk]).get(recipient.pk, ()),
    )
    try:
        found = outlook(facts, as_of, recipient.body.province)
    except LawbookError:
        return None
    rules = default_corpus().on(as_of, recipient.body.province).all(Honour)
    cited = {rule.content.slug: str(rule.citation) for rule in rules}
    now = [each for each in found if each.verdict is Verdict.MET]
    soon = [each for each in found if each.next_year and each not in now]
    return Outlook(
        year,
        [Chance(each, cited.get(each.honour, "")) for each in now[-SHOWN:]],
        [Chance(each, cited.get(each.honour, "")) for each in soon[-SHOWN:]],
    )
