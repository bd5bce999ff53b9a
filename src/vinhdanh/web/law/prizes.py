"""The prize of one recipient: each honour's amount, and which of them are paid together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vinhdanh.kernel.text import initial_capital
from vinhdanh.lawbook import RecipientKind
from vinhdanh.lawbook.lookups import honour_name
from vinhdanh.lawbook.money import prize_answer
from vinhdanh.lawbook.rules import Honour, PrizeRule
from vinhdanh.lawbook.words import decimal, dong, multiple_words, prize_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from vinhdanh.lawbook import Citation, PrizeAnswer
    from vinhdanh.lawbook.library import View

SAME_PERIOD, BOTH, ROUNDING = "same_period_titles", "title_and_form", "rounding"
QUESTIONS = {
    SAME_PERIOD: "Các văn bản đã đọc không nêu cách trả khi đạt nhiều danh hiệu.",
    BOTH: "Các văn bản đã đọc không nêu cách trả khi có cả danh hiệu và hình thức khen thưởng.",
}
MANY_FORMS = "Các văn bản đã đọc không nêu cách trả khi được nhiều hình thức khen thưởng."


@dataclass(frozen=True, slots=True)
class Prize:
    """The prize of one honour."""

    slug: str
    name: str
    recipient: str
    is_title: bool
    answer: PrizeAnswer
    is_paid: bool = True

    @property
    def words(self) -> str:
        """Return multiple and amount."""
        return prize_words(self.answer)

    @property
    def steps(self) -> str:
        """Return how the amount came about; empty where there is none."""
        one = self.answer
        if one.amount is None or one.multiple is None or one.base_salary is None:
            return ""
        exact = one.multiple * one.base_salary
        told = f"{multiple_words(one.multiple)} {dong(one.base_salary)} = {_exact(exact)}"
        rounded = one.amount != exact
        return f"{told}, làm tròn lên {dong(one.amount)}" if rounded else told


@dataclass(frozen=True, slots=True)
class Said:
    """A rule that was applied, or a question that is left."""

    sentence: str
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """What one recipient is paid."""

    prizes: list[Prize]
    total: int | None
    """Đồng; None where something must be verified first."""
    rules: list[Said]
    unconfirmed: list[str]


def prize_choices(view: View) -> list[Any]:
    """Return honours of a day by recipient, as a form offers them."""
    rules = sorted(view.all(Honour), key=lambda rule: -rule.content.rank)
    return [
        (
            initial_capital(kind.words),
            [
                (f"{rule.content.slug}:{kind.value}", rule.content.name)
                for rule in rules
                if kind in rule.content.recipients
            ],
        )
        for kind in RecipientKind
    ]


def payment(chosen: Iterable[str], view: View) -> Payment:
    """Return what one recipient is paid for honours of one period, `slug:recipient` each."""
    prizes = [_prize(each, view) for each in chosen]
    titles = sum(each.is_title for each in prizes)
    forms = len(prizes) - titles
    rules: list[Said] = []
    questions = [MANY_FORMS] if forms > 1 else []
    for is_asked, topic in ((titles > 1, SAME_PERIOD), (titles and forms, BOTH)):
        rule = view.one(PrizeRule, topic) if is_asked else None
        if rule:
            rules.append(Said(rule.content.text, rule.citation))
        elif is_asked:
            questions.append(QUESTIONS[topic])
    if titles > 1 and QUESTIONS[SAME_PERIOD] not in questions:
        prizes = _highest_title_only(prizes)
    rounding = view.one(PrizeRule, ROUNDING)
    if rounding and any(each.steps for each in prizes):
        rules.append(Said(rounding.content.text, rounding.citation))
    reasons = [each.answer.unconfirmed for each in prizes if each.answer.unconfirmed]
    total = None if questions else _total(prizes)
    return Payment(prizes, total, rules, list(dict.fromkeys([*reasons, *questions])))


def _highest_title_only(prizes: list[Prize]) -> list[Prize]:
    titles = [each for each in prizes if each.is_title]
    highest = max(titles, key=lambda each: each.answer.amount or 0)
    return [replace(each, is_paid=each is highest or not each.is_title) for each in prizes]


def _total(prizes: list[Prize]) -> int | None:
    """Return the sum of what is paid, None where an amount is not known."""
    if any(each.answer.amount is None for each in prizes):
        return None
    return sum(each.answer.amount or 0 for each in prizes if each.is_paid)


def _prize(chosen: str, view: View) -> Prize:
    slug, _, recipient = chosen.partition(":")
    kind = RecipientKind(recipient)
    rule = view.one(Honour, slug)
    return Prize(
        slug=slug,
        name=honour_name(slug, view),
        recipient=kind.words,
        is_title=bool(rule and rule.content.form == "title"),
        answer=prize_answer(slug, kind, law=view, salary_day=view),
    )


def _exact(amount: Decimal) -> str:
    """Return an amount before rounding; a multiple may leave a part of a đồng."""
    whole, rest = divmod(amount, 1)
    return dong(int(whole)) if not rest else f"{decimal(amount)} đồng"
