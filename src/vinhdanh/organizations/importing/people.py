"""Lists of people: each row is somebody new, or fills what was not known of somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vinhdanh.kernel.batches import BATCH
from vinhdanh.kernel.text import fold, one_spelling
from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.hooks import facts_changed
from vinhdanh.organizations.importing.judging import (
    RowError,
    accept,
    refuse,
    require_fits,
    require_read,
)
from vinhdanh.organizations.importing.matching import Described, People
from vinhdanh.organizations.importing.units import Units
from vinhdanh.organizations.imports import NEW_ONE
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import Person, Position, Recipient
from vinhdanh.organizations.row_values import unpacked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.models import ImportRow, ListImport, Unit

FILLED = ("birth_date", "sex", "group")
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What a row comes to."""

    values: dict[str, Any]
    unit: Unit
    known: Person | None
    warning: str = ""
    """What to check of somebody new; mostly empty."""


class PeopleLists:
    """Reads people in; a unit's head, those of the own unit."""

    kind = ImportKind.PEOPLE

    def require(self, importer: Importer, listing: ListImport) -> None:  # noqa: ARG002
        """Refuse who may not write about people."""
        importer.require_keeping(Kept.PEOPLE)

    def enter(self, importer: Importer, listing: ListImport, read: Sequence[PersonRow]) -> None:  # noqa: ARG002
        """Add the new ones with their posts; fill what was not known of the others."""
        fresh = [one for one in read if one.known is None]
        added = Person.objects.bulk_create(
            [new_person(importer.body, one.values) for one in fresh], batch_size=BATCH
        )
        posts = [_post(person, one) for person, one in zip(added, fresh, strict=True)]
        known = [one for one in read if one.known is not None]
        held = Position.objects.filter(person__in=[one.known for one in known if one.known])
        here = set(held.values_list("person_id", "unit_id")) if known else set()
        posts += [
            _post(one.known, one)
            for one in known
            if one.known and (one.known.pk, one.unit.pk) not in here
        ]
        Position.objects.bulk_create(posts, batch_size=BATCH)
        _fill(known)

    def review(
        self,
        importer: Importer,
        listing: ListImport,  # noqa: ARG002
        rows: Sequence[ImportRow],
    ) -> list[PersonRow]:
        """Say who is new, who is known, who cannot be told apart; three queries."""
        units = Units(importer)
        values = [unpacked(row.values) for row in rows]
        people = People(importer.body, [each.get("name", "") for each in values])
        seen: dict[tuple[object, ...], int] = {}
        taken: dict[int, int] = {}
        found: list[PersonRow] = []
        for row, said in zip(rows, values, strict=True):
            try:
                one = _read(row, said, units, people)
                _require_once(row, one, seen, taken)
            except RowError as problem:
                refuse(row, problem)
                continue
            _tell(row, one)
            found.append(one)
        return found


def _read(row: ImportRow, said: dict[str, Any], units: Units, people: People) -> PersonRow:
    require_read(row)
    require_fits(said["name"], LONGEST_NAME, "Họ tên")
    require_fits(said.get("position", ""), LONGEST_NAME, "Chức vụ")
    unit = units.asked(said.get("unit", ""), Kept.PEOPLE)
    who = Described(said["name"], said.get("birth_date"), said.get("birth_year"), unit)
    known = people.meant(who, row.chosen)
    is_sure = known is not None or row.chosen.get(who.name) == NEW_ONE
    return PersonRow(said, unit, known, "" if is_sure else people.warning(who))


def _require_once(
    row: ImportRow, one: PersonRow, seen: dict[tuple[object, ...], int], taken: dict[int, int]
) -> None:
    """Refuse the second row of one person: the records cannot hold two they cannot tell apart."""
    if one.known:
        first = taken.setdefault(one.known.pk, row.number)
    else:
        key = (one_spelling(one.values["name"]), one.values.get("birth_date"))
        first = seen.setdefault(key, row.number)
    if first != row.number:
        raise RowError(
            f"Cùng một người với dòng {first}: hãy để lại một dòng, hoặc ghi ngày sinh để phân"
            " biệt hai người."
        )


def _tell(row: ImportRow, one: PersonRow) -> None:
    if one.known is None:
        told = f"Thêm vào {one.unit.called}. {one.warning}".strip()
        accept(row, told, is_warned=bool(one.warning))
        return
    born = one.known.birth_date
    told = f", sinh {born:%d/%m/%Y}" if born else ", chưa ghi ngày sinh"
    accept(row, f"Đã có trong sổ{told}; chỉ ghi thêm chỗ còn trống.", target=one.known.pk)


def new_person(body: Unit, values: Mapping[str, Any]) -> Person:
    """Return a person that is ready to be written with others."""
    return Person(
        body=body,
        full_name=values["name"],
        folded_name=fold(values["name"]),
        birth_date=values.get("birth_date"),
        sex=values.get("sex", ""),
        group=values.get("group", ""),
        is_direct_worker=bool(values.get("is_direct_worker")),
    )


def _post(person: Person, one: PersonRow) -> Position:
    return Position(person=person, unit=one.unit, title=one.values.get("position", ""))


def _fill(known: Sequence[PersonRow]) -> None:
    """Write what was empty; what is written is never overwritten by a list."""
    changed: dict[int, Person] = {}
    for one in known:
        assert one.known is not None
        for name in FILLED:
            if not getattr(one.known, name) and one.values.get(name):
                setattr(one.known, name, one.values[name])
                changed[one.known.pk] = one.known
        if one.values.get("is_direct_worker") and not one.known.is_direct_worker:
            one.known.is_direct_worker = True
            changed[one.known.pk] = one.known
    for person in changed.values():
        person.version += 1
    written = [*FILLED, "is_direct_worker", "version"]
    Person.objects.bulk_update(changed.values(), written, batch_size=BATCH)
    judged = Recipient.objects.filter(person__in=changed).values_list("pk", flat=True)
    if changed and (recipients := list(judged)):
        facts_changed(recipients)
