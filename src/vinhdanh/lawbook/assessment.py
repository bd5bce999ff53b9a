"""What an assessment says: verdict, reasons, who decides, what it pays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from vinhdanh.lawbook.citations import Citation
    from vinhdanh.lawbook.enums import Level, Verdict
    from vinhdanh.lawbook.facts.model import Facts
    from vinhdanh.lawbook.findings import Finding


@dataclass(frozen=True, slots=True)
class AuthorityAnswer:
    """Who decides, with the article; unconfirmed says why a person must confirm it."""

    level: Level | None
    citation: Citation | None
    unconfirmed: str | None = None
    others: tuple[str, ...] = ()
    """Heads of bodies who decide it within their own body."""

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "level": self.level.value if self.level else None,
            "citation": self.citation.as_json() if self.citation else None,
            "needs_confirmation": self.unconfirmed,
        }


@dataclass(frozen=True, slots=True)
class PrizeAnswer:
    """Prize money in đồng, with what it was computed from."""

    multiple: Decimal | None
    base_salary: int | None
    amount: int | None
    citation: Citation | None
    salary_citation: Citation | None = None
    maximum: Decimal | None = None
    unconfirmed: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Return plain values; the multiple is a number."""
        return {
            "multiple": float(self.multiple) if self.multiple is not None else None,
            "base_salary": self.base_salary,
            "amount": self.amount,
            "citation": self.citation.as_json() if self.citation else None,
            "maximum": float(self.maximum) if self.maximum is not None else None,
            "needs_confirmation": self.unconfirmed,
        }


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answer to: may this recipient be given this honour on that day, and why?"""

    honour: str
    name: str
    verdict: Verdict
    reason: str
    """One sentence in Vietnamese."""
    regime: str
    as_of: dt.date
    law_day: dt.date
    """The day whose text was applied to the standard."""
    received: dt.date | None
    province: str
    year: int
    conditions: tuple[Finding, ...]
    authority: AuthorityAnswer
    prize: PrizeAnswer
    facts: Facts
    """What it was given, with what had not happened yet on the day."""
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return plain values, in a fixed order."""
        return {
            "honour": self.honour,
            "name": self.name,
            "verdict": self.verdict.value,
            "reason": self.reason,
            "regime": self.regime,
            "as_of": self.as_of.isoformat(),
            "received": self.received.isoformat() if self.received else None,
            "province": self.province or None,
            "year": self.year,
            "conditions": [each.as_json() for each in self.conditions],
            "authority": self.authority.as_json(),
            "prize": self.prize.as_json(),
            "notes": list(self.notes),
        }
