"""What is known of a case: frozen facts in, never a model or a request."""

from __future__ import annotations

from vinhdanh.lawbook.facts.model import (
    UNKNOWN,
    Achievement,
    Collective,
    Confirmation,
    Discipline,
    Facts,
    HeldHonour,
    Hold,
    Household,
    Individual,
    Initiative,
    Unknown,
    YearRecord,
)
from vinhdanh.lawbook.facts.reading import read_facts

__all__ = [
    "UNKNOWN",
    "Achievement",
    "Collective",
    "Confirmation",
    "Discipline",
    "Facts",
    "HeldHonour",
    "Hold",
    "Household",
    "Individual",
    "Initiative",
    "Unknown",
    "YearRecord",
    "read_facts",
]
