"""The commune while its year is being loaded: whom the acts are done by and for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.contrib.auth.hashers import make_password

from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership, User
from vinhdanh.accounts.queries.actors import actor_of
from vinhdanh.demo.accounts import PASSWORD
from vinhdanh.demo.people import COMMITTEE, DISTRICT, HOUSEHOLDS, PEOPLE, PersonRow
from vinhdanh.demo.units import found_commune, found_district
from vinhdanh.organizations.models import Household, Person, Position, Unit
from vinhdanh.organizations.services.recipients import find_or_add_household

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor


@dataclass(slots=True)
class Commune:
    """The body with its units by key, its people by name and its accounts."""

    body: Unit
    units: dict[str, Unit]
    people: dict[str, Person] = field(default_factory=dict)
    households: dict[str, Household] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)

    def actor(self, account: str) -> Actor:
        """Return who acts under an account."""
        if account not in self.actors:
            actor = actor_of(self.users[account])
            assert actor is not None, f"{account} holds no role"
            self.actors[account] = actor
        return self.actors[account]

    def unit(self, key: str) -> Unit:
        """Return a unit, or the commune itself."""
        return self.body if key == COMMITTEE else self.units[key]


def settle() -> Commune:
    """Found the commune and let its people move in."""
    district = found_district()
    commune = Commune(*found_commune(district))
    password = make_password(PASSWORD)  # slow on purpose, so once for all
    for row in PEOPLE:
        person = _add_person(row, body=commune.body, unit=commune.unit(row.unit))
        commune.people[row.name] = person
        if row.account:
            user = _add_account(row, person, password)
            commune.users[row.account] = user
            _give_roles(user, row, commune)
    _add_superiors(commune, district, password)
    for key, heads in HOUSEHOLDS.items():
        village = commune.units[key]
        for head in heads:
            commune.households[head] = find_or_add_household(
                unit=village, head_name=head, address=f"{village.name}, xã Minh Tiến"
            )
    return commune


def _add_person(row: PersonRow, *, body: Unit, unit: Unit) -> Person:
    person = Person(
        body=body,
        full_name=row.name,
        birth_date=row.birth_date,
        sex=row.sex,
        is_direct_worker=row.is_direct_worker,
        group=row.group,
    )
    person.save()
    Position.objects.create(person=person, unit=unit, title=row.title, is_leader=row.is_leader)
    return person


def _add_account(row: PersonRow, person: Person, password: str) -> User:
    return User.objects.create(username=row.account, password=password, person=person)


def _give_roles(user: User, row: PersonRow, commune: Commune) -> None:
    """A head's role lies in the unit, every other in the commune."""
    for role in row.roles:
        unit = commune.units[row.unit] if role == Role.UNIT_HEAD else commune.body
        Membership.objects.create(user=user, unit=unit, role=role)


def _add_superiors(commune: Commune, district: Unit, password: str) -> None:
    """The district's clerk works for the district; who looks into the commune has a role there."""
    for row in DISTRICT:
        person = _add_person(row, body=district, unit=district)
        user = _add_account(row, person, password)
        for role in row.roles:
            unit = commune.body if role == Role.SUPERIOR else district
            Membership.objects.create(user=user, unit=unit, role=role)
        commune.users[row.account] = user
