"""What an honour was at each time, and what changed about it: told by the comparison of days."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.lawbook import LawbookError, default_corpus
from vinhdanh.lawbook.diff import Change, Diff, Happened, diff
from vinhdanh.lawbook.reasons import lower
from vinhdanh.lawbook.sheet import Sheet, sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vinhdanh.lawbook import Citation
    from vinhdanh.lawbook.library import Regime

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """One change about one honour."""

    heading: str
    sentence: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which something about the honour changed."""

    day: dt.date
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Era:
    """The honour in one period of the law, as on one day of it."""

    regime: Regime
    day: dt.date
    sheet: Sheet | None
    """None where the period did not know the honour."""


def eras(slug: str, province: str = "") -> list[Era]:
    """Return what an honour was in each period, the latest first."""
    return [
        Era(regime, day, sheet_on(slug, day, province))
        for regime in reversed(default_corpus().regimes)
        if (day := _told_on(regime))
    ]


def sheet_on(slug: str, day: dt.date, province: str) -> Sheet | None:
    """Return an honour on a day, None where no text of the day knows it."""
    try:
        return sheet(slug, as_of=day, province=province)
    except LawbookError:
        return None


def steps(slug: str, province: str = "") -> list[Step]:
    """Return the days on which something about an honour changed, the latest first."""
    found = ((one.after, list(_lines(slug, one.changes))) for one in reversed(_diffs(province)))
    return [Step(day, lines) for day, lines in found if lines]


def change_days() -> list[dt.date]:
    """Return every day on which the law changed, the latest first, without the first of all."""
    return list(reversed(default_corpus().changes[1:]))


@cache
def _diffs(province: str) -> tuple[Diff, ...]:
    return tuple(diff(day - ONE_DAY, day, province) for day in default_corpus().changes[1:])


def _lines(slug: str, changes: Iterable[Change]) -> Iterator[Line]:
    """Yield changes of one honour; what is told of many at once is told of this one alone."""
    unsure = []
    for each in changes:
        if slug not in each.honours:
            continue
        if each.happened is Happened.UNCONFIRMED:
            unsure.append(each)
        elif each.happened is Happened.REBASED:
            yield Line(each.heading, _rebased(each), ())
        else:
            yield Line(each.heading, each.sentence, _cited(each))
    if unsure:
        parts = ", ".join(dict.fromkeys(lower(each.heading) for each in unsure))
        cited = (citation for each in unsure for citation in _cited(each))
        yield Line(
            "Cần xác minh",
            f"Nay phải có người xác minh trước khi áp dụng: {parts}.",
            tuple(dict.fromkeys(cited)),
        )


def _rebased(change: Change) -> str:
    was, now = (_inside(each) for each in (change.before, change.citation))
    return f"Nội dung không đổi, nay theo {now} (trước đó {was})."


def _inside(citation: Citation | None) -> str:
    told = str(citation)
    return lower(told) if told.startswith(("Khoản", "Điểm")) else told


def _cited(change: Change) -> tuple[Citation, ...]:
    one = change.citation or change.before
    return (one,) if one else ()


def _told_on(regime: Regime) -> dt.date:
    """Return the day by which a period is told: today inside it, else its last or first day."""
    today = clock.today()
    if regime.until and regime.until < today:
        return regime.until
    return max(regime.since, today)
