"""Taking back what was entered by mistake; whatever has records stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import ForeignObjectRel

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Household, Person, Recipient

if TYPE_CHECKING:
    from collections.abc import Collection

    from django.db.models import Model

    from vinhdanh.organizations.keeping import Keeper

OWN = {"positions", "recipient"}
"""What goes with a person or household that nothing else rests on."""


@transaction.atomic
def remove_person(*, keeper: Keeper, person: Person) -> None:
    """Remove somebody entered by mistake.

    Raises:
        DomainError: something rests on the person; the sentence names it.
    """
    keeper.require_keeping(Kept.UNITS)
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk, body=keeper.body)
    _require_bare(person, "retire")
    _tell(keeper, person, "person.removed", f"bỏ {person}, ghi nhầm vào danh sách")
    person.positions.all().delete()
    Recipient.objects.filter(person=person).delete()
    person.delete()


@transaction.atomic
def remove_household(*, keeper: Keeper, household: Household) -> None:
    """Remove a household entered by mistake.

    Raises:
        DomainError: something rests on it; the sentence names it.
    """
    keeper.require_keeping(Kept.PEOPLE, household.unit)
    household = Household.objects.select_for_update(of=("self",)).get(pk=household.pk)
    _require_bare(household, "leave")
    _tell(keeper, household, "household.removed", f"bỏ {household}, ghi nhầm vào danh sách")
    Recipient.objects.filter(household=household).delete()
    household.delete()


def records_of(row: Person | Household) -> list[str]:
    """Return the names of the kinds of records that rest on a person or household."""
    recipient = getattr(row, "recipient", None)
    on_recipient = kinds_on(recipient) if recipient else []
    return list(dict.fromkeys([*kinds_on(row), *on_recipient]))


def kinds_on(row: Model, *, own: Collection[str] = OWN) -> list[str]:
    """Return the names of the kinds of records that point at a row, but for its own."""
    return [
        str(relation.related_model._meta.verbose_name)  # noqa: SLF001
        for relation in relations_of(row)
        if relation.get_accessor_name() not in own
        and relation.related_model._base_manager.filter(  # noqa: SLF001
            **{relation.field.name: row}
        ).exists()
    ]


def relations_of(row: Model) -> list[ForeignObjectRel]:
    """Return what points at rows of this kind, in this module and above it."""
    return [
        each
        for each in row._meta.get_fields(include_hidden=True)  # noqa: SLF001
        if isinstance(each, ForeignObjectRel) and not each.many_to_many
    ]


def _require_bare(row: Person | Household, instead: str) -> None:
    if found := records_of(row):
        advice = {
            "retire": "hãy ghi thôi chức vụ thay vì bỏ",
            "leave": "hãy ghi ngày không còn ở thôn thay vì bỏ",
        }[instead]
        raise DomainError(f"{row} đã có {joined(found)} trong sổ, không bỏ được: {advice}.")


def _tell(keeper: Keeper, row: Model, action: str, sentence: str) -> None:
    record(scope=keeper.scope, actor=keeper.name, action=action, target=row, sentence=sentence)
