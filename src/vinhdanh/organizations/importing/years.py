"""Lists of yearly gradings: each row begins somebody's year, or fills what was not known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from vinhdanh.kernel import clock
from vinhdanh.kernel.batches import BATCH
from vinhdanh.organizations.enums import ImportKind, RecipientKind
from vinhdanh.organizations.hooks import facts_changed
from vinhdanh.organizations.importing.judging import RowError, accept, refuse, require_read
from vinhdanh.organizations.importing.recipients import Recipients
from vinhdanh.organizations.importing.year_values import differences, filled, said_of
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import YearRecord
from vinhdanh.organizations.row_values import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vinhdanh.organizations.importing.recipients import Meant
    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.models import ImportRow, ListImport

FIELDS = (
    "completion",
    "absent_months",
    "maternity_months",
    "members",
    "members_completing",
    "members_advanced",
    "members_exemplary",
    "worst_discipline",
)


@dataclass(frozen=True, slots=True)
class _Read:
    meant: Meant
    year: int
    values: dict[str, Any]
    known: YearRecord | None


Years: TypeAlias = tuple[Recipients, list[_Read]]


class YearLists:
    """Reads gradings and absences in; a unit's head, those of the own unit."""

    kind = ImportKind.YEAR_RECORDS

    def require(self, importer: Importer, listing: ListImport) -> None:  # noqa: ARG002
        """Refuse who may not write about years."""
        importer.require_keeping(Kept.FACTS)

    def review(self, importer: Importer, listing: ListImport, rows: Sequence[ImportRow]) -> Years:
        """Say what is new, known, or contradicts the records; a fixed number of queries."""
        return _read_all(importer, listing, rows)

    def enter(self, importer: Importer, listing: ListImport, read: Years) -> None:  # noqa: ARG002
        """Begin years and fill what was not known; nothing written is overwritten."""
        recipients, rows = read
        made = recipients.made([each.meant for each in rows])
        changed, fresh = [], []
        for each, recipient in zip(rows, made, strict=True):
            if each.known is None:
                fresh.append(YearRecord(recipient=recipient, year=each.year, **each.values))
            elif each.values:
                for name, value in each.values.items():
                    setattr(each.known, name, value)
                changed.append(each.known)
        YearRecord.objects.bulk_create(fresh, batch_size=BATCH)
        YearRecord.objects.bulk_update(changed, FIELDS, batch_size=BATCH)
        if touched := [row.recipient_id for row in (*fresh, *changed)]:
            facts_changed(touched)


def _read_all(importer: Importer, listing: ListImport, rows: Sequence[ImportRow]) -> Years:
    values = [unpacked(row.values) for row in rows]
    recipients = Recipients(importer, values, has_ended=True)
    known = _known(recipients)
    seen: dict[tuple[object, ...], int] = {}
    read: list[_Read] = []
    for row, said in zip(rows, values, strict=True):
        try:
            one = _read(row, said, listing, recipients, known)
            _require_once(row, one, seen)
        except RowError as problem:
            refuse(row, problem)
            continue
        _tell(row, one)
        read.append(one)
    return recipients, read


def _require_once(row: ImportRow, one: _Read, seen: dict[tuple[object, ...], int]) -> None:
    first = seen.setdefault((one.meant.key, one.year), row.number)
    if first != row.number:
        raise RowError(f"Trùng người và năm với dòng {first}: hãy để lại một dòng.")


def _known(recipients: Recipients) -> dict[tuple[object, ...], YearRecord]:
    """Return the years of all whom the rows may mean."""
    return {
        (_thing(row), row.year): row
        for asked in recipients.conditions()
        for row in YearRecord.objects.filter(asked).select_related("recipient")
    }


def _thing(row: YearRecord) -> tuple[str, int | None]:
    one = row.recipient
    return one.kind, one.person_id or one.unit_id or one.household_id


def _read(
    row: ImportRow,
    said: dict[str, Any],
    listing: ListImport,
    recipients: Recipients,
    known: dict[tuple[object, ...], YearRecord],
) -> _Read:
    require_read(row)
    year = _year(said, listing)
    meant = recipients.meant(row, said)
    _require_own(recipients, meant)
    values = said_of(meant.kind, said)
    if not values:
        raise RowError("Dòng này không có số liệu nào của năm: hãy sửa dòng này, hoặc để lại.")
    there = known.get(((meant.kind.value, meant.known.pk), year)) if meant.known else None
    if there and (told := differences(there, values)):
        raise RowError(
            f"Sổ đã ghi năm {year} khác với dòng này ({told}): hãy sửa dòng này cho khớp, hoặc sửa"
            " ở trang Số liệu năm rồi nhập lại.",
            target=there.pk,
        )
    return _Read(meant, year, filled(there, values), there)


def _year(said: dict[str, Any], listing: ListImport) -> int:
    year = said.get("year") or listing.details.get("year")
    if not year:
        raise RowError("Chưa biết năm nào: hãy ghi ở phần “Năm” của trang này, hoặc sửa dòng này.")
    if year > clock.today().year:
        raise RowError(f"Năm {year} chưa tới: hãy kiểm tra lại.")
    return int(year)


def _require_own(recipients: Recipients, meant: Meant) -> None:
    """Refuse somebody of another unit; where one is in several, one of the own is enough."""
    units: Iterable[int] = [meant.unit.pk] if meant.unit else []
    if meant.kind == RecipientKind.INDIVIDUAL and meant.known:
        units = recipients.people.units[meant.known.pk] or units
    refusals = [recipients.units.refusal(Kept.FACTS, unit) for unit in units]
    if refusals and all(refusals):
        raise RowError(refusals[0])


def _tell(row: ImportRow, one: _Read) -> None:
    if one.meant.is_new:
        told = f"Thêm {one.meant.values['name']} vào sổ và ghi năm {one.year}."
        accept(row, f"{told} {one.meant.warning}".strip(), is_warned=True)
    elif one.known is None:
        accept(row, f"Ghi năm {one.year}.")
    elif one.values:
        accept(row, f"Đã có năm {one.year}; chỉ ghi thêm chỗ còn trống.", target=one.known.pk)
    else:
        accept(row, f"Đã có năm {one.year}, không có gì mới.", target=one.known.pk)
