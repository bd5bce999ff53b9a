"""May this be done? The answer carries its reason, so that a page can say why not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """Allowed, or the sentence that says why not."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Verdict(allowed=True)


def no(reason: str) -> Verdict:
    """Return a refusal with its sentence."""
    return Verdict(allowed=False, reason=reason)
