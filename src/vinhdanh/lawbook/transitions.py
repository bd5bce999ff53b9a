"""Which day's text a file follows: the day asked, or the one before a change it outlived."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook.library import refuse_moment

if TYPE_CHECKING:
    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.rules import Rule, Transition
    from vinhdanh.lawbook.rules.procedure import Topic

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Applied:
    """A transition that holds a file back."""

    day: dt.date
    """The last day of the earlier text."""
    text: str
    citation: Citation
    favourable: bool


def law_day(
    corpus: Corpus,
    topic: Topic,
    *,
    honour: str,
    as_of: dt.date,
    received: dt.date | None,
    province: str = "",
) -> tuple[dt.date, Applied | None]:
    """Return the day whose text applies to one topic, and the transition that says so.

    Args:
        corpus: the law.
        topic: what is asked of the law.
        honour: slug; some transitions speak of one honour only.
        as_of: day of the decision.
        received: day the file was received for appraisal, None for a new file.
        province: slug of the province whose own transitions count as well.
    """
    if received is None:
        return as_of, None
    held = [
        one
        for one in _outlived(corpus, honour, as_of, received, province)
        if topic in one.content.keeps
    ]
    return (held[0].content.at - DAY, _applied(held[0])) if held else (as_of, None)


def held_back(
    corpus: Corpus, *, honour: str, as_of: dt.date, received: dt.date | None, province: str = ""
) -> tuple[Applied, ...]:
    """Return every transition that holds some part of a file back, the first change first."""
    if received is None:
        return ()
    return tuple(
        _applied(one)
        for one in _outlived(corpus, honour, as_of, received, province)
        if one.content.keeps
    )


def _outlived(
    corpus: Corpus, honour: str, as_of: dt.date, received: dt.date, province: str
) -> list[Rule[Transition]]:
    """Return the transitions of changes between receipt and decision, by their day."""
    refuse_moment(as_of)
    refuse_moment(received)
    return [
        rule
        for rule in corpus.transitions
        if rule.province in ("", province)
        and received < rule.content.at <= as_of
        and (not rule.content.honours or honour in rule.content.honours)
    ]


def _applied(rule: Rule[Transition]) -> Applied:
    told = rule.content
    return Applied(told.at - DAY, told.text, rule.citation, told.favourable)
