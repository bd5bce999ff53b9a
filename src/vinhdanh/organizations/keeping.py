"""Who keeps the records of this module: accounts, which know roles, lie above it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from vinhdanh.kernel.verdict import Verdict
    from vinhdanh.organizations.models import Unit


class Kept(Enum):
    """What is kept; accounts say whose right each is."""

    UNITS = "units"
    PEOPLE = "people"
    FACTS = "facts"
    STANDING = "standing"


class Keeper(Protocol):
    """Somebody who acts for a body; `accounts.actor.Actor` is one."""

    @property
    def name(self) -> str:
        """Full name, as the log keeps it."""

    @property
    def scope(self) -> str:
        """The chain of the log the acts belong to."""

    @property
    def body(self) -> Unit:
        """The body the person works for."""

    def may_keep(self, kept: Kept, unit: Unit | None = None) -> Verdict:
        """Tell whether the person may keep these records, or those of the unit."""

    def require_keeping(self, kept: Kept, unit: Unit | None = None) -> None:
        """Refuse where the person may not keep these records, or not those of the unit."""
