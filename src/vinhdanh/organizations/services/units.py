"""Founding units and the bodies above them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.models import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vinhdanh.organizations.enums import UnitKind

STEP_WIDTH = 6
"""Characters of one step in a path; 36^6 units fit."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@transaction.atomic
def found_unit(
    *,
    name: str,
    kind: UnitKind,
    parent: Unit | None = None,
    short_name: str = "",
    place: str = "",
    province: str = "",
    takes_part: bool = True,
    order: int = 0,
) -> Unit:
    """Create a unit under its parent, or a body of its own where there is no parent."""
    unit = Unit(
        name=squeeze(name),
        short_name=squeeze(short_name),
        place=squeeze(place),
        province=province,
        kind=kind,
        parent=parent,
        body=parent.office if parent else None,
        takes_part=takes_part,
        order=order,
        path=uuid4().hex,  # the real one needs the key that saving gives
    )
    unit.save()
    unit.path = (parent.path if parent else "") + _step(unit.pk) + "/"
    unit.save(update_fields=["path"])
    return unit


def hold_units(units: Iterable[Unit]) -> list[Unit]:
    """Lock units, in the order of their keys so that no two acts wait for each other.

    Returns:
        The units as they stand now, in the order they came.

    Raises:
        DomainError: one of them is gone.
    """
    asked = [unit.pk for unit in units]
    rows = Unit.objects.select_for_update(of=("self",)).filter(pk__in=asked).order_by("pk")
    found = {unit.pk: unit for unit in rows}
    if not found.keys() >= set(asked):
        raise DomainError("Đơn vị này không còn: hãy tải lại trang.")
    return [found[key] for key in asked]


def move_unit(*, unit: Unit, parent: Unit) -> None:
    """Hang a unit, with all below it, under another unit of the same body.

    Raises:
        DomainError: the new place lies below the unit itself.
    """
    if parent.path.startswith(unit.path):
        raise DomainError(f"{parent} thuộc {unit}: hãy chọn đơn vị cấp trên khác.", field="parent")
    before, after = unit.path, parent.path + _step(unit.pk) + "/"
    Unit.objects.filter(pk=unit.pk).update(parent=parent)
    for each in Unit.objects.filter(path__startswith=before):
        Unit.objects.filter(pk=each.pk).update(path=after + each.path[len(before) :])
    unit.refresh_from_db()


def _step(number: int) -> str:
    digits = ""
    while number:
        number, rest = divmod(number, len(_DIGITS))
        digits = _DIGITS[rest] + digits
    return digits.rjust(STEP_WIDTH, "0")
