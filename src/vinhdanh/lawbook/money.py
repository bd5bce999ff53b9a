"""Prize money: multiple × base salary on the day of the decision, rounded up."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from vinhdanh.lawbook.assessment import PrizeAnswer
from vinhdanh.lawbook.rules import BaseSalary, Prize, PrizeRule

if TYPE_CHECKING:
    from vinhdanh.lawbook.enums import RecipientKind
    from vinhdanh.lawbook.library import View
    from vinhdanh.lawbook.rules import Rule

DEFAULT_UNIT = 1
"""Đồng, where no text says how to round."""


def prize_answer(
    slug: str, recipient: RecipientKind, *, law: View, salary_day: View
) -> PrizeAnswer:
    """Return the prize for an honour.

    Args:
        slug: the honour.
        recipient: who receives it.
        law: the text the file follows.
        salary_day: the law on the day of the decision, for the base salary.
    """
    rule = law.one(Prize, (slug, recipient))
    salary = salary_day.one(BaseSalary, "base_salary")
    multiple = rule.content.multiple if rule else None
    amount = None
    if multiple is not None and salary is not None:
        amount = round_up(multiple * salary.content.amount, law)
    return PrizeAnswer(
        multiple=multiple,
        base_salary=salary.content.amount if salary else None,
        amount=amount,
        citation=rule.citation if rule else None,
        salary_citation=salary.citation if salary else None,
        maximum=rule.content.maximum if rule else None,
        unconfirmed=_unconfirmed(rule, salary),
    )


def round_up(exact: Decimal, law: View) -> int:
    """Return an amount in đồng rounded up to the unit the law names."""
    rule = law.one(PrizeRule, "rounding")
    unit = Decimal((rule.content.unit if rule else None) or DEFAULT_UNIT)
    return int((exact / unit).to_integral_value(rounding=ROUND_CEILING) * unit)


def _unconfirmed(rule: Rule[Prize] | None, salary: Rule[BaseSalary] | None) -> str | None:
    if rule is None:
        return "Các văn bản đã đọc không quy định mức tiền thưởng cho trường hợp này."
    if rule.unconfirmed:
        return rule.unconfirmed
    if rule.content.multiple is None:
        if rule.content.maximum is not None:
            return "Văn bản chỉ nêu mức tiền thưởng tối đa; mức cụ thể do người quyết định ấn định."
        return "Văn bản đã đọc không nêu mức tiền thưởng."
    if salary is None:
        return "Các văn bản đã đọc không nêu mức lương cơ sở của ngày quyết định."
    return salary.unconfirmed
