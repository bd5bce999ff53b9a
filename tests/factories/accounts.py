"""Accounts and who acts through them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vinhdanh.accounts.actor import Actor
from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership, User
from vinhdanh.kernel.text import fold
from vinhdanh.organizations.enums import Sex
from vinhdanh.organizations.models import Person, Position

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.organizations.models import Unit


def make_actor(username: str, person: Person, *seats: tuple[Unit, Role]) -> Actor:
    """Return who acts for a new account with these roles in these units.

    The account has no password: pages are tested with `client.force_login(actor.user)`.
    """
    user = User(username=username, person=person)
    user.set_unusable_password()
    user.save()
    for unit, role in seats:
        Membership.objects.create(user=user, unit=unit, role=role)
    return _actor(user, seats)


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody to be cast: account, name, post, and the roles held in one unit."""

    username: str
    full_name: str
    post: str
    unit: Unit
    roles: tuple[Role, ...]


def make_cast(body: Unit, parts: Sequence[Part]) -> dict[str, Actor]:
    """Return who acts for each of many new accounts, by account, in few queries."""
    people = Person.objects.bulk_create(
        Person(
            body=body,
            full_name=part.full_name,
            folded_name=fold(part.full_name),
            sex=Sex.FEMALE if " Thị " in part.full_name else Sex.MALE,
        )
        for part in parts
    )
    cast = list(zip(parts, people, strict=True))
    Position.objects.bulk_create(
        Position(person=person, unit=part.unit, title=part.post) for part, person in cast
    )
    users = User.objects.bulk_create(
        User(username=part.username, person=person, password="!") for part, person in cast
    )
    Membership.objects.bulk_create(
        Membership(user=user, unit=part.unit, role=role)
        for part, user in zip(parts, users, strict=True)
        for role in part.roles
    )
    return {
        part.username: _actor(user, [(part.unit, role) for role in part.roles])
        for part, user in zip(parts, users, strict=True)
    }


def _actor(user: User, seats: Sequence[tuple[Unit, Role]]) -> Actor:
    return Actor(
        user=user,
        body=seats[0][0].office,
        roles=frozenset(role for _, role in seats),
        units=tuple(unit for unit, role in seats if role == Role.UNIT_HEAD),
    )


def actor_with(actor: Actor, *roles: Role) -> Actor:
    """Return the same person with exactly these roles in the body, heading no unit."""
    return replace(actor, roles=frozenset(roles), units=())
