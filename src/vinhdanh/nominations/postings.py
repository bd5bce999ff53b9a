"""How long the law asks a list to be posted before it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.lawbook import CalendarError, LawbookError, add_days, add_working_days, deadlines
from vinhdanh.lawbook.rules.procedure import Stage, Unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

USUAL_DAYS = 7
"""Calendar days proposed where no text read names a number."""


@dataclass(frozen=True, slots=True)
class PostingRule:
    """A text that asks for posting; days is None where it was not read."""

    honour: str
    what: str
    days: int | None
    counts_working_days: bool
    source: str

    def first_end(self, start: dt.date) -> dt.date | None:
        """Return the earliest last day of a posting that begins on a day, None if unknown."""
        if self.days is None:
            return None
        try:
            count = add_working_days if self.counts_working_days else add_days
            return count(start, self.days)
        except CalendarError:
            return None


def posting_rules(
    honours: Iterable[str], *, as_of: dt.date, province: str = ""
) -> tuple[PostingRule, ...]:
    """Return what the law of a day asks of lists with these honours."""
    wanted = set(honours)
    try:
        rules = deadlines(as_of=as_of, province=province)
    except LawbookError:
        return ()
    return tuple(
        PostingRule(
            honour=slug,
            what=rule.content.what,
            days=None if rule.unconfirmed else rule.content.value,
            counts_working_days=rule.content.unit is Unit.WORKING_DAYS,
            source=str(rule.citation),
        )
        for rule in rules
        if rule.content.stage is Stage.POST and not rule.content.is_pattern
        for slug in rule.content.honours
        if slug in wanted
    )
