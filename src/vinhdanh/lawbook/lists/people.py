"""What is paid when titles meet, and who is honoured year after year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.lawbook.enums import HonourForm
from vinhdanh.lawbook.lists.entries import Entry, ListFinding, Proposals, Severity
from vinhdanh.lawbook.money import prize_answer
from vinhdanh.lawbook.operators.base import year_judged
from vinhdanh.lawbook.rules import PrizeRule

if TYPE_CHECKING:
    from collections.abc import Iterator

SAME_PERIOD = "same_period_titles"
MANY_YEARS = 3
"""So many years in a row before a repeated honour is worth a word."""


def same_period(listed: Proposals) -> Iterator[ListFinding]:
    """Yield recipients of several titles for one year: the highest prize alone is paid."""
    rule = listed.view.one(PrizeRule, SAME_PERIOD)
    for group in listed.by(lambda each: (each.who, year_judged(each.facts, listed.as_of))):
        titles = list(
            {
                each.honour: each
                for each in group
                if listed.honour(each.honour).form is HonourForm.TITLE
            }.values()
        )
        if rule is None or len(titles) < 2:  # noqa: PLR2004 - several
            continue
        amounts = {each.honour: _amount(each, listed) for each in titles}
        titles.sort(
            key=lambda each: (-(amounts[each.honour] or 0), listed.honour(each.honour).rank)
        )
        paid, *others = (
            f"{listed.quoted(each.honour)} {_money(amounts[each.honour])}" for each in titles
        )
        year = year_judged(titles[0].facts, listed.as_of)
        yield ListFinding(
            "same-period-titles",
            Severity.NOTICE,
            f"{titles[0].who}: nhiều danh hiệu của năm {year}, chỉ chi tiền thưởng mức cao nhất là"
            f" {paid}; không chi {', '.join(others)}.",
            (titles[0].who,),
            rule.citation,
        )


def every_year(listed: Proposals) -> Iterator[ListFinding]:
    """Yield recipients who were given the same honour in each of the last years."""
    for each in listed.entries:
        year = year_judged(each.facts, listed.as_of)
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
    view = listed.view
    return prize_answer(entry.honour, entry.facts.recipient, law=view, salary_day=view).amount


def _money(amount: int | None) -> str:
    return f"{amount:,} đồng".replace(",", ".") if amount is not None else "(chưa rõ mức)"
