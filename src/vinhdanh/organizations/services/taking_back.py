"""A change of units that was written by mistake, taken back on the same day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.timezone import localdate

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.enums import SuccessionKind
from vinhdanh.organizations.hooks import unit_returned
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Household, Position, Recipient, Unit, UnitSuccession
from vinhdanh.organizations.queries.successions import is_of_today, whole_act
from vinhdanh.organizations.services.removal import kinds_on
from vinhdanh.organizations.services.units import hold_units, move_unit
from vinhdanh.organizations.succession_wording import told_change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.organizations.hooks import Moved
    from vinhdanh.organizations.keeping import Keeper

ANEW = "hãy ghi thay đổi mới theo văn bản"


@transaction.atomic
def take_back(*, keeper: Keeper, succession: UnitSuccession) -> Unit:
    """Undo a renaming, merger, split or taking-in; return the unit that goes on as before.

    What was done meanwhile to what had moved comes back with it.

    Raises:
        DomainError: it was not written today, the units changed again, the new unit has records
            of its own, or an account was given another role.
    """
    rows = list(whole_act(succession).select_for_update(of=("self",)))
    if not rows:
        raise DomainError("Thay đổi này đã được lấy lại: hãy tải lại trang.")
    held = {
        unit.pk: unit
        for unit in hold_units(each for row in rows for each in (row.predecessor, row.successor))
    }
    old = list(dict.fromkeys(held[row.predecessor_id] for row in rows))
    new = list(dict.fromkeys(held[row.successor_id] for row in rows))
    founded = new if succession.kind != SuccessionKind.DISSOLVED_INTO else []
    for unit in held.values():
        keeper.require_keeping(Kept.UNITS, unit)
    _require_today(rows)
    for unit in new:
        _require_unchanged(unit)
    for unit in old:
        require_name_free(unit, but_for=founded)
    for row in rows:
        _give_back(held[row.predecessor_id], held[row.successor_id], row.moved)
        row.delete()
        Unit.objects.filter(pk=row.predecessor_id).update(valid_to=None)
    for unit in founded:
        _unfound(unit)
    told = told_change(succession.kind, [unit.name for unit in old], [unit.name for unit in new])
    for unit in old:
        record(
            scope=keeper.scope, actor=keeper.name, action="unit.taken_back", target=unit,
            sentence=f"lấy lại việc {told}: ghi nhầm",
        )  # fmt: skip
    return Unit.objects.get(pk=succession.predecessor_id)


def _require_today(rows: list[UnitSuccession]) -> None:
    if not all(is_of_today(row) for row in rows):
        raise DomainError(
            f"Chỉ lấy lại được thay đổi ghi trong ngày; thay đổi này ghi ngày"
            f" {localdate(rows[0].written_at):%d/%m/%Y}: {ANEW}."
        )


def _require_unchanged(unit: Unit) -> None:
    if unit.valid_to is not None:
        raise DomainError(
            f"{unit} đã thôi hoạt động từ ngày {unit.valid_to:%d/%m/%Y}: hãy lấy lại thay đổi đó"
            " trước."
        )


def require_name_free(unit: Unit, *, but_for: Sequence[Unit] = ()) -> None:
    """Refuse where another unit bears the name, but for those that are about to go."""
    same = Unit.objects.filter(body=unit.body_id, name=unit.name, valid_to__isnull=True)
    if same.exclude(pk__in=[each.pk for each in but_for]).exists():
        raise DomainError(
            f"Nay đã có đơn vị khác tên {unit.name} đang hoạt động: hãy sửa tên đơn vị đó trước."
        )


def _give_back(old: Unit, new: Unit, moved: Moved) -> None:
    for before, after in moved["posts"]:
        _return_post(before, after, old)
    for pk, before, after in moved["households"]:
        _return_household(pk, before, after, old, new)
    for child in new.children.filter(pk__in=moved["units"]):
        move_unit(unit=child, parent=old)
    unit_returned(old, new, moved)


def _return_post(before: int, after: int, old: Unit) -> None:
    if before == after:
        Position.objects.filter(pk=before).update(unit=old)
        return
    held = Position.objects.filter(pk=after).first()
    if held is None:
        return
    Position.objects.filter(pk=before).update(
        title=held.title, is_leader=held.is_leader, valid_to=held.valid_to
    )
    held.delete()


def _return_household(pk: int, before: str, after: str, old: Unit, new: Unit) -> None:
    for household in Household.objects.filter(pk=pk, unit=new):
        household.unit = old
        household.address = before if household.address == after else household.address
        household.save(update_fields=["unit", "address"])


def _unfound(unit: Unit) -> None:
    """Remove a unit that only the change had founded."""
    own = kinds_on(unit, own={"recipient"})
    for recipient in Recipient.objects.filter(unit=unit):
        own += kinds_on(recipient)
    if own:
        raise DomainError(
            f"{unit} đã có {joined(list(dict.fromkeys(own)))} riêng, không lấy lại được: hãy gỡ"
            f" trước, hoặc để nguyên và {ANEW.removeprefix('hãy ')}."
        )
    Recipient.objects.filter(unit=unit).delete()
    unit.delete()
