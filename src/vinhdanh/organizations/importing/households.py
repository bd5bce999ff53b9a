"""Lists of households: each row is a new one, or one the village has already."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from vinhdanh.kernel.batches import BATCH
from vinhdanh.kernel.text import fold, one_spelling, squeeze
from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.importing.judging import (
    RowError,
    accept,
    refuse,
    require_fits,
    require_read,
)
from vinhdanh.organizations.importing.units import Units
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Household, Recipient
from vinhdanh.organizations.queries.units import place_of, unit_named
from vinhdanh.organizations.row_values import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.models import ImportRow, ListImport, Unit

LONGEST = {"head_name": (100, "Tên chủ hộ"), "address": (200, "Địa chỉ")}


class Households:
    """The households of a body whose heads bear one of some names; one query."""

    def __init__(self, body: Unit, names: Iterable[str]) -> None:
        folded = {fold(name) for name in names} - {""}
        self._found: dict[tuple[int, str], list[Household]] = defaultdict(list)
        for one in Household.objects.filter(unit__body=body, folded_name__in=folded):
            self._found[one.unit_id, one_spelling(one.head_name)].append(one)
        self.keys = [one.pk for same in self._found.values() for one in same]

    def meant(self, unit: Unit, name: str, address: str) -> Household | None:
        """Return the household a row means, or None where it is a new one.

        Args:
            unit: its village.
            name: of its head.
            address: `place_within` the village.

        Raises:
            RowError: the village has several heads of that name.
        """
        same = self._found.get((unit.pk, one_spelling(squeeze(name))), [])
        if address:
            placed = [one for one in same if fold(one.address) == fold(address)]
            return placed[0] if placed else None
        if len(same) > 1:
            raise RowError(
                f"{unit.called} có {len(same)} hộ mà chủ hộ tên {name}: hãy sửa dòng này và ghi"
                " địa chỉ."
            )
        return same[0] if same else None


def place_within(unit: Unit, address: str) -> str:
    """Return an address, empty where it says no more than the unit does."""
    place = place_of(unit.office)
    return "" if unit_named(address, among=[unit], place=place) else address


class HouseholdLists:
    """Reads households in; a unit's head, those of the own unit."""

    kind = ImportKind.HOUSEHOLDS

    def require(self, importer: Importer, listing: ListImport) -> None:  # noqa: ARG002
        """Refuse who may not write about households."""
        importer.require_keeping(Kept.PEOPLE)

    def review(
        self,
        importer: Importer,
        listing: ListImport,  # noqa: ARG002
        rows: Sequence[ImportRow],
    ) -> list[Household]:
        """Say which households are new and which are known; two queries."""
        return _read_all(importer, rows)

    def enter(
        self,
        importer: Importer,  # noqa: ARG002
        listing: ListImport,  # noqa: ARG002
        read: Sequence[Household],
    ) -> None:
        """Add the new ones; of the others, the sex of the head is filled where it was empty."""
        Household.objects.bulk_create([one for one in read if one.pk is None], batch_size=BATCH)
        known = [one for one in read if one.pk is not None]
        Household.objects.bulk_update(known, ["head_sex"], batch_size=BATCH)
        recipients = list(Recipient.objects.filter(household__in=known).select_related("household"))
        for each in recipients:
            each.name = str(each.household)
        Recipient.objects.bulk_update(recipients, ["name"], batch_size=BATCH)


def new_household(unit: Unit, name: str, said: Mapping[str, Any]) -> Household:
    """Return a household, its address `place_within` the unit, ready to be written with others."""
    name = squeeze(name)
    return Household(
        unit=unit,
        head_name=name,
        folded_name=fold(name),
        head_sex=said.get("sex", ""),
        address=squeeze(said.get("address", "")),
    )


def _read_all(importer: Importer, rows: Sequence[ImportRow]) -> list[Household]:
    units = Units(importer)
    values = [unpacked(row.values) for row in rows]
    known = Households(importer.body, [each.get("head_name", "") for each in values])
    seen: dict[tuple[object, ...], int] = {}
    read: list[Household] = []
    for row, said in zip(rows, values, strict=True):
        try:
            unit = _read(row, said, units, seen)
            found = known.meant(unit, said["head_name"], said["address"])
        except RowError as problem:
            refuse(row, problem)
            continue
        if found is None:
            accept(row, f"Thêm vào {unit.called}.")
            read.append(new_household(unit, said["head_name"], said))
        elif (sex := said.get("sex", "")) and not found.head_sex:
            accept(row, f"Đã có ở {unit.called}; ghi thêm giới tính chủ hộ.", target=found.pk)
            found.head_sex = sex
            read.append(found)
        else:
            accept(row, f"Đã có ở {unit.called}, không thêm nữa.", target=found.pk)
    return read


def _read(
    row: ImportRow, said: dict[str, Any], units: Units, seen: dict[tuple[object, ...], int]
) -> Unit:
    """Return the village of a row; leave of its address what says more than the village does."""
    require_read(row)
    for field, (limit, label) in LONGEST.items():
        require_fits(said.get(field, ""), limit, label)
    unit = units.asked(said.get("unit", ""), Kept.PEOPLE)
    said["address"] = place_within(unit, said.get("address", ""))
    key = (unit.pk, one_spelling(said["head_name"]), fold(said["address"]))
    if (first := seen.setdefault(key, row.number)) != row.number:
        raise RowError(f"Cùng một hộ với dòng {first}: hãy để lại một dòng, hoặc ghi địa chỉ.")
    return unit
