"""Units that a list names, found for thousands of rows without asking the database again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.organizations.importing.judging import RowError
from vinhdanh.organizations.models import Unit
from vinhdanh.organizations.near_names import unit_by_bare_name
from vinhdanh.organizations.queries.units import place_of, unit_named, units_of

if TYPE_CHECKING:
    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.keeping import Kept


class Units:
    """The units of the importer's body on a day; one query, two with those that ended."""

    def __init__(self, importer: Importer, *, has_ended: bool = False) -> None:
        self.importer = importer
        today = clock.today()
        self.every = [*units_of(importer.body, as_of=today), importer.body]
        ended = Unit.objects.filter(body=importer.body, valid_to__lte=today)
        self.ended = list(ended) if has_ended else []
        self.by_pk = {unit.pk: unit for unit in (*self.every, *self.ended)}
        for unit in self.by_pk.values():
            if unit.body_id:
                unit.body = importer.body
        self._found: dict[str, Unit | None] = {}
        self._may: dict[tuple[Kept, int], str] = {}

    def named(self, text: str) -> Unit | None:
        """Return the unit a text names, or None where that is not certain."""
        if text not in self._found:
            place = place_of(self.importer.body)
            self._found[text] = (
                unit_named(text, among=self.every, place=place)
                or unit_named(text, among=self.ended, place=place)
                or unit_by_bare_name(text, among=self.by_pk.values(), place=place)
            )
        return self._found[text]

    def asked(self, text: str, kept: Kept | None = None) -> Unit:
        """Return the unit of a row, the head's own where nothing is said.

        Raises:
            RowError: it is not named, not known, or not the importer's to write about.
        """
        unit = self.named(text) if text else self._own()
        if unit is None and not text:
            raise RowError("Chưa ghi đơn vị: hãy sửa dòng này và chọn đơn vị.")
        if unit is None:
            raise RowError(
                f"Sổ chưa có đơn vị “{text}”: hãy sửa dòng này và chọn đơn vị đúng tên, hoặc lập"
                " đơn vị trước."
            )
        if kept and (reason := self.refusal(kept, unit.pk)):
            raise RowError(reason)
        return unit

    def _own(self) -> Unit | None:
        heads = self.importer.units
        return heads[0] if len(heads) == 1 else None

    def refusal(self, kept: Kept, unit: int) -> str:
        """Return why the importer may not write about a unit; empty where they may."""
        key = (kept, unit)
        if key not in self._may:
            verdict = self.importer.may_keep(kept, self.by_pk.get(unit))
            self._may[key] = "" if verdict else verdict.reason
        return self._may[key]
