"""What every rule carries: where it stands, from when to when, how sure it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

    from vinhdanh.lawbook.citations import Citation


class Content(Protocol):
    """What a rule says; what it settles has one version only on any day."""

    def settles(self) -> tuple[Hashable, ...]:
        """Return the subjects this rule settles; empty where many rules may stand together."""
        ...


C_co = TypeVar("C_co", bound=Content, covariant=True)


@dataclass(frozen=True, slots=True)
class Rule(Generic[C_co]):
    """One machine-readable statement of one article, in force between two days (inclusive)."""

    kind: str
    content: C_co
    article_id: str
    citation: Citation
    since: dt.date
    until: dt.date | None
    unconfirmed: str | None
    """Why a person must confirm it (Vietnamese), or None where the text was read."""
    province: str
    """Slug of the province whose overlay it belongs to; empty for national rules."""
    tightens: bool
    left_to_province: bool
    file: str
    line: int

    def is_in_force(self, day: dt.date) -> bool:
        """Tell whether the rule stands on a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def overlaps(self, other: Rule[Any]) -> bool:
        """Tell whether both stand on some day."""
        return (self.until is None or other.since <= self.until) and (
            other.until is None or self.since <= other.until
        )
