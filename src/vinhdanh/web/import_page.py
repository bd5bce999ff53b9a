"""What the page of a list from a file shows of each row."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404

from vinhdanh.intake.lists import SCHEMAS, written_cells
from vinhdanh.kernel import clock
from vinhdanh.organizations.enums import ImportKind, RowStatus
from vinhdanh.organizations.queries.candidates import Wanted, candidates_of_many
from vinhdanh.organizations.queries.units import place_of, unit_named, units_of
from vinhdanh.organizations.row_values import unpacked
from vinhdanh.web.forms.import_details import DETAILS_FORMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import ImportRow, ListImport, Unit
    from vinhdanh.organizations.queries.candidates import Candidate

KINDS = {
    "con-nguoi": ImportKind.PEOPLE,
    "ho-gia-dinh": ImportKind.HOUSEHOLDS,
    "de-nghi": ImportKind.NOMINATIONS,
    "quyet-dinh-cu": ImportKind.HONOURS,
    "danh-gia-nam": ImportKind.YEAR_RECORDS,
    "sang-kien": ImportKind.INITIATIVES,
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


def details_told(listing: ListImport) -> tuple[str, str] | None:
    """Return what is said of the whole list: what it is called, and it in words."""
    if listing.kind not in DETAILS_FORMS:
        return None
    label, _ = DETAILS_FORMS[listing.kind]
    said = listing.details
    if listing.kind == ImportKind.YEAR_RECORDS:
        return label, str(said.get("year") or "chưa ghi")
    parts = [said.get("number") or "không có số chung cho cả danh sách"]
    if said.get("issued_on"):
        parts.append(f"ngày {dt.date.fromisoformat(said['issued_on']):%d/%m/%Y}")
    if listing.kind == ImportKind.HONOURS:
        parts.append(said.get("issuer") or "cơ quan của mình")
        parts += [f"{said['signer']} ký"] if said.get("signer") else []
        parts += [f"bản chụp {said['scan_name']}"] if said.get("scan_name") else []
    return label, ", ".join(parts)


def preview_rows(actor: Actor, listing: ListImport, rows: Sequence[ImportRow]) -> list[ShownRow]:
    """Return rows with whom the ambiguous ones may mean; four queries more for those."""
    schema = SCHEMAS[listing.kind]
    asked = [row for row in rows if row.asked and listing.is_open]
    units = [*units_of(actor.body, as_of=clock.today())] if asked else []
    place = place_of(actor.body)
    wanted = [_wanted(row, units, place) for row in asked]
    found = candidates_of_many(actor.body, wanted, as_of=clock.today()) if wanted else []
    may_be = {row.pk: each for row, each in zip(asked, found, strict=True)}
    shown = []
    for row in rows:
        cells = written_cells(schema, unpacked(row.values))
        key = next(key for key in _NAMES if key in cells)
        if cells.get("birth_date"):
            cells.pop("birth_year", None)
        shown.append(
            ShownRow(
                row,
                cells.pop(key),
                tuple((schema.column(each).label, text) for each, text in cells.items() if text),
                tuple(text for severity, text, *_ in row.remarks if severity != "error"),
                may_be.get(row.pk, ()),
            )
        )
    return shown


def _wanted(row: ImportRow, units: list[Unit], place: str) -> Wanted:
    values = unpacked(row.values)
    unit = unit_named(values.get("unit", ""), among=units, place=place)
    return Wanted(row.asked, values.get("birth_date"), unit)
