"""The mirror itself: every figure with what it counts, what is unknown, and its rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from vinhdanh.decisions.models import Honour
from vinhdanh.kernel import clock
from vinhdanh.kernel.wording import count
from vinhdanh.organizations.models import YearRecord
from vinhdanh.reports.fairness import facts
from vinhdanh.reports.fairness.promise import Promise, promise_of
from vinhdanh.reports.fairness.rows import rows_of_decision, rows_of_period
from vinhdanh.reports.fairness.villages import Villages, unrewarded_villages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vinhdanh.decisions.models import Decision
    from vinhdanh.organizations.models import Unit
    from vinhdanh.reports.fairness.rows import Given


@dataclass(frozen=True, slots=True)
class Share:
    """How many of those counted are something; the unknown stand apart."""

    label: str
    counted: str
    """What is counted, in words."""
    yes: tuple[Given, ...]
    no: tuple[Given, ...]
    unknown: tuple[Given, ...]

    @property
    def known(self) -> int:
        """Of how many it is known."""
        return len(self.yes) + len(self.no)

    @property
    def total(self) -> int:
        """How many were counted, the unknown with them."""
        return self.known + len(self.unknown)

    @property
    def percent(self) -> int | None:
        """Share of all; none where one is unknown, or nobody is counted."""
        if self.unknown or not self.known:
            return None
        return round(100 * len(self.yes) / self.known)

    def reaches(self, percent: int) -> bool | None:
        """Tell whether it is so large whatever the unknown are; none where they decide."""
        wanted = percent * self.total
        if 100 * len(self.yes) >= wanted:
            return True
        return False if 100 * (len(self.yes) + len(self.unknown)) < wanted else None

    @property
    def said(self) -> str:
        """The figure in words, its floor where some are unknown."""
        yes = len(self.yes)
        if self.percent is not None:
            return f"{yes}/{self.total} {self.counted} ({self.percent}%)"
        who = "người" if self.counted == "cá nhân" else self.counted
        return (
            f"ít nhất {yes} trong {self.total} {self.counted}, {count(len(self.unknown))} {who}"
            " chưa rõ"
        )


@dataclass(frozen=True, slots=True)
class Mirror:
    """What a decision or a year shows, beside the year before and what the plan promised."""

    title: str
    rows: tuple[Given, ...]
    shares: tuple[Share, ...]
    before: tuple[Share, ...]
    """The same of the year before, in the same order."""
    before_label: str
    promise: Promise
    repeated: tuple[Given, ...]
    """Recipients who were honoured in each of the two years before as well."""
    days: tuple[int, ...]
    """From deed to award of sudden deeds."""
    days_unknown: int
    villages: Villages

    @property
    def pairs(self) -> list[tuple[Share, Share]]:
        """Each share beside that of the year before."""
        return list(zip(self.shares, self.before, strict=True))

    @property
    def median_days(self) -> int | None:
        """The middle number of days from deed to award."""
        return round(median(self.days)) if self.days else None


def decision_mirror(decision: Decision) -> Mirror:
    """Return the mirror of one decision, signed or not, beside the whole year before."""
    as_of = decision.decided_on or clock.today()
    rows = rows_of_decision(decision, as_of=as_of)
    return _mirror(decision.body, str(decision), rows, as_of)


def year_mirror(body: Unit, *, year: int, until: dt.date | None = None) -> Mirror:
    """Return the mirror of a year up to a day, that day included."""
    until = until or dt.date(year, 12, 31)
    rows = rows_of_period(body, since=dt.date(year, 1, 1), until=until)
    return _mirror(body, f"Năm {year}", rows, until)


def _mirror(body: Unit, title: str, rows: list[Given], as_of: dt.date) -> Mirror:
    year = as_of.year
    last = rows_of_period(body, since=dt.date(year - 1, 1, 1), until=dt.date(year - 1, 12, 31))
    sudden = [each for each in rows if each.is_sudden]
    waited = [
        (each.decided_on - each.happened_on).days for each in sudden if each.happened_on is not None
    ]
    return Mirror(
        title=title,
        rows=tuple(rows),
        shares=_shares(rows),
        before=_shares(last),
        before_label=f"Năm {year - 1}",
        promise=promise_of(body, year),
        repeated=_repeated(rows, year),
        days=tuple(sorted(waited)),
        days_unknown=len(sudden) - len(waited),
        villages=unrewarded_villages(body, as_of=as_of, besides=rows),
    )


def _shares(rows: Sequence[Given]) -> tuple[Share, ...]:
    people = [each for each in rows if each.person]
    collectives = [each for each in rows if each.is_collective]
    found = YearRecord.objects.filter(
        recipient__in={each.recipient.pk for each in collectives}, members__isnull=False
    ).values_list("recipient", "year", "members")
    members = {(recipient, year): count or 0 for recipient, year, count in found}
    return (
        _share("Người lao động trực tiếp", "cá nhân", people, _of(facts.is_direct_worker)),
        _share("Nữ", "cá nhân", people, _of(facts.is_woman)),
        _share("Người giữ chức vụ lãnh đạo, quản lý", "cá nhân", people, _leads),
        _share(
            f"Tập thể nhỏ, dưới {facts.SMALL} thành viên",
            "tập thể",
            collectives,
            lambda row: facts.is_small(row, members),
        ),
    )


def _share(
    label: str, counted: str, rows: Sequence[Given], ask: Callable[[Given], bool | None]
) -> Share:
    answers = [(row, ask(row)) for row in rows]
    yes, no, unknown = (
        tuple(row for row, answer in answers if answer is wanted) for wanted in (True, False, None)
    )
    return Share(label, counted, yes, no, unknown)


def _of(ask: Callable[..., bool | None]) -> Callable[[Given], bool | None]:
    return lambda row: ask(row.person)


def _leads(row: Given) -> bool | None:
    return facts.is_leader(row.person, as_of=row.decided_on) if row.person else None


def _repeated(rows: Sequence[Given], year: int) -> tuple[Given, ...]:
    """Return one row of each recipient who was honoured in both years before."""
    found = Honour.objects.filter(
        recipient__in={each.recipient.pk for each in rows},
        decided_on__year__in=(year - 1, year - 2),
        revoked_on__isnull=True,
    ).values_list("recipient", "decided_on__year")
    pairs = set(found)
    kept = {
        each.recipient.pk: each
        for each in rows
        if {(each.recipient.pk, year - 1), (each.recipient.pk, year - 2)} <= pairs
    }
    return tuple(kept.values())
