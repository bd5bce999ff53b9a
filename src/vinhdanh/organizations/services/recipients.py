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

    from django.db.models import QuerySet


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
    *,
    unit: Unit,
    full_name: str,
    title: str = "",
    birth_date: dt.date | None = None,
    is_known: bool = False,
) -> Person:
    """Return the person that is meant, or add them with a post in the unit.

    Somebody of that name in the unit is meant unless the birth date says otherwise. Somebody of
    that name elsewhere in the body is never taken silently.

    Args:
        unit: whose list the name stands in.
        full_name: as written.
        title: post of somebody new.
        birth_date: tells people of one name apart.
        is_known: the author says it is the person the body already knows, from another unit.

    Raises:
        DomainError: the name alone does not tell who is meant; the sentence says what to add.
    """
    name = squeeze(full_name)
    same = Person.objects.filter(body=unit.office, full_name=name)
    here = same.filter(positions__unit=unit).distinct()
    found = _dated(same, here, birth_date) if birth_date else _undated(same, here, is_known)
    if found:
        return found
    person = Person(body=unit.office, full_name=name, birth_date=birth_date)
    person.save()
    Position.objects.create(person=person, unit=unit, title=squeeze(title))
    return person


def _dated(same: QuerySet[Person], here: QuerySet[Person], birth_date: dt.date) -> Person | None:
    """The one born that day; or the unit's only one whose birth date was not known yet."""
    if found := same.filter(birth_date=birth_date).first():
        return found
    unknown = list(here.filter(birth_date=None)[:2])
    if len(unknown) != 1:
        return None
    unknown[0].birth_date = birth_date
    unknown[0].save()
    return unknown[0]


def _undated(same: QuerySet[Person], here: QuerySet[Person], is_known: bool) -> Person | None:  # noqa: FBT001
    candidates = list(here[:2]) or list(same[:2])
    if not candidates:
        return None
    name = candidates[0].full_name
    if len(candidates) > 1:
        raise DomainError(
            f"Có {same.count()} người cùng tên {name}: hãy ghi thêm ngày sinh để chọn đúng người.",
            field="birth_date",
        )
    if not is_known and not here.exists():
        held = candidates[0].positions.select_related("unit").first()
        where = f" ở {held.unit.name}" if held else ""
        raise DomainError(
            f"Sổ của xã đã có {name}{where}: nếu đúng là người này, hãy đánh dấu ô “Là người đã có"
            " trong sổ của xã”; nếu là người khác, hãy ghi ngày sinh.",
            field="full_name",
        )
    return candidates[0]


@transaction.atomic
def find_or_add_household(*, unit: Unit, head_name: str, address: str = "") -> Household:
    """Return the household of that head in the village, or add it.

    Raises:
        DomainError: the village has several households of heads of that name.
    """
    name, place = squeeze(head_name), squeeze(address)
    same = Household.objects.filter(unit=unit, head_name=name)
    found = list((same.filter(address=place) if place else same)[:2])
    if len(found) > 1:
        raise DomainError(
            f"{unit.name} có nhiều hộ mà chủ hộ tên {name}: hãy ghi thêm địa chỉ.",
            field="address",
        )
    return found[0] if found else Household.objects.create(unit=unit, head_name=name, address=place)
