"""Turning a person, a unit or a household into somebody who can be honoured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.organizations.models import Household, Person, Position, Recipient, Unit

if TYPE_CHECKING:
    import datetime as dt


def recipient_for_person(person: Person) -> Recipient:
    """Return the one recipient of a person, made on first use."""
    return Recipient.objects.get_or_create(
        person=person,
        defaults={
            "body": person.body,
            "kind": RecipientKind.INDIVIDUAL,
            "name": person.full_name,
        },
    )[0]


def recipient_for_unit(unit: Unit) -> Recipient:
    """Return the one recipient of a collective, made on first use."""
    return Recipient.objects.get_or_create(
        unit=unit,
        defaults={"body": unit.office, "kind": RecipientKind.COLLECTIVE, "name": unit.name},
    )[0]


def recipient_for_household(household: Household) -> Recipient:
    """Return the one recipient of a household, made on first use."""
    return Recipient.objects.get_or_create(
        household=household,
        defaults={
            "body": household.unit.office,
            "kind": RecipientKind.HOUSEHOLD,
            "name": str(household),
        },
    )[0]


@transaction.atomic
def find_or_add_person(
    *, unit: Unit, full_name: str, title: str = "", birth_date: dt.date | None = None
) -> Person:
    """Return the person of that name in the body, or add them with a post in the unit.

    Raises:
        DomainError: the body has several people of that name and no birth date tells which.
    """
    name = squeeze(full_name)
    same = Person.objects.filter(body=unit.office, full_name=name)
    if birth_date:
        same = same.filter(birth_date=birth_date)
    found = list(same[:2])
    if len(found) > 1:
        raise DomainError(
            f"Có {same.count()} người cùng tên {name}: hãy ghi thêm ngày sinh để chọn đúng người.",
            field="birth_date",
        )
    if found:
        return found[0]
    person = Person(body=unit.office, full_name=name, birth_date=birth_date)
    person.save()
    if title:
        Position.objects.create(person=person, unit=unit, title=squeeze(title))
    return person


def find_or_add_household(*, unit: Unit, head_name: str, address: str = "") -> Household:
    """Return the household of that head in the village, or add it."""
    return Household.objects.get_or_create(
        unit=unit, head_name=squeeze(head_name), defaults={"address": squeeze(address)}
    )[0]
