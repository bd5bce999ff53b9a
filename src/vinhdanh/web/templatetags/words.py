"""Dates, amounts and honours in words, for templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from vinhdanh.kernel import wording
from vinhdanh.lawbook import Verdict
from vinhdanh.nominations.enums import LawVerdict, NominationState
from vinhdanh.web.law_lines import PILLS
from vinhdanh.web.pages import STATE_PILLS

if TYPE_CHECKING:
    import datetime as dt

register = template.Library()


@register.filter
def day(date: dt.date | None) -> str:
    """Return 24/06/2024; nothing for no date."""
    return wording.day(date) if date else ""


@register.filter
def weekday(date: dt.date) -> str:
    """Return Thứ Hai, 24/06/2024."""
    return wording.weekday(date)


@register.filter
def money(amount: int | None) -> str:
    """Return 2.530.000 đ; a dash for no amount."""
    return wording.money(amount) if amount is not None else "–"


@register.filter
def days_left(date: dt.date, today: dt.date) -> int:
    """Return the calendar days from today to a date, negative when it has passed."""
    return (date - today).days


@register.filter
def in_words(number: int) -> str:
    """Return a number up to ten in words."""
    return wording.count(number)


@register.filter
def state_pill(state: str) -> str:
    """Return the kind of pill for a nomination's state."""
    return STATE_PILLS[NominationState(state)]


@register.filter
def law_pill(verdict: str) -> str:
    """Return the kind of pill for what the law says."""
    return PILLS[Verdict(verdict)]


@register.filter
def law_words(verdict: str) -> str:
    """Return what the law says, in words."""
    return LawVerdict(verdict).label
