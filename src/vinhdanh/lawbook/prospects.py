"""What an outlook says of one honour: now, and next year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.reasons import lower

if TYPE_CHECKING:
    from vinhdanh.lawbook.assessment import AuthorityAnswer
    from vinhdanh.lawbook.enums import Verdict
    from vinhdanh.lawbook.operators.base import Missing


@dataclass(frozen=True, slots=True)
class NextYear:
    """What would have to happen for an honour to come within reach next year."""

    year: int
    verdict: Verdict
    steps: tuple[str, ...]
    missing: tuple[Missing, ...]
    note: str = ""
    """Why next year's text itself must be verified."""

    @property
    def sentence(self) -> str:
        """Return it in one or two sentences."""
        steps = "; ".join(lower(each) for each in self.steps)
        told = f"Xét cho năm {self.year}: trong tầm tay nếu {steps}."
        if self.missing:
            asked = "; ".join(dict.fromkeys(lower(each.fact) for each in self.missing))
            told += f" Còn cần xác minh: {asked}."
        return f"{told} {self.note}".rstrip()

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "year": self.year,
            "verdict": self.verdict.value,
            "steps": list(self.steps),
            "missing": [each.as_json() for each in self.missing],
            "note": self.note or None,
        }


@dataclass(frozen=True, slots=True)
class Prospect:
    """One honour a recipient of this kind may receive: now, and next year."""

    honour: str
    name: str
    rank: int
    authority: AuthorityAnswer
    verdict: Verdict
    reason: str
    missing: tuple[Missing, ...]
    next_year: NextYear | None
    """None where next year would not bring it nearer."""

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "honour": self.honour,
            "name": self.name,
            "authority": self.authority.as_json(),
            "verdict": self.verdict.value,
            "reason": self.reason,
            "missing": [each.as_json() for each in self.missing],
            "next_year": self.next_year.as_json() if self.next_year else None,
        }
