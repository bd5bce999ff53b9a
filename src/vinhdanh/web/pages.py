"""Small facts that several pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.nominations.enums import NominationState as State

if TYPE_CHECKING:
    from django.http import HttpRequest

ROWS = 50
"""Rows of a table page."""
MOST_DIGITS = 18
"""Of a key: what every database can hold."""

STATE_PILLS = {
    State.DRAFT: "neutral",
    State.SENT: "waiting",
    State.RECEIVED: "waiting",
    State.IN_APPRAISAL: "waiting",
    State.RETURNED: "care",
    State.WITHDRAWN: "neutral",
    State.APPRAISED: "info",
    State.BEFORE_COUNCIL: "waiting",
    State.DEFERRED: "care",
    State.APPROVED: "good",
    State.NOT_APPROVED: "stop",
    State.FORWARDED: "waiting",
    State.RETURNED_ABOVE: "care",
    State.REFUSED_ABOVE: "stop",
    State.DECIDED: "good",
}


def number_in(text: str) -> int:
    """Return a whole number as a form sends it; 0, which nothing has, where it is none."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else 0


def sent_number(request: HttpRequest, name: str) -> int:
    """Return a number a form carries along; 0, which nothing has, where it is none."""
    return number_in(request.POST.get(name, ""))


def sent_numbers(request: HttpRequest, name: str) -> list[int]:
    """Return the numbers a form carries along under one name, without what is none."""
    return [each for each in map(number_in, request.POST.getlist(name)) if each]
