"""From an account to who acts."""

from __future__ import annotations

from vinhdanh.accounts.actor import Actor
from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership, User


def actor_of(user: User) -> Actor | None:
    """Return who acts for an account, or None where it holds no role anywhere.

    One query, which brings the person along. A person works for one body; where memberships
    span several, the first one counts.
    """
    memberships = list(
        Membership.objects.filter(user=user)
        .select_related("unit__body", "user__person")
        .order_by("id")
    )
    if not memberships:
        return None
    user.person = memberships[0].user.person
    body = memberships[0].unit.office
    own = [each for each in memberships if each.unit.office == body]
    return Actor(
        user=user,
        body=body,
        roles=frozenset(Role(each.role) for each in own),
        units=tuple(each.unit for each in own if each.role == Role.UNIT_HEAD),
    )
