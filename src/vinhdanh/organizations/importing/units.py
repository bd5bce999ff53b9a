"""Units that a list names, found for thousands of rows without asking the database again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.organizations.importing.judging import RowError
from vinhdanh.organizations.queries.units import unit_named, units_of

if TYPE_CHECKING:
    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.keeping import Kept
    from vinhdanh.organizations.models import Unit


class Units:
    """The units of the importer's body on a day; one query."""

    def __init__(self, importer: Importer) -> None:
        self.importer = importer
        self.every = [*units_of(importer.body, as_of=clock.today()), importer.body]
        for unit in self.every:
            if unit.body_id:
                unit.body = importer.body
        self._found: dict[str, Unit | None] = {}
        self._may: dict[tuple[Kept, int], str] = {}

    def named(self, text: str) -> Unit | None:
        """Return the unit a text names, or None where that is not certain."""
        if text not in self._found:
            self._found[text] = unit_named(text, among=self.every)
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
        if kept and (reason := self._refusal(kept, unit)):
            raise RowError(reason)
        return unit

    def _own(self) -> Unit | None:
        heads = self.importer.units
        return heads[0] if len(heads) == 1 else None

    def _refusal(self, kept: Kept, unit: Unit) -> str:
        key = (kept, unit.pk)
        if key not in self._may:
            verdict = self.importer.may_keep(kept, unit)
            self._may[key] = "" if verdict else verdict.reason
        return self._may[key]
