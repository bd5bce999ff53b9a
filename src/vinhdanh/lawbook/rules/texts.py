"""Rules that are told rather than computed, and holes that are declared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle, duty or prohibition, for the legal library and for checks that cite it."""

    id: str
    text: str
    topic: str = "principle"

    def settles(self) -> tuple[str, ...]:
        """Return the id."""
        return (self.id,)


@dataclass(frozen=True, slots=True)
class RevocationGround:
    """A ground on which a decision is cancelled and money and objects come back."""

    id: str
    text: str

    def settles(self) -> tuple[str, ...]:
        """Return the id."""
        return (self.id,)


@dataclass(frozen=True, slots=True)
class Gap:
    """A hole between or after versions, declared: nothing applies, and why."""

    of: str
    """Kind of rule."""
    subjects: tuple[str, ...]
    """Keys of that kind; a pair is written `honour/recipient`."""
    reason: str

    def settles(self) -> tuple[Hashable, ...]:
        """Return nothing; the checks read gaps by themselves."""
        return ()


@dataclass(frozen=True, slots=True)
class Untranslatable:
    """Words of the law no machine can test, and what a person does instead."""

    construct: str
    reason: str

    def settles(self) -> tuple[str, ...]:
        """Return nothing: many may stand side by side."""
        return ()
