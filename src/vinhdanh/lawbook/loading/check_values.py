"""Numbers, shares and days of the year that a type alone does not prove."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import TYPE_CHECKING

from vinhdanh.lawbook.loading.faults import error
from vinhdanh.lawbook.rules import CouncilRule, Deadline
from vinhdanh.lawbook.rules.procedure import Unit

if TYPE_CHECKING:
    from vinhdanh.lawbook.library import Corpus
    from vinhdanh.lawbook.rules import Content, Rule

LEAP_YEAR = 2024


def check_values(corpus: Corpus) -> None:
    """Raise CorpusError for a value that cannot be."""
    for rule in corpus.rules:
        if isinstance(rule.content, CouncilRule) and rule.content.share is not None:
            _check_share(rule, rule.content.share)
        if isinstance(rule.content, Deadline):
            _check_deadline(rule, rule.content)


def _check_share(rule: Rule[Content], share: str) -> None:
    try:
        value = Fraction(share)
    except (ValueError, ZeroDivisionError):
        value = Fraction(0)
    if not 0 < value <= 1:
        raise error(rule, "share", f"{share!r} is no share.", "write it as 2/3.")


def _check_deadline(rule: Rule[Content], one: Deadline) -> None:
    if (one.unit is Unit.DATE) != (one.date is not None):
        fix = "write `unit: date` and `date: MM-DD`, or neither."
        raise error(rule, "date", "a day of the year and its unit go together.", fix)
    if one.date is not None:
        try:
            dt.date.fromisoformat(f"{LEAP_YEAR}-{one.date}")
        except ValueError:
            fix = "write it as 12-10, in quotes."
            raise error(rule, "date", f"{one.date!r} is no day of a year.", fix) from None
    if one.value is None and one.date is None and rule.unconfirmed is None:
        fix = "write it, or say why not in `needs_confirmation`."
        raise error(rule, "value", "this time limit names no time.", fix)
