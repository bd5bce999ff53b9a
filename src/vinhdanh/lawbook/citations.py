"""Where a rule stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Citation:
    """Instrument, article, clause and point of a text, as Vietnamese papers cite them."""

    instrument: str
    """Number of the instrument, such as 06/2022/QH15."""
    article: str | None = None
    clause: str | None = None
    point: str | None = None
    name: str = field(default="", compare=False)
    """How the instrument is called in a sentence."""

    def __str__(self) -> str:
        parts = [
            f"điểm {self.point}" if self.point else "",
            f"khoản {self.clause}" if self.clause else "",
            f"Điều {self.article}" if self.article else "",
            self.name or self.instrument,
        ]
        words = " ".join(part for part in parts if part)
        return words[:1].upper() + words[1:]

    def as_json(self) -> dict[str, Any]:
        """Return the citation as plain values; whole numbers are numbers."""
        return {
            "instrument": self.instrument,
            "article": _number(self.article),
            "clause": _number(self.clause),
            "point": self.point,
        }


def _number(text: str | None) -> int | str | None:
    return int(text) if text is not None and text.isdigit() else text
