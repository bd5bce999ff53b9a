"""One line of the page of today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.nominations.models import Nomination


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do now."""

    sentence: str
    url: str
    verb: str
    icon: str
    state: str = "waiting"
    detail: str = ""
    due_on: dt.date | None = None


def first_names(rows: Sequence[Nomination]) -> str:
    """Return the first three of those a line is about."""
    return ", ".join(each.recipient.name for each in rows[:3])
