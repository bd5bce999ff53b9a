"""Prize money: multiple × base salary on the day of the decision, rounded up to 10,000 đồng."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import TYPE_CHECKING

from vinhdanh.lawbook.corpus_files import corpus, in_force
from vinhdanh.lawbook.honours import Citation, citation_of

if TYPE_CHECKING:
    import datetime as dt

ROUNDING = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Prize:
    """An amount in đồng with what it was computed from."""

    multiple: Decimal
    base_salary: int
    amount: int
    citation: Citation


def base_salary(*, as_of: dt.date) -> int | None:
    """Return the base salary in đồng a month on a day, None where the corpus has none."""
    rows = in_force(corpus("prizes")["base_salary"], as_of=as_of)
    return int(rows[0]["amount"]) if rows else None


def prize(slug: str, recipient: str, *, as_of: dt.date) -> Prize | None:
    """Return the prize for an honour decided on a day, or None where it must be verified."""
    salary = base_salary(as_of=as_of)
    rows = in_force(
        (
            row
            for row in corpus("prizes")["multiples"]
            if row["honour"] == slug and row["recipient"] == recipient
        ),
        as_of=as_of,
    )
    if salary is None or not rows:
        return None
    multiple = Decimal(rows[0]["multiple"])
    exact = multiple * salary
    amount = int((exact / ROUNDING).to_integral_value(rounding=ROUND_CEILING) * ROUNDING)
    return Prize(multiple, salary, amount, citation_of(rows[0]))
