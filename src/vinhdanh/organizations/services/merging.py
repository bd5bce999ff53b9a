"""Two records of one person, or of one household, become one; everything moves along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.organizations.hooks import facts_changed, merge_asked, merged
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Household, Person, Recipient, YearRecord
from vinhdanh.organizations.services.removal import relations_of

if TYPE_CHECKING:
    from django.db.models import Model

    from vinhdanh.organizations.keeping import Keeper


@transaction.atomic
def merge_people(*, keeper: Keeper, kept: Person, other: Person) -> Person:
    """Make one record of two that mean the same person; the second is gone afterwards.

    Raises:
        DomainError: they are one record, differ in what cannot be both, or hold the same thing
            twice (an honour of one year, a seat in one council, an account).
    """
    kept, other = _two(keeper, Person, kept, other)
    for field, what in (("birth_date", "ngày sinh"), ("sex", "giới tính")):
        _require_one(kept, other, field, what)
    for field in ("birth_date", "sex", "group"):
        setattr(kept, field, getattr(kept, field) or getattr(other, field))
    kept.is_direct_worker = kept.is_direct_worker or other.is_direct_worker
    moved = _merge(kept, other)
    kept.save()
    _tell(keeper, kept, other, ("person.merged", "hai hồ sơ của cùng một người"), moved)
    return kept


@transaction.atomic
def merge_households(*, keeper: Keeper, kept: Household, other: Household) -> Household:
    """Make one record of two that mean the same household.

    Raises:
        DomainError: as for `merge_people`.
    """
    kept, other = _two(keeper, Household, kept, other)
    kept.address = kept.address or other.address
    kept.head_sex = kept.head_sex or other.head_sex
    moved = _merge(kept, other)
    kept.save()
    Recipient.objects.filter(household=kept).update(name=str(kept))
    _tell(keeper, kept, other, ("household.merged", "hai hồ sơ của cùng một hộ"), moved)
    return kept


def _two(keeper: Keeper, model: Any, kept: Any, other: Any) -> tuple[Any, Any]:
    keeper.require_keeping(Kept.UNITS)
    if kept.pk == other.pk:
        raise DomainError("Hai hồ sơ này là một: hãy chọn hồ sơ khác để gộp.", field="other")
    rows = {
        row.pk: row
        for row in model.objects.select_for_update(of=("self",))
        .filter(pk__in=[kept.pk, other.pk])
        .order_by("pk")
    }
    if len(rows) < 2 or any(_body_of(row) != keeper.body.pk for row in rows.values()):  # noqa: PLR2004
        raise DomainError("Một trong hai hồ sơ không còn: hãy tải lại trang.", field="other")
    return rows[kept.pk], rows[other.pk]


def _body_of(row: Any) -> int:
    return row.body_id if isinstance(row, Person) else row.unit.office.pk


def _require_one(kept: Person, other: Person, field: str, what: str) -> None:
    ours, theirs = getattr(kept, field), getattr(other, field)
    if ours and theirs and ours != theirs:
        raise DomainError(
            f"Hai hồ sơ ghi {what} khác nhau: nếu đúng là một người, hãy sửa cho giống nhau rồi"
            " gộp.",
            field="other",
        )


def _merge(kept: Any, other: Any) -> dict[str, int]:
    moved: dict[str, int] = {}
    name = kept._meta.model_name  # noqa: SLF001
    ours = Recipient.objects.filter(**{name: kept}).first()
    theirs = Recipient.objects.filter(**{name: other}).first()
    if ours and theirs:
        merge_asked(ours, theirs)
        _merge_years(ours, theirs)
        moved |= _move(ours, theirs)
        theirs.delete()
        merged(ours)
    elif theirs:
        theirs.name = str(kept)
        theirs.save(update_fields=["name"])
    moved |= _move(kept, other)
    other.delete()
    if recipient := ours or theirs:
        facts_changed([recipient.pk])
    return moved


def _move(kept: Model, other: Model) -> dict[str, int]:
    """Point everything at the kept row; tell how many rows of each kind."""
    counts = {}
    for relation in relations_of(other):
        rows = relation.related_model._base_manager.filter(  # noqa: SLF001
            **{relation.field.name: other}
        )
        kind = str(relation.related_model._meta.verbose_name)  # noqa: SLF001
        try:
            with transaction.atomic():
                if count := rows.update(**{relation.field.name: kept}):
                    counts[kind] = count
        except IntegrityError as problem:
            raise DomainError(
                f"Cả hai hồ sơ đều có {kind} trùng nhau: hãy bỏ hoặc sửa ở một hồ sơ rồi gộp.",
                field="other",
            ) from problem
    return counts


def _merge_years(ours: Recipient, theirs: Recipient) -> None:
    """Where both know a year, keep ours if they say the same, refuse if they do not."""
    known = {row.year: row for row in ours.years.all()}
    for row in theirs.years.all():
        if row.year not in known:
            continue
        if _facts(known[row.year]) != _facts(row):
            raise DomainError(
                f"Hai hồ sơ ghi số liệu năm {row.year} khác nhau: hãy sửa cho giống nhau rồi gộp.",
                field="other",
            )
        row.delete()


def _facts(row: YearRecord) -> dict[str, Any]:
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields  # noqa: SLF001
        if field.name not in ("id", "recipient")
    }


def _tell(
    keeper: Keeper, kept: Model, other: Model, told: tuple[str, str], moved: dict[str, int]
) -> None:
    record(
        scope=keeper.scope,
        actor=keeper.name,
        action=told[0],
        target=kept,
        sentence=f"gộp {told[1]}: {other} vào {kept}",
        details={"moved": moved},
    )
