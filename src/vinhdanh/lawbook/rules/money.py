"""Prizes, the base salary they are counted in, and the fund that pays."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from vinhdanh.lawbook.enums import RecipientKind


@dataclass(frozen=True, slots=True)
class Prize:
    """Multiple of the base salary for an honour; None where the texts read name no amount."""

    honours: tuple[str, ...]
    recipients: tuple[RecipientKind, ...]
    multiple: Decimal | None = None
    maximum: Decimal | None = None
    """A ceiling where the giver sets the amount."""

    def settles(self) -> tuple[tuple[str, RecipientKind], ...]:
        """Return the pairs of honour and recipient."""
        return tuple((slug, kind) for slug in self.honours for kind in self.recipients)


class PrizeTopic(StrEnum):
    """What the program asks about prizes."""

    ROUNDING = "rounding"
    SAME_PERIOD_TITLES = "same_period_titles"
    DIFFERENT_PERIOD_TITLES = "different_period_titles"
    TITLE_AND_FORM = "title_and_form"
    COLLECTIVE_FACTOR = "collective_factor"
    HOUSEHOLD_FACTOR = "household_factor"
    BASE_SALARY_DAY = "base_salary_day"


@dataclass(frozen=True, slots=True)
class PrizeRule:
    """How prizes are computed and joined: rounding, same period, title and form."""

    topic: PrizeTopic
    text: str
    unit: int | None = None
    """Đồng to which an amount is rounded up."""
    factor: Decimal | None = None

    def settles(self) -> tuple[PrizeTopic, ...]:
        """Return the topic."""
        return (self.topic,)


@dataclass(frozen=True, slots=True)
class BaseSalary:
    """Base salary (lương cơ sở) in đồng a month."""

    amount: int

    def settles(self) -> tuple[str, ...]:
        """Return one constant: there is one base salary on any day."""
        return ("base_salary",)


@dataclass(frozen=True, slots=True)
class FundRule:
    """The emulation and commendation fund: sources, uses, shares and ceilings."""

    topic: str
    text: str
    percent: int | None = None
    amount: int | None = None
    """Đồng per person and session."""

    def settles(self) -> tuple[str, ...]:
        """Return the topic."""
        return (self.topic,)
