"""Accounts follow their unit into the one it goes on in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership
from vinhdanh.kernel.errors import DomainError
from vinhdanh.organizations.hooks import unit_continued, unit_returned

if TYPE_CHECKING:
    from vinhdanh.organizations.hooks import Moved
    from vinhdanh.organizations.models import Unit


@unit_continued.enter
def move_memberships(old: Unit, new: Unit, moved: Moved) -> None:
    """Give everybody the roles in the new unit that they held in the old one.

    A unit that is headed keeps its head; who headed the old one is a member of it from then on.
    """
    heads = Membership.objects.filter(unit=new, role=Role.UNIT_HEAD)
    headed_by = set(heads.values_list("user", flat=True))
    for seat in Membership.objects.filter(unit=old):
        is_second = seat.role == Role.UNIT_HEAD and headed_by and seat.user_id not in headed_by
        role = Role.MEMBER if is_second else seat.role
        _, is_new = Membership.objects.get_or_create(user_id=seat.user_id, unit=new, role=role)
        moved.setdefault("seats", []).append([seat.user_id, seat.role, role if is_new else ""])
        seat.delete()


@unit_returned.enter
def return_memberships(old: Unit, new: Unit, moved: Moved) -> None:
    """Give everybody the role in the old unit back."""
    for user, role, given in moved.get("seats", []):
        held = Membership.objects.filter(user=user, unit=new, role=given)
        if given and not held.delete()[0]:
            raise DomainError(
                f"Vai trò của tài khoản ở {new} đã được giao lại: không lấy lại được nữa, hãy ghi"
                " thay đổi mới theo văn bản."
            )
        Membership.objects.get_or_create(user_id=user, unit=old, role=role)
