"""Small facts that several pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.nominations.enums import NominationState as State

if TYPE_CHECKING:
    from django.http import HttpRequest

ROWS = 50
"""Rows of a table page."""

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


def sent_number(request: HttpRequest, name: str) -> int:
    """Return a number a form carries along; 0, which nothing has, where it is none."""
    try:
        return int(request.POST.get(name, ""))
    except ValueError:
        return 0
