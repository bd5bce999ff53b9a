"""Which day's text a file follows: the day asked, or the one before a change it outlived."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook.library import refuse_moment
from vinhdanh.lawbook.rules import Transition

if TYPE_CHECKING:
    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.rules.procedure import Topic


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
    refuse_moment(as_of)
    refuse_moment(received)
    held = [
        (rule.content, rule.citation)
        for rule in corpus.rules
        if isinstance(rule.content, Transition)
        and rule.province in ("", province)
        and topic in rule.content.keeps
        and received < rule.content.at <= as_of
        and (not rule.content.honours or honour in rule.content.honours)
    ]
    if not held:
        return as_of, None
    told, citation = min(held, key=lambda each: each[0].at)
    day = told.at - dt.timedelta(days=1)
    return day, Applied(day, told.text, citation, told.favourable)
