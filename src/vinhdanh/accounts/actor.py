"""Who acts: a signed-in person, their body, and the roles they hold in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.verdict import YES, Verdict, no
from vinhdanh.kernel.wording import joined

if TYPE_CHECKING:
    from vinhdanh.accounts.models import User
    from vinhdanh.organizations.models import Unit


class NotAllowedError(DomainError):
    """The act belongs to another role."""


@dataclass(frozen=True, slots=True)
class Actor:
    """What services need to know about the person who asks."""

    user: User
    body: Unit
    roles: frozenset[Role]
    units: tuple[Unit, ...]
    """The units this person heads, in their order."""

    @property
    def name(self) -> str:
        """Full name, as the log keeps it."""
        return self.user.get_full_name()

    @property
    def scope(self) -> str:
        """The chain of the audit log this person's acts belong to."""
        return f"body:{self.body.pk}"

    def may(self, act: Act) -> Verdict:
        """Tell whether one of the person's roles may do the act, and if not, whose act it is."""
        if self.roles & act.roles:
            return YES
        who = joined([role.label for role in Role if role in act.roles])
        return no(f"Anh/chị chưa có quyền {act.words}: việc này của {who}.")

    def require(self, act: Act) -> None:
        """Raise NotAllowedError where the act belongs to another role."""
        if not (verdict := self.may(act)):
            raise NotAllowedError(verdict.reason)

    def require_own(self, body_id: int) -> None:
        """Raise NotAllowedError where a thing belongs to another body."""
        if body_id != self.body.pk:
            raise NotAllowedError("Việc này thuộc cơ quan khác.")

    def heads(self, unit: Unit) -> bool:
        """Tell whether this person heads the unit."""
        return any(own.pk == unit.pk for own in self.units)
