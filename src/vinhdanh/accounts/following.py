"""Accounts follow their unit into the one it goes on in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.accounts.models import Membership
from vinhdanh.organizations.hooks import unit_continued

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit


@unit_continued.enter
def move_memberships(old: Unit, new: Unit) -> None:
    """Give everybody the roles in the new unit that they held in the old one."""
    for seat in Membership.objects.filter(unit=old):
        Membership.objects.get_or_create(user_id=seat.user_id, unit=new, role=seat.role)
        seat.delete()
