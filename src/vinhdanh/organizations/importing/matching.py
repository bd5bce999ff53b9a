"""Which person of the records a row means, for thousands of rows in two queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.kernel.text import fold, one_spelling, squeeze
from vinhdanh.organizations.importing.judging import RowError
from vinhdanh.organizations.imports import NEW_ONE
from vinhdanh.organizations.models import Person, Position
from vinhdanh.organizations.queries.people import held_on

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class Described:
    """What a row says of somebody."""

    name: str
    birth_date: dt.date | None = None
    birth_year: int | None = None
    unit: Unit | None = None

    @property
    def year(self) -> int | None:
        """The year of birth, if it is said."""
        return self.birth_date.year if self.birth_date else self.birth_year


class People:
    """The people of a body who bear one of some names, with the units they are in today."""

    def __init__(self, body: Unit, names: Iterable[str]) -> None:
        folded = {fold(name) for name in names} - {""}
        found = Person.objects.filter(body=body, folded_name__in=folded)
        self.by_pk = {person.pk: person for person in found}
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        for person in self.by_pk.values():
            self._by_name[one_spelling(person.full_name)].append(person)
        self.units: dict[int, set[int]] = defaultdict(set)
        posts = Position.objects.filter(held_on(clock.today()), person__in=self.by_pk)
        for person_id, unit_id in posts.values_list("person_id", "unit_id"):
            self.units[person_id].add(unit_id)

    def named(self, name: str) -> Sequence[Person]:
        """Return everybody of a name, whichever way it is spelt."""
        return self._by_name.get(one_spelling(squeeze(name)), ())

    def meant(self, who: Described, chosen: Mapping[str, str]) -> Person | None:
        """Return the person a row means, or None where it is somebody new.

        Raises:
            RowError: several may be meant, or the records could not tell the new one apart.
        """
        same = [one for one in self.named(who.name) if _may_be(one, who)]
        choice = chosen.get(who.name, "")
        if choice and choice != NEW_ONE:
            return self._chosen(choice, who)
        if choice == NEW_ONE:
            self._require_nobody(who)
            return None
        if who.birth_date and (dated := [p for p in same if p.birth_date == who.birth_date]):
            return dated[0]
        here = [one for one in same if self._is_in(one, who.unit)]
        likely = here or [one for one in same if who.year and one.birth_date]
        if not here and (
            rivals := [one for one in self._others(who) if self._is_in(one, who.unit)]
        ):
            raise _born_otherwise(rivals[0], who)
        if len(likely) == 1:
            return likely[0]
        if same:
            raise RowError(
                f"Sổ đã có {len(same)} người tên {who.name}: hãy chọn đúng người, hoặc chọn"
                " “Người mới”.",
                asked=who.name,
            )
        return None

    def warning(self, who: Described) -> str:
        """Return what to check of somebody new whose name the records know; mostly empty."""
        others = self._others(who)
        if not others:
            return ""
        count = f"{len(others)} người" if len(others) > 1 else "người"
        return (
            f"Sổ đã có {count} cùng tên, {_born(others[0])}: hãy kiểm tra ngày sinh nếu là một"
            " người."
        )

    def _others(self, who: Described) -> list[Person]:
        """Return those of the name whose birth date is written otherwise."""
        return [one for one in self.named(who.name) if not _may_be(one, who)]

    def _is_in(self, person: Person, unit: Unit | None) -> bool:
        return unit is not None and unit.pk in self.units[person.pk]

    def _chosen(self, choice: str, who: Described) -> Person:
        person = self.by_pk.get(int(choice)) if choice.isdecimal() else None
        if person is None:
            raise RowError(
                f"Người đã chọn không còn trong sổ với tên {who.name}: hãy chọn lại.",
                asked=who.name,
            )
        return person

    def _require_nobody(self, who: Described) -> None:
        for one in self.named(who.name):
            if one.birth_date == who.birth_date:
                born = f"sinh ngày {who.birth_date:%d/%m/%Y}" if who.birth_date else "chưa ghi ngày"
                raise RowError(
                    f"Sổ đã có {who.name} {born}{'' if who.birth_date else ' sinh'}: hãy sửa dòng"
                    " này, ghi ngày sinh để phân biệt, hoặc chọn người đã có.",
                    asked=who.name,
                )


def _born(person: Person) -> str:
    return f"sinh {person.birth_date:%d/%m/%Y}" if person.birth_date else "chưa ghi ngày sinh"


def _born_otherwise(person: Person, who: Described) -> RowError:
    said = f"{who.birth_date:%d/%m/%Y}" if who.birth_date else str(who.birth_year)
    here = who.unit.called if who.unit else "Sổ"
    return RowError(
        f"{here} đã có {person.full_name} {_born(person)}, dòng này ghi {said}: hãy chọn đúng"
        " người, hoặc chọn “Người mới”.",
        asked=who.name,
    )


def _may_be(person: Person, who: Described) -> bool:
    """Tell whether nothing written says that it is somebody else."""
    if person.birth_date is None:
        return True
    if who.birth_date:
        return person.birth_date == who.birth_date
    return who.birth_year in {None, person.birth_date.year}
