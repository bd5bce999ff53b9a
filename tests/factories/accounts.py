"""Accounts and who acts through them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vinhdanh.accounts.actor import Actor
from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership, User

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Person, Unit


def make_actor(username: str, person: Person, *seats: tuple[Unit, Role]) -> Actor:
    """Return who acts for a new account with these roles in these units.

    The account has no password: pages are tested with `client.force_login(actor.user)`.
    """
    user = User(username=username, person=person)
    user.set_unusable_password()
    user.save()
    for unit, role in seats:
        Membership.objects.create(user=user, unit=unit, role=role)
    return Actor(
        user=user,
        body=seats[0][0].office,
        roles=frozenset(role for _, role in seats),
        units=tuple(unit for unit, role in seats if role == Role.UNIT_HEAD),
    )


def actor_with(actor: Actor, *roles: Role) -> Actor:
    """Return the same person with exactly these roles in the body, heading no unit."""
    return replace(actor, roles=frozenset(roles), units=())
