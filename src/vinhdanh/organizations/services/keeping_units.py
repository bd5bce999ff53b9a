"""Adding and correcting units; and the superior of a body, by day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.organizations.checks import written
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Supervision, Unit
from vinhdanh.organizations.queries.units import supervision_on
from vinhdanh.organizations.services.units import found_unit, move_unit

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.organizations.enums import UnitKind
    from vinhdanh.organizations.keeping import Keeper


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFacts:
    """What is written about a unit."""

    name: str
    kind: UnitKind
    parent: Unit
    short_name: str = ""
    takes_part: bool = True
    order: int = 0


@transaction.atomic
def add_unit(*, keeper: Keeper, facts: UnitFacts, since: dt.date | None = None) -> Unit:
    """Found a unit of the keeper's body.

    Raises:
        DomainError: the name is missing or taken by a unit that exists.
    """
    keeper.require_keeping(Kept.UNITS, facts.parent)
    name, short_name = _names(facts)
    _require_free(keeper.body, name)
    unit = found_unit(
        name=name,
        kind=facts.kind,
        parent=facts.parent,
        short_name=short_name,
        takes_part=facts.takes_part,
        order=facts.order,
    )
    unit.valid_from = since
    unit.save(update_fields=["valid_from"])
    _tell(keeper, unit, "unit.added", f"thêm đơn vị {unit.name}")
    return unit


@transaction.atomic
def correct_unit(*, keeper: Keeper, unit: Unit, facts: UnitFacts) -> Unit:
    """Correct what was written wrongly; a new name by a decision is `rename_unit`.

    Raises:
        DomainError: as for `add_unit`, or the unit would lie below itself.
    """
    keeper.require_keeping(Kept.UNITS, unit)
    keeper.require_keeping(Kept.UNITS, facts.parent)
    name, short_name = _names(facts)
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if name != unit.name:
        _require_free(keeper.body, name)
    before = unit.name
    if facts.parent.pk != unit.parent_id:
        move_unit(unit=unit, parent=facts.parent)
    unit.name, unit.short_name, unit.kind = name, short_name, facts.kind
    unit.takes_part, unit.order = facts.takes_part, facts.order
    unit.save(update_fields=["name", "short_name", "kind", "takes_part", "order"])
    if unit.name != before and hasattr(unit, "recipient"):
        unit.recipient.name = unit.name
        unit.recipient.save(update_fields=["name"])
    _tell(keeper, unit, "unit.corrected", f"sửa thông tin đơn vị {unit.name}", before=before)
    return unit


@transaction.atomic
def change_superior(
    *,
    keeper: Keeper,
    superior_name: str,
    office_name: str,
    since: dt.date,
    superior: Unit | None = None,
) -> Supervision:
    """Write to which superior the keeper's body reports from a day on; the one before ends then.

    A change may be written ahead of its day. The day of the present one corrects its words.

    Raises:
        DomainError: a name is missing, the day is before that of the present superior, or the
            superior is no other body, or reports to the keeper's body itself.
    """
    keeper.require_keeping(Kept.UNITS)
    names = {
        "superior_name": written(
            Supervision, "superior_name", superior_name, what="cơ quan cấp trên"
        ),
        "office_name": written(Supervision, "office_name", office_name, what="nơi nhận báo cáo"),
    }
    body = Unit.objects.select_for_update(of=("self",)).get(pk=keeper.body.pk)
    if superior:
        _require_above(superior, body, since)
    last = body.supervisions.order_by("valid_from").last()
    if last and last.valid_from > since:
        raise DomainError(
            f"Ngày {since:%d/%m/%Y} đứng trước ngày của cơ quan cấp trên hiện ghi"
            f" ({last.valid_from:%d/%m/%Y}): hãy ghi ngày sau đó.",
            field="since",
        )
    if last and last.valid_from < since:
        last.valid_to = since
        last.save(update_fields=["valid_to"])
    kept, _ = Supervision.objects.update_or_create(
        body=body,
        valid_from=since,
        defaults={**names, "superior": superior, "valid_to": None},
    )
    _tell(
        keeper, body, "body.superior",
        f"ghi cơ quan cấp trên từ ngày {since:%d/%m/%Y}: {kept.superior_name}",
    )  # fmt: skip
    return kept


def _require_above(superior: Unit, body: Unit, since: dt.date) -> None:
    theirs = supervision_on(superior, as_of=since)
    if superior.body_id or superior.pk == body.pk or (theirs and theirs.superior_id == body.pk):
        raise DomainError(
            f"{superior} không thể là cơ quan cấp trên của {body}: hãy chọn cơ quan khác.",
            field="superior",
        )


def _names(facts: UnitFacts) -> tuple[str, str]:
    name = written(Unit, "name", facts.name, what="tên đơn vị")
    short_name = squeeze(facts.short_name)
    require_fits(Unit, "short_name", short_name)
    return name, short_name


def _require_free(body: Unit, name: str) -> None:
    if Unit.objects.filter(body=body, name=name, valid_to__isnull=True).exists():
        raise DomainError(f"Đã có đơn vị {name} đang hoạt động: hãy ghi tên khác.", field="name")


def _tell(keeper: Keeper, unit: Unit, action: str, sentence: str, *, before: str = "") -> None:
    record(
        scope=keeper.scope,
        actor=keeper.name,
        action=action,
        target=unit,
        sentence=sentence,
        details={"name": [before, unit.name]} if before and before != unit.name else None,
    )
