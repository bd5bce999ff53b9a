"""Turning a person, a unit or a household into somebody who can be honoured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.intake.lists import head_name as bare_head
from vinhdanh.intake.lists import head_sex, person_name
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.organizations.imports import NEW_ONE
from vinhdanh.organizations.models import Household, Person, Position, Recipient, Unit
from vinhdanh.organizations.queries.candidates import asking, candidates, the_one, to_choose_from

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.organizations.queries.candidates import Candidate


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
    choice: str = "",
) -> Person:
    """Return the person that is meant, or add them with a post in the unit.

    Somebody of that name in the unit, or born that day, is meant. Of all others of that name
    nobody is taken silently: the author chooses.

    Args:
        unit: whose list the name stands in.
        full_name: as written.
        title: post of somebody new.
        birth_date: tells people of one name apart.
        choice: the id of the one chosen among candidates, or NEW_ONE.

    Raises:
        DomainError: the author is to choose who is meant, or somebody new cannot be told apart.
    """
    name = person_name(full_name)
    found = candidates(unit.office, name, birth_date, unit)
    if choice and choice != NEW_ONE:
        return _completed(_chosen(found, choice), birth_date)
    if not choice and (one := the_one(found)):
        return _completed(one.person, birth_date)
    if not choice and (rivals := to_choose_from(found, name)):
        raise DomainError(asking(rivals, name), field="person")
    _require_apart(unit, name, birth_date)
    person = Person(body=unit.office, full_name=name, birth_date=birth_date)
    person.save()
    Position.objects.create(person=person, unit=unit, title=squeeze(title))
    return person


def _chosen(found: Sequence[Candidate], choice: str) -> Person:
    for each in found:
        if str(each.pk) == choice:
            return each.person
    raise DomainError("Người đã chọn không mang tên này: hãy chọn lại.", field="person")


def _completed(person: Person, birth_date: dt.date | None) -> Person:
    """Write a birth date that was not known yet."""
    if birth_date and person.birth_date is None:
        person.birth_date = birth_date
        person.version += 1
        person.save()
    return person


def _require_apart(unit: Unit, name: str, birth_date: dt.date | None) -> None:
    if Person.objects.filter(body=unit.office, full_name=name, birth_date=birth_date).exists():
        raise DomainError(
            f"Sổ đã có {name} {'sinh ngày này' if birth_date else 'chưa ghi ngày sinh'}: hãy ghi"
            " ngày sinh để phân biệt, hoặc chọn người đã có.",
            field="birth_date",
        )


@transaction.atomic
def find_or_add_household(
    *, unit: Unit, head_name: str, address: str = "", sex: str = ""
) -> Household:
    """Return the household of that head in the village, or add it.

    Args:
        unit: the village.
        head_name: as written; words before it ("Hộ bà") tell the sex where that is not said.
        address: tells heads of one name apart.
        sex: of the head; written down where the records do not know it.

    Raises:
        DomainError: the village has several households of heads of that name.
    """
    name, place, sex = bare_head(head_name), squeeze(address), sex or head_sex(head_name)
    same = Household.objects.filter(unit=unit, head_name=name)
    found = list((same.filter(address=place) if place else same)[:2])
    if len(found) > 1:
        raise DomainError(
            f"{unit.name} có nhiều hộ mà chủ hộ tên {name}: hãy ghi thêm địa chỉ.",
            field="address",
        )
    if found:
        return _called(found[0], sex)
    return Household.objects.create(unit=unit, head_name=name, head_sex=sex, address=place)


def _called(household: Household, sex: str) -> Household:
    """Write the sex of a head that was not known yet, and the household's name after it."""
    if sex and not household.head_sex:
        household.head_sex = sex
        household.save(update_fields=["head_sex"])
        Recipient.objects.filter(household=household).update(name=str(household))
    return household
