"""What is paid when titles meet, and who is honoured year after year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import HonourForm
from vinhdanh.lawbook.lists.entries import Entry, ListFinding, Proposals, Severity
from vinhdanh.lawbook.money import prize_answer
from vinhdanh.lawbook.rules import PrizeRule
from vinhdanh.lawbook.rules.procedure import Topic
from vinhdanh.lawbook.words import dong

if TYPE_CHECKING:
    from collections.abc import Iterator

SAME_PERIOD = "same_period_titles"
MANY_YEARS = 3
"""So many years in a row before a repeated honour is worth a word."""


def same_period(listed: Proposals) -> Iterator[ListFinding]:
    """Yield recipients of several titles for one year: the highest prize alone is paid."""
    titles = [e for e in listed.entries if listed.honour(e.honour).form is HonourForm.TITLE]
    for group in listed.by(lambda each: (each.key, listed.year(each))):
        held = {each.honour: each for each in group if each in titles}
        if len(held) > 1:
            yield from _highest(list(held.values()), listed)


def _highest(titles: list[Entry], listed: Proposals) -> Iterator[ListFinding]:
    """Yield which prize is paid; which is the highest cannot be said while one is unknown."""
    rule = listed.law(titles[0].honour, Topic.PRIZE).one(PrizeRule, SAME_PERIOD)
    if rule is None:
        return
    amounts = {each.honour: _amount(each, listed) for each in titles}
    told = f"{titles[0].who}: nhiều danh hiệu của năm {listed.year(titles[0])}, chỉ chi tiền thưởng"
    known = {slug: amount for slug, amount in amounts.items() if amount is not None}
    if len(known) < len(amounts):
        unknown = [listed.quoted(slug) for slug in amounts if slug not in known]
        told += f" mức cao nhất; chưa rõ mức của {', '.join(unknown)} nên chưa so được."
    else:
        order = sorted(known, key=lambda slug: (-known[slug], listed.honour(slug).rank))
        paid, *others = (f"{listed.quoted(slug)} {dong(known[slug])}" for slug in order)
        told += f" mức cao nhất là {paid}; không chi {', '.join(others)}."
    yield ListFinding("same-period-titles", Severity.NOTICE, told, (titles[0].who,), rule.citation)


def every_year(listed: Proposals) -> Iterator[ListFinding]:
    """Yield recipients who were given the same honour in each of the last years."""
    for each in listed.entries:
        year = listed.year(each)
        held = {one.year for one in each.facts.honours or () if one.honour == each.honour}
        row = 0
        while year - 1 - row in held:
            row += 1
        if row >= MANY_YEARS:
            yield ListFinding(
                "every-year",
                Severity.NOTICE,
                f"{each.who} đã được tặng {listed.quoted(each.honour)} {row} năm liền"
                f" ({year - row}–{year - 1}): hãy chắc rằng việc bình xét không theo lượt hay theo"
                " chức vụ.",
                (each.who,),
            )


def _amount(entry: Entry, listed: Proposals) -> int | None:
    law = listed.law(entry.honour, Topic.PRIZE)
    kind = entry.facts.recipient
    return prize_answer(entry.honour, kind, law=law, salary_day=listed.today()).amount
