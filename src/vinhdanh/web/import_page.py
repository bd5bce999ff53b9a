"""What the page of a list from a file shows of each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404

from vinhdanh.intake.lists import SCHEMAS, written_cells
from vinhdanh.organizations.enums import ImportKind, RowStatus
from vinhdanh.organizations.queries.candidates import Wanted, candidates_of_many
from vinhdanh.organizations.row_values import unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import ImportRow, ListImport
    from vinhdanh.organizations.queries.candidates import Candidate

KINDS = {
    "con-nguoi": ImportKind.PEOPLE,
    "ho-gia-dinh": ImportKind.HOUSEHOLDS,
    "de-nghi": ImportKind.NOMINATIONS,
    "quyet-dinh-cu": ImportKind.HONOURS,
}
"""Kinds by their word in addresses."""
PILLS = {
    RowStatus.NEW: "good",
    RowStatus.MATCH: "info",
    RowStatus.WARNING: "care",
    RowStatus.ERROR: "stop",
}
_NAMES = ("name", "head_name", "title")


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row as the page shows it."""

    row: ImportRow
    name: str
    facts: tuple[tuple[str, str], ...]
    """Label and text of the cells that say something."""
    remarks: tuple[str, ...]
    candidates: Sequence[Candidate] = ()

    @property
    def pill(self) -> str:
        """The look of the row's state."""
        return "neutral" if self.row.is_skipped else PILLS[RowStatus(self.row.status)]


def kind_named(slug: str) -> ImportKind:
    """Return a kind by its word in addresses.

    Raises:
        Http404: there is none.
    """
    if slug not in KINDS:
        raise Http404
    return KINDS[slug]


def preview_rows(actor: Actor, listing: ListImport, rows: Sequence[ImportRow]) -> list[ShownRow]:
    """Return rows with whom the ambiguous ones may mean; three queries more for those."""
    schema = SCHEMAS[listing.kind]
    asked = [row for row in rows if row.is_ambiguous and listing.is_open]
    wanted = [_wanted(row) for row in asked]
    found = candidates_of_many(actor.body, wanted) if wanted else []
    may_be = {row.pk: each for row, each in zip(asked, found, strict=True)}
    shown = []
    for row in rows:
        cells = written_cells(schema, unpacked(row.values))
        key = next(key for key in _NAMES if key in cells)
        shown.append(
            ShownRow(
                row,
                cells.pop(key),
                tuple((schema.column(each).label, text) for each, text in cells.items() if text),
                tuple(text for severity, text, _ in row.remarks if severity != "error"),
                may_be.get(row.pk, ()),
            )
        )
    return shown


def _wanted(row: ImportRow) -> Wanted:
    values = unpacked(row.values)
    return Wanted(values.get("name", ""), values.get("birth_date"))
