"""Units that change: renamed, merged, split, taken into another; always by a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.checks import require_after, require_past, written
from vinhdanh.organizations.enums import SuccessionKind, UnitKind
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Unit, UnitSuccession
from vinhdanh.organizations.services.handing_over import NOWHERE_ELSE, Places, hand_over
from vinhdanh.organizations.services.units import found_unit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.organizations.keeping import Keeper

FEWEST = 2
"""So few units take part in a merger, or come out of a split."""


@dataclass(frozen=True, slots=True)
class Change:
    """From which day, and by which document."""

    on: dt.date
    basis: str


@transaction.atomic
def rename_unit(*, keeper: Keeper, unit: Unit, name: str, change: Change) -> Unit:
    """Let a unit go on under a new name; it stays the same unit to the law.

    Raises:
        DomainError: a word is missing, the day does not fit, or the unit is over already.
    """
    return _join(keeper, [unit], _new(unit, name, change), SuccessionKind.RENAMED, change)


@transaction.atomic
def merge_units(*, keeper: Keeper, units: Sequence[Unit], name: str, change: Change) -> Unit:
    """Make one new unit of two or more; it stands where the first of them stood.

    Raises:
        DomainError: there are fewer than two units, or as for `rename_unit`.
    """
    if len({unit.pk for unit in units}) < FEWEST:
        raise DomainError("Hợp nhất cần ít nhất hai đơn vị: hãy chọn thêm.", field="others")
    return _join(keeper, units, _new(units[0], name, change), SuccessionKind.MERGED, change)


@transaction.atomic
def dissolve_into(*, keeper: Keeper, unit: Unit, successor: Unit, change: Change) -> Unit:
    """End a unit whose people and households go to one that exists.

    Raises:
        DomainError: the other unit is the same one or not there on the day, or as above.
    """
    keeper.require_keeping(Kept.UNITS, successor)
    if successor.pk == unit.pk or not successor.is_valid_on(change.on):
        raise DomainError(
            f"{successor} không thể nhận đơn vị này vào ngày {change.on:%d/%m/%Y}: hãy chọn đơn vị"
            " khác đang hoạt động.",
            field="successor",
        )
    return _join(keeper, [unit], successor, SuccessionKind.DISSOLVED_INTO, change)


@transaction.atomic
def split_unit(
    *,
    keeper: Keeper,
    unit: Unit,
    names: Sequence[str],
    change: Change,
    places: Places = NOWHERE_ELSE,
) -> list[Unit]:
    """Make several new units of one; whoever is not placed goes to the first of them.

    Raises:
        DomainError: fewer than two names, one name twice, somebody is placed in no part, or as
            for `rename_unit`.
    """
    if not {*places.people.values(), *places.households.values()} <= set(range(len(names))):
        raise DomainError("Có người hoặc hộ chưa về đơn vị mới nào: hãy chọn lại.", field="names")
    if len({name.strip().lower() for name in names}) < max(FEWEST, len(names)):
        raise DomainError(
            "Chia, tách cần ít nhất hai đơn vị mới khác tên nhau: hãy ghi mỗi dòng một tên.",
            field="names",
        )
    basis = _end(keeper, unit, change)
    parts = [_new(unit, name, change, field="names") for name in names]
    for part in parts:
        _follow(unit, part, SuccessionKind.SPLIT, change.on, basis)
    hand_over(unit, parts, on=change.on, places=places)
    told = joined([f"{part.name} ({_told_of(part)})" for part in parts])
    _tell(keeper, unit, f"chia {unit.name} thành {told}", SuccessionKind.SPLIT, change)
    return parts


def _join(
    keeper: Keeper, units: Sequence[Unit], new: Unit, kind: SuccessionKind, change: Change
) -> Unit:
    for unit in units:
        basis = _end(keeper, unit, change)
        _follow(unit, new, kind, change.on, basis)
        hand_over(unit, [new], on=change.on)
    names = joined([unit.name for unit in units])
    told = {
        SuccessionKind.RENAMED: f"đổi tên {names} thành {new.name}",
        SuccessionKind.MERGED: f"hợp nhất {names} thành {new.name}",
        SuccessionKind.DISSOLVED_INTO: f"sáp nhập {names} vào {new.name}",
    }
    _tell(keeper, new, told[kind], kind, change)
    return new


def _told_of(part: Unit) -> str:
    people = part.positions.values("person").distinct().count()
    return f"{people} người, {part.households.count()} hộ"


def _new(like: Unit, name: str, change: Change, *, field: str = "name") -> Unit:
    """Found a unit that stands where another stood."""
    text = written(Unit, "name", name, what="tên đơn vị mới")
    assert like.parent is not None, "a body is no unit of itself"
    same = Unit.objects.filter(body=like.body, name=text, valid_to__isnull=True)
    if same.exists():
        raise DomainError(
            f"Đã có đơn vị {text} đang hoạt động: hãy ghi tên khác, hoặc chọn sáp nhập vào đơn vị"
            " đó.",
            field=field,
        )
    unit = found_unit(
        name=text,
        kind=UnitKind(like.kind),
        parent=like.parent,
        takes_part=like.takes_part,
        order=like.order,
    )
    unit.valid_from = change.on
    unit.save(update_fields=["valid_from"])
    return unit


def _end(keeper: Keeper, unit: Unit, change: Change) -> str:
    """Close a unit on a day; return the document as it is kept."""
    keeper.require_keeping(Kept.UNITS, unit)
    basis = written(UnitSuccession, "basis", change.basis, what="văn bản căn cứ")
    require_past(change.on, field="on")
    locked = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if locked.body_id is None:
        raise DomainError("Đây là cơ quan, không phải đơn vị trực thuộc: không đổi ở trang này.")
    if locked.valid_to is not None:
        raise DomainError(
            f"{locked.name} đã thôi hoạt động từ ngày {locked.valid_to:%d/%m/%Y}: hãy tải lại trang"
            " và chọn đơn vị tiếp nối."
        )
    require_after(change.on, locked.valid_from, field="on", what="lập đơn vị")
    unit.valid_to = locked.valid_to = change.on
    locked.save(update_fields=["valid_to"])
    return basis


def _follow(old: Unit, new: Unit, kind: SuccessionKind, on: dt.date, basis: str) -> None:
    UnitSuccession.objects.create(predecessor=old, successor=new, kind=kind, on=on, basis=basis)


def _tell(
    keeper: Keeper, target: Unit, sentence: str, kind: SuccessionKind, change: Change
) -> None:
    record(
        scope=keeper.scope,
        actor=keeper.name,
        action=f"unit.{kind.value}",
        target=target,
        sentence=f"{sentence} từ ngày {change.on:%d/%m/%Y}, căn cứ {change.basis.strip()}",
    )
