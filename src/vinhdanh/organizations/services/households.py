"""Adding, correcting and moving households."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.intake.lists import head_name, head_sex
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.checks import require_past, written
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Household, Recipient

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.organizations.keeping import Keeper
    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdFacts:
    """What is written about a household."""

    unit: Unit
    head_name: str
    """Words before it ("Hộ bà") tell the sex where that is not said."""
    address: str = ""
    head_sex: str = ""


@transaction.atomic
def add_household(*, keeper: Keeper, facts: HouseholdFacts) -> Household:
    """Add a household to a village.

    Raises:
        DomainError: the head is missing, or the village knows one it cannot be told from.
    """
    keeper.require_keeping(Kept.PEOPLE, facts.unit)
    household = Household.objects.create(**_values(facts))
    _tell(keeper, household, "household.added", f"thêm {household} ở {household.unit}")
    return household


@transaction.atomic
def correct_household(*, keeper: Keeper, household: Household, facts: HouseholdFacts) -> Household:
    """Correct a household's head or address, or write that it moved to another village.

    Raises:
        DomainError: as for `add_household`.
    """
    keeper.require_keeping(Kept.PEOPLE, household.unit)
    keeper.require_keeping(Kept.PEOPLE, facts.unit)
    household = Household.objects.select_for_update(of=("self",)).get(pk=household.pk)
    before = f"{household}, {household.address}, {household.unit}"
    for name, value in _values(facts, own=household).items():
        setattr(household, name, value)
    household.save()
    Recipient.objects.filter(household=household).update(name=str(household))
    told = f"sửa thông tin của {household}"
    _tell(keeper, household, "household.corrected", told, before=before)
    return household


@transaction.atomic
def leave_village(*, keeper: Keeper, household: Household, on: dt.date) -> Household:
    """Write from which day a household lives here no more; its honours stay.

    Raises:
        DomainError: it left already, or the day is to come.
    """
    keeper.require_keeping(Kept.PEOPLE, household.unit)
    household = Household.objects.select_for_update(of=("self",)).get(pk=household.pk)
    if household.valid_to is not None:
        raise DomainError(
            f"{household} đã được ghi không còn ở đây từ ngày {household.valid_to:%d/%m/%Y}."
        )
    require_past(on, field="on")
    household.valid_to = on
    household.save(update_fields=["valid_to"])
    told = f"ghi {household} không còn ở {household.unit} từ ngày {on:%d/%m/%Y}"
    _tell(keeper, household, "household.left", told)
    return household


def _values(facts: HouseholdFacts, own: Household | None = None) -> dict[str, object]:
    name = written(Household, "head_name", head_name(facts.head_name), what="tên chủ hộ")
    address = squeeze(facts.address)
    require_fits(Household, "address", address)
    values: dict[str, object] = {"unit": facts.unit, "head_name": name, "address": address}
    if Household.objects.filter(**values).exclude(pk=own.pk if own else 0).exists():
        raise DomainError(
            f"{facts.unit} đã có hộ mà chủ hộ tên {name}"
            f"{f' ở {address}' if address else ''}: hãy ghi địa chỉ khác để phân biệt.",
            field="address",
        )
    return values | {"head_sex": facts.head_sex or head_sex(facts.head_name)}


def _tell(keeper: Keeper, row: Household, action: str, sentence: str, *, before: str = "") -> None:
    record(
        scope=keeper.scope,
        actor=keeper.name,
        action=action,
        target=row,
        sentence=sentence,
        details={"before": before} if before else None,
    )
