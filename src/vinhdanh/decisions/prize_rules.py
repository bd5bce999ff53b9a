"""Which of a recipient's prizes for one year are paid: the highest title, and every form.

Decree 98/2023/NĐ-CP, Article 53, and what follows it; the texts themselves are in the lawbook.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import PaymentState
from vinhdanh.kernel.wording import money
from vinhdanh.lawbook.rules import PrizeRule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.lawbook.library import View

PROMISED = frozenset({PaymentState.DUE, PaymentState.LISTED, PaymentState.PAID})
OPEN = frozenset({PaymentState.DUE, PaymentState.ASKED})
NO_TITLE_RULE = "Các văn bản đã đọc không nêu cách chi khi một năm đạt nhiều danh hiệu"
NO_FORM_RULE = (
    "Các văn bản đã đọc không nêu cách chi khi cùng một thời gian được nhiều hình thức khen thưởng"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One honour's money beside the others of its recipient and year."""

    key: int
    name: str
    """Of the honour, as sentences name it."""
    is_title: bool
    period: str
    """Folded; forms of one period ask a question."""
    state: PaymentState
    amount: int | None
    reason: str = ""
    reason_source: str = ""
    is_answered: bool = False
    """A person said what is paid; no rule goes over that."""

    @property
    def is_fixed(self) -> bool:
        """Tell whether it stays as it is, whatever else the recipient has."""
        return self.is_answered or self.state not in OPEN


def joined_claims(claims: Sequence[Claim], law: View) -> list[Claim]:
    """Return the claims as the law joins them; what is listed or paid stays as it is.

    Args:
        claims: of one recipient for one year of achievement, revoked honours left out.
        law: the law on the day of the newest decision.
    """
    titles = [each for each in claims if each.is_title]
    forms = [each for each in claims if not each.is_title]
    done = [*_titles(titles, law), *_forms(forms)]
    both = law.one(PrizeRule, "title_and_form") if titles and forms else None
    if both is None or both.unconfirmed:
        return done
    return [
        replace(each, reason=both.content.text, reason_source=str(both.citation))
        if each.state == PaymentState.DUE and not each.is_answered
        else each
        for each in done
    ]


def _titles(titles: list[Claim], law: View) -> list[Claim]:
    if len(titles) < 2:  # noqa: PLR2004
        return titles
    rule = law.one(PrizeRule, "same_period_titles")
    if rule is None or rule.unconfirmed:
        return _asked(titles, NO_TITLE_RULE)
    if unknown := [each.name for each in titles if each.amount is None]:
        return _asked(titles, f"Cùng năm có {unknown[0]} chưa rõ mức tiền thưởng")
    kept = [each for each in titles if each.is_fixed and each.state in PROMISED]
    best = max(kept or titles, key=lambda each: each.amount or 0)
    told = f"Cùng năm đã được thưởng {best.name} mức cao hơn hoặc bằng. {rule.content.text}"
    lower = {"reason": told, "reason_source": str(rule.citation)}
    return [_under(each, best, lower, has_paid=bool(kept)) for each in titles]


def _under(each: Claim, best: Claim, lower: dict[str, str], *, has_paid: bool) -> Claim:
    """Return a title's claim beside the highest that is paid or will be."""
    if each is best or each.is_fixed:
        return each
    if has_paid and (each.amount or 0) > (best.amount or 0):
        question = f"Cùng năm đã định chi {money(best.amount or 0)} cho {best.name}, mức thấp hơn"
        return _ask(each, question)
    return replace(each, state=PaymentState.NOT_PAYABLE, **lower)  # type: ignore[arg-type]


def _forms(forms: list[Claim]) -> list[Claim]:
    periods = [each.period for each in forms]
    return [
        _ask(each, NO_FORM_RULE) if each.period and periods.count(each.period) > 1 else each
        for each in forms
    ]


def _asked(claims: list[Claim], question: str) -> list[Claim]:
    return [_ask(each, question) for each in claims]


def _ask(claim: Claim, question: str) -> Claim:
    if claim.is_fixed:
        return claim
    reason = f"{question}: hãy xác minh với cơ quan chuyên môn cấp trên rồi ghi mức chi."
    return replace(claim, state=PaymentState.ASKED, reason=reason, reason_source="")
