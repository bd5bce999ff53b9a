"""Whom rows about people, collectives and households mean, known or to be made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from vinhdanh.kernel.batches import BATCH, parted
from vinhdanh.kernel.text import fold, one_spelling
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.organizations.importing.households import Households, new_household, place_within
from vinhdanh.organizations.importing.judging import RowError, require_fits
from vinhdanh.organizations.importing.matching import Described, People
from vinhdanh.organizations.importing.people import LONGEST_NAME, new_person
from vinhdanh.organizations.importing.units import Units
from vinhdanh.organizations.imports import NEW_ONE
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Household, Person, Position, Recipient, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.models import ImportRow


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a row means; what is not known yet is new, equal rows are one."""

    kind: RecipientKind
    key: tuple[object, ...]
    """Equal for rows that mean the same."""
    unit: Unit | None
    known: Person | Household | Unit | None
    values: dict[str, Any]
    warning: str = ""
    """What to check of somebody new; mostly empty."""

    @property
    def is_new(self) -> bool:
        """Tell whether nobody known is meant."""
        return self.known is None


class Recipients:
    """Finds and makes the recipients of the rows of one list in a fixed number of queries."""

    def __init__(
        self,
        importer: Importer,
        values: Sequence[dict[str, Any]],
        *,
        default: Unit | None = None,
        is_unit_free: bool = False,
        has_ended: bool = False,
    ) -> None:
        """Look up everybody the rows may mean.

        Args:
            importer: whose body it is.
            values: of the rows.
            default: the unit of rows that name none.
            is_unit_free: people may stand in a unit the records do not have (old decisions).
            has_ended: rows of former years may name units that are no more.
        """
        names = [each.get("name", "") for each in values]
        self.importer, self.default, self.is_unit_free = importer, default, is_unit_free
        self.units = Units(importer, has_ended=has_ended)
        self.people = People(importer.body, names)
        self.households = Households(importer.body, names)
        of_units = [each for each in values if each.get("kind") == RecipientKind.COLLECTIVE]
        units = [self.units.named(each.get("name", "")) for each in of_units]
        self._named_units = {unit.pk for unit in units if unit}
        self._new_people: dict[str, tuple[object, ...]] = {}

    def conditions(self) -> Iterator[Q]:
        """Return conditions on `recipient` that together hold for all whom the rows may mean."""
        for field, keys in (
            ("person", list(self.people.by_pk)),
            ("household", self.households.keys),
            ("unit", list(self._named_units)),
        ):
            for some in parted(keys):
                yield Q(**{f"recipient__{field}__in": some})

    def meant(self, row: ImportRow, values: dict[str, Any]) -> Meant:
        """Return whom a row means.

        Raises:
            RowError: it is not certain, or may not be made by the importer.
        """
        kind = values.get("kind")
        if not kind:
            raise RowError("Chưa rõ là cá nhân, tập thể hay hộ gia đình: hãy sửa dòng này.")
        if kind == RecipientKind.COLLECTIVE:
            unit = self.units.asked(values["name"])
            return Meant(RecipientKind.COLLECTIVE, ("unit", unit.pk), unit, unit, values)
        require_fits(values["name"], LONGEST_NAME, "Tên")
        if kind == RecipientKind.HOUSEHOLD:
            return self._household(values)
        return self._person(row, values)

    def _household(self, values: dict[str, Any]) -> Meant:
        unit = self._unit(values)
        if unit is None:
            raise RowError("Chưa ghi thôn của hộ: hãy sửa dòng này và ghi đơn vị.")
        address = place_within(unit, values.get("address", ""))
        values = {**values, "address": address}
        found = self.households.meant(unit, values["name"], address)
        if found is None:
            self.units.asked(unit.name, Kept.PEOPLE)
        key = ("household", unit.pk, one_spelling(values["name"]), fold(address))
        return Meant(RecipientKind.HOUSEHOLD, key, unit, found, values)

    def _person(self, row: ImportRow, values: dict[str, Any]) -> Meant:
        unit = self._unit(values)
        born = values.get("birth_date")
        who = Described(values["name"], born, values.get("birth_year"), unit)
        found = self.people.meant(who, row.chosen)
        if found is not None:
            return Meant(RecipientKind.INDIVIDUAL, ("person", found.pk), unit, found, values)
        if unit is not None:
            self.units.asked(unit.name, Kept.PEOPLE)
        name = one_spelling(values["name"])
        key = ("new", name, born, unit.pk if unit else None)
        if born is None and self._new_people.setdefault(name, key) != key:
            raise RowError(
                f"Tệp có hai người mới tên {values['name']} ở hai đơn vị: hãy ghi ngày sinh để phân"
                " biệt."
            )
        warning = self.people.warning(who) if row.chosen.get(who.name) != NEW_ONE else ""
        return Meant(RecipientKind.INDIVIDUAL, key, unit, None, values, warning)

    def _unit(self, values: dict[str, Any]) -> Unit | None:
        text = values.get("unit", "")
        if not text and self.default is not None:
            return self.default
        if self.is_unit_free:
            return self.units.named(text) if text else None
        return self.units.asked(text)

    def made(self, rows: Sequence[Meant]) -> list[Recipient]:
        """Return the recipient of each row, making what is new."""
        fresh = {each.key: each for each in rows if each.is_new}
        people = [each for each in fresh.values() if each.kind == RecipientKind.INDIVIDUAL]
        homes = [each for each in fresh.values() if each.kind == RecipientKind.HOUSEHOLD]
        things: dict[tuple[object, ...], Person | Household | Unit] = {
            each.key: each.known for each in rows if each.known is not None
        }
        things |= zip([each.key for each in people], self._add_people(people), strict=True)
        added = Household.objects.bulk_create(
            [
                new_household(each.unit, each.values["name"], each.values)
                for each in homes
                if each.unit
            ],
            batch_size=BATCH,
        )
        things |= zip([each.key for each in homes], added, strict=True)
        recipients = self._recipients_of(list(things.values()))
        return [recipients[things[each.key]] for each in rows]

    def _add_people(self, rows: Sequence[Meant]) -> list[Person]:
        added = Person.objects.bulk_create(
            [new_person(self.importer.body, each.values) for each in rows], batch_size=BATCH
        )
        Position.objects.bulk_create(
            [
                Position(
                    person=person,
                    unit=each.unit,
                    title=each.values.get("position", "")[:LONGEST_NAME],
                    valid_to=each.unit.valid_to,
                )
                for person, each in zip(added, rows, strict=True)
                if each.unit
            ],
            batch_size=BATCH,
        )
        return added

    def _recipients_of(
        self, things: Sequence[Person | Household | Unit]
    ) -> dict[Person | Household | Unit, Recipient]:
        found: dict[Person | Household | Unit, Recipient] = {}
        for model, field, kind in (
            (Person, "person", RecipientKind.INDIVIDUAL),
            (Unit, "unit", RecipientKind.COLLECTIVE),
            (Household, "household", RecipientKind.HOUSEHOLD),
        ):
            own = {each.pk: each for each in things if isinstance(each, model)}
            for one in Recipient.objects.filter(**{f"{field}__in": own}):
                found[own.pop(getattr(one, f"{field}_id"))] = one
            added = Recipient.objects.bulk_create(
                [
                    Recipient(body=self.importer.body, kind=kind, name=str(each), **{field: each})
                    for each in own.values()
                ],
                batch_size=BATCH,
            )
            found |= zip(own.values(), added, strict=True)
        return found
