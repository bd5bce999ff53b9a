"""Units that change: renamed, merged, split, taken into another; always by a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.organizations.checks import require_after, require_past, written
from vinhdanh.organizations.enums import SuccessionKind, UnitKind
from vinhdanh.organizations.families import family_of
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Unit, UnitSuccession
from vinhdanh.organizations.services.handing_over import NOWHERE_ELSE, Places, hand_over
from vinhdanh.organizations.services.units import found_unit, hold_units
from vinhdanh.organizations.succession_wording import told_change, told_kind

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.organizations.hooks import Moved
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
    held = hold_units([unit])
    return _join(keeper, held, _new(held[0], name, change), SuccessionKind.RENAMED, change)


@transaction.atomic
def merge_units(
    *,
    keeper: Keeper,
    units: Sequence[Unit],
    name: str,
    change: Change,
    led_by: Unit | None = None,
) -> Unit:
    """Make one new unit of two or more; it stands where the first of them stood.

    Args:
        keeper: who acts.
        units: what is merged.
        name: of the new unit.
        change: the day and the document.
        led_by: whose head leads the new unit; nobody named: the first unit's that has one.

    Raises:
        DomainError: there are fewer than two units, they are not of one family, the head is of
            none of them, or as for `rename_unit`.
    """
    if len({unit.pk for unit in units}) < FEWEST:
        raise DomainError("Hợp nhất cần ít nhất hai đơn vị: hãy chọn thêm.", field="others")
    units = hold_units(units)
    for unit in units[1:]:
        _require_family(unit, units[0], field="others")
    if led_by and led_by not in units:
        raise DomainError(
            f"{led_by} không được hợp nhất: hãy chọn người phụ trách của một trong các đơn vị được"
            " chọn.",
            field="led_by",
        )
    new = _new(units[0], name, change)
    heads_first = sorted(units, key=lambda unit: unit != led_by)
    return _join(keeper, heads_first, new, SuccessionKind.MERGED, change)


@transaction.atomic
def dissolve_into(*, keeper: Keeper, unit: Unit, successor: Unit, change: Change) -> Unit:
    """End a unit whose people and households go to one that exists.

    Raises:
        DomainError: the other unit is the same one, not there on the day or of another family,
            or as above.
    """
    keeper.require_keeping(Kept.UNITS, successor)
    unit, successor = hold_units([unit, successor])
    if successor.pk == unit.pk or not successor.is_valid_on(change.on):
        raise DomainError(
            f"{successor} không thể nhận đơn vị này vào ngày {change.on:%d/%m/%Y}: hãy chọn đơn vị"
            " khác đang hoạt động.",
            field="successor",
        )
    _require_family(successor, unit, field="successor")
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
    (unit,) = hold_units([unit])
    kept = _end(keeper, unit, change)
    parts = [_new(unit, name, change, field="names") for name in names]
    moved = hand_over(unit, parts, on=change.on, places=places)
    for part, of_part in zip(parts, moved, strict=True):
        _follow(unit, part, SuccessionKind.SPLIT, kept, of_part)
    told = [f"{part.name} ({_told_of(part)})" for part in parts]
    sentence = told_change(SuccessionKind.SPLIT, [unit.name], told)
    _tell(keeper, unit, sentence, SuccessionKind.SPLIT, change)
    return parts


def _join(
    keeper: Keeper, units: Sequence[Unit], new: Unit, kind: SuccessionKind, change: Change
) -> Unit:
    for unit in units:
        kept = _end(keeper, unit, change)
        (moved,) = hand_over(unit, [new], on=change.on)
        _follow(unit, new, kind, kept, moved)
    told = told_change(kind, [unit.name for unit in units], [new.name])
    _tell(keeper, new, told, kind, change)
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


def _end(keeper: Keeper, unit: Unit, change: Change) -> Change:
    """Close a unit that is held, on a day; return day and document as they are kept."""
    keeper.require_keeping(Kept.UNITS, unit)
    basis = written(UnitSuccession, "basis", change.basis, what="văn bản căn cứ")
    require_past(change.on, field="on")
    if unit.body_id is None:
        raise DomainError("Đây là cơ quan, không phải đơn vị trực thuộc: không đổi ở trang này.")
    if unit.valid_to is not None:
        raise DomainError(
            f"{unit.name} đã thôi hoạt động từ ngày {unit.valid_to:%d/%m/%Y}: hãy tải lại trang"
            " và chọn đơn vị tiếp nối."
        )
    require_after(change.on, unit.valid_from, field="on", what="lập đơn vị")
    unit.valid_to = change.on
    unit.save(update_fields=["valid_to"])
    return Change(change.on, basis)


def _follow(old: Unit, new: Unit, kind: SuccessionKind, change: Change, moved: Moved) -> None:
    UnitSuccession.objects.create(
        predecessor=old,
        successor=new,
        kind=kind,
        on=change.on,
        basis=change.basis,
        moved=moved,
    )


def _require_family(unit: Unit, other: Unit, *, field: str) -> None:
    if unit.kind not in family_of(other.kind):
        raise DomainError(
            f"{unit} là {told_kind(unit)}, {other} là {told_kind(other)}: chỉ các đơn vị cùng loại"
            " mới hợp nhất, sáp nhập với nhau; hãy chọn lại, hoặc sửa loại nếu ghi sai.",
            field=field,
        )


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
