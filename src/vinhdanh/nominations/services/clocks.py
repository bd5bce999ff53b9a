"""Keeping the day by which a nomination's present step must be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.nominations.deadlines import limit_now
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


def set_clock(nomination: Nomination, *, as_of: dt.date) -> None:
    """Start the clock of the state a nomination just came to; saving it is the caller's."""
    nomination.state_since = as_of
    if nomination.state == NominationState.SENT:
        nomination.arrived_on = as_of
    limit = limit_now(nomination, as_of=as_of)
    nomination.due_on = limit.due_on if limit else None


def set_clocks(nominations: Iterable[Nomination], *, as_of: dt.date) -> None:
    """Ask the law anew for the last days of some nominations, where other rules came to count."""
    rows = list(nominations)
    for each in rows:
        limit = limit_now(each, as_of=as_of)
        each.due_on = limit.due_on if limit else None
    Nomination.objects.bulk_update(rows, ["due_on"], batch_size=500)
