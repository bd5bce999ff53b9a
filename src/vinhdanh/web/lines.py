"""One line of the page of today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


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
