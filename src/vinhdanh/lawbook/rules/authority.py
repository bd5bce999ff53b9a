"""Who decides, and what a law leaves to somebody else."""

from __future__ import annotations

from dataclasses import dataclass

from vinhdanh.lawbook.enums import Level


@dataclass(frozen=True, slots=True)
class Authority:
    """Who decides an honour for a locality."""

    honours: tuple[str, ...]
    level: Level
    may_delegate: bool = False

    def settles(self) -> tuple[str, ...]:
        """Return the honours: each has one deciding level on any day."""
        return self.honours


@dataclass(frozen=True, slots=True)
class OtherAuthority:
    """Heads of bodies who decide the same honour within their own body."""

    honours: tuple[str, ...]
    who: str
    fills: str = ""
    """The delegation this overlay rule fills."""

    def settles(self) -> tuple[str, ...]:
        """Return nothing: several may decide side by side."""
        return ()


@dataclass(frozen=True, slots=True)
class Delegation:
    """A term the text leaves open and a province (or ministry) fills."""

    id: str
    text: str
    honours: tuple[str, ...] = ()

    def settles(self) -> tuple[str, ...]:
        """Return the id that overlays name in `fills`."""
        return (self.id,)
