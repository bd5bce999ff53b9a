"""Who acts: a signed-in person, their body, and the roles they hold in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.verdict import YES, Verdict, no
from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.keeping import Kept

if TYPE_CHECKING:
    from vinhdanh.accounts.models import User
    from vinhdanh.organizations.models import Unit


_KEEPING = {
    Kept.UNITS: Act.KEEP_UNITS,
    Kept.PEOPLE: Act.KEEP_PEOPLE,
    Kept.FACTS: Act.KEEP_FACTS,
    Kept.STANDING: Act.KEEP_STANDING,
}


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

    def may_keep(self, kept: Kept, unit: Unit | None = None) -> Verdict:
        """Tell whether the person may keep such records; a unit's head, those of the own unit."""
        act = _KEEPING[kept]
        verdict = self.may(act)
        office = act.roles - {Role.UNIT_HEAD}
        if not verdict or self.roles & office or unit is None or self.heads(unit):
            return verdict
        return no(f"Anh/chị chỉ {act.words} của đơn vị mình phụ trách, không của {unit}.")

    def require_keeping(self, kept: Kept, unit: Unit | None = None) -> None:
        """Raise NotAllowedError where the person may not keep such records (`Keeper`)."""
        if unit is not None:
            self.require_own(unit.office.pk)
        if not (verdict := self.may_keep(kept, unit)):
            raise NotAllowedError(verdict.reason)

    def heads(self, unit: Unit) -> bool:
        """Tell whether this person heads the unit."""
        return any(own.pk == unit.pk for own in self.units)
