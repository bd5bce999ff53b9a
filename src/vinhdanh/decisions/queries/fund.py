"""What a year's fund holds, what it has promised, and what the law says of its shares."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.db.models import F, QuerySet, Sum, Value

from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource
from vinhdanh.decisions.models import Fund, FundEntry
from vinhdanh.decisions.queries.payments import MONEY_ROLES, promised
from vinhdanh.kernel.wording import money
from vinhdanh.lawbook import default_corpus
from vinhdanh.lawbook.rules import FundRule

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import PrizePayment
    from vinhdanh.organizations.models import Unit

PROMISED: Final = "promised"


def funds_for(actor: Actor) -> QuerySet[Fund]:
    """Return the funds of the body for those who deal with its money: the one door."""
    if not actor.roles & MONEY_ROLES:
        return Fund.objects.none()
    return Fund.objects.filter(body=actor.body)


def fund_entries_for(actor: Actor) -> QuerySet[FundEntry]:
    """Return the lines of the funds the actor may see: the one door to them."""
    return FundEntry.objects.filter(fund__in=funds_for(actor)).select_related("fund", "reverses")


@dataclass(frozen=True, slots=True)
class Organising:
    """How much of the fund may go into organising the work."""

    percent: int | None
    """None where the texts read name no share for the day."""
    source: str
    limit: int | None
    spent: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source's year in đồng."""

    source: FundSource
    planned: int
    income: int
    expense: int

    @property
    def left(self) -> int:
        """What can still be spent: of the budget what was allotted, else what came in."""
        planned = self.planned if self.source == FundSource.BUDGET else 0
        return planned + self.income - self.expense


@dataclass(frozen=True, slots=True)
class FundFigures:
    """A year's fund in đồng."""

    year: int
    sources: tuple[SourceLine, ...]
    by_purpose: dict[FundPurpose, int]
    """Expenses."""
    promised: int
    """Due by signed decisions and not yet paid."""
    organising: Organising

    @property
    def total(self) -> int:
        """What the fund has this year: the allotted budget and what came in."""
        return sum(each.left + each.expense for each in self.sources)

    @property
    def expense(self) -> int:
        """What was spent."""
        return sum(each.expense for each in self.sources)

    @property
    def left(self) -> int:
        """What can still be spent."""
        return self.total - self.expense

    @property
    def free(self) -> int:
        """What is left after all that was promised; below zero it falls short."""
        return self.left - self.promised

    @property
    def is_begun(self) -> bool:
        """Tell whether anything was entered."""
        return any(each.planned or each.income or each.expense for each in self.sources)


def fund_figures(body: Unit, *, year: int, as_of: dt.date) -> FundFigures:
    """Add up a body's fund of a year; the law of its shares is that of the day."""
    rows = _entered(body, year).union(_promised(body), all=True)
    sums: defaultdict[tuple[str, str], int] = defaultdict(int)
    purposes: defaultdict[str, int] = defaultdict(int)
    for kind, source, purpose, total in rows:
        sums[kind, source] += total or 0
        if kind == FundKind.EXPENSE:
            purposes[purpose] += total
    sources = tuple(
        SourceLine(source, *(sums[kind, source] for kind in FundKind)) for source in FundSource
    )
    whole = sum(each.left + each.expense for each in sources)
    return FundFigures(
        year=year,
        sources=sources,
        by_purpose={each: purposes[each] for each in FundPurpose if purposes[each]},
        promised=sums[PROMISED, ""],
        organising=_organising(body, whole, purposes[FundPurpose.ORGANISING], as_of),
    )


def _entered(body: Unit, year: int) -> QuerySet[FundEntry, tuple[Any, ...]]:
    return (
        FundEntry.objects.filter(fund__body=body, fund__year=year)
        .order_by()
        .annotate(key=F("kind"), origin=F("source"), use=F("purpose"))
        .values_list("key", "origin", "use")
        .annotate(total=Sum("amount"))
    )


def _promised(body: Unit) -> QuerySet[PrizePayment, tuple[Any, ...]]:
    """Return one row in the shape of the entries, so that both are read at once."""
    return (
        promised(body)
        .order_by()
        .annotate(key=Value(PROMISED), origin=Value(""), use=Value(""))
        .values_list("key", "origin", "use")
        .annotate(total=Sum("amount"))
    )


def _organising(body: Unit, whole: int, spent: int, as_of: dt.date) -> Organising:
    law = default_corpus().on(as_of, body.province)
    rule = law.one(FundRule, "organising-share")
    if rule is None or rule.unconfirmed or rule.content.percent is None:
        return Organising(None, "", None, spent)
    percent = rule.content.percent
    return Organising(percent, str(rule.citation), whole * percent // 100, spent)


def shortfall(body: Unit, *, as_of: dt.date, asked: int = 0, is_signed: bool = False) -> str:
    """Return one sentence where the year's fund cannot pay what is asked; else nothing.

    Args:
        body: whose fund.
        as_of: the day the decision is or would be signed.
        asked: đồng that a draft would add to what is promised already.
        is_signed: nothing waits for a signature; the accountant is told what to do.
    """
    found = fund_figures(body, year=as_of.year, as_of=as_of)
    needed = found.promised + asked
    if not needed:
        return ""
    if not found.is_begun:
        advice = "ghi dự toán được giao" if is_signed else "hỏi kế toán trước khi ký"
        return (
            f"Quỹ năm {as_of.year} chưa ghi dự toán nên chưa biết có đủ {money(needed)} tiền thưởng"
            f" hay không: hãy {advice}."
        )
    if found.left >= needed:
        return ""
    return (
        f"Quỹ năm {as_of.year} còn {money(found.left)}, trong khi các quyết định cần"
        f" {money(needed)} tiền thưởng: thiếu {money(needed - found.left)}, hãy bổ sung nguồn"
        f" trước khi {'chi' if is_signed else 'ký'}."
    )
