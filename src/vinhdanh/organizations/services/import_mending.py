"""Mending a list before it is entered: sheets, columns, details, single rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from vinhdanh.intake.lists import SCHEMAS, ListRow, reread_row
from vinhdanh.intake.lists.duplicates import mark_duplicates
from vinhdanh.kernel.batches import BATCH
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.kernel.wording import joined
from vinhdanh.organizations.enums import ImportKind
from vinhdanh.organizations.models import ImportRow
from vinhdanh.organizations.queries.imports import of_same_unit
from vinhdanh.organizations.row_values import cells_of, keys_in, packed, unpacked
from vinhdanh.organizations.services.import_steps import (
    Scan,
    keep_rows,
    opened,
    read_file,
    remarks_of,
    reviewed,
    scan_details,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

    from vinhdanh.intake.lists import ListSchema
    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.models import ListImport

DUPLICATE = "duplicate"
MOST_KEYS = 200
"""Of rows that hang together; where there are more, every row is looked over."""


@transaction.atomic
def map_columns(
    *, importer: Importer, listing: ListImport, mapping: Mapping[str, str], expected_version: int
) -> ListImport:
    """Read the file again with columns named by a person; corrections of rows are lost."""
    listing = opened(importer, listing, expected_version)
    return _read_again(importer, listing, mapping=mapping, places=listing.places or None)


@transaction.atomic
def choose_places(
    *, importer: Importer, listing: ListImport, places: Collection[str], expected_version: int
) -> ListImport:
    """Read other sheets or tables of the file; corrections of rows are lost.

    Raises:
        DomainError: the file has no table to be read there.
    """
    listing = opened(importer, listing, expected_version)
    return _read_again(importer, listing, mapping=None, places=places)


@transaction.atomic
def set_details(
    *,
    importer: Importer,
    listing: ListImport,
    details: Mapping[str, Any],
    expected_version: int,
    scan: Scan | None = None,
) -> ListImport:
    """Write what is said of the whole list, and look every row over again."""
    listing = opened(importer, listing, expected_version)
    listing.details = {**listing.details, **details, **scan_details(scan)}
    listing.version += 1
    listing.save(update_fields=["details", "version"])
    reviewed(importer, listing, list(listing.rows.filter(is_skipped=False)))
    return listing


@transaction.atomic
def correct_row(
    *,
    importer: Importer,
    row: ImportRow,
    cells: Mapping[str, str],
    is_unit_for_all: bool = False,
    expected_version: int | None = None,
) -> ImportRow:
    """Correct the cells of a row; the rows it can stand or fall with are looked over too.

    Args:
        importer: who reads the list in.
        row: the row.
        cells: all its cells as they are to be read.
        is_unit_for_all: the other rows that wrote the same unit get the new one too.
        expected_version: of the list, as its author read it.
    """
    listing = opened(importer, row.list_import, expected_version)
    row = listing.rows.get(pk=row.pk)
    schema, before = SCHEMAS[listing.kind], row.keys
    alike = list(of_same_unit(row)) if is_unit_for_all else []
    row.is_skipped = False
    _reread(schema, row, cells)
    for each in alike:
        _reread(schema, each, {**cells_of(schema, each), "unit": cells.get("unit", "")})
    changed = ("values", "remarks", "keys", "is_skipped")
    ImportRow.objects.bulk_update([row, *alike], changed, batch_size=BATCH)
    if alike:
        _review(importer, listing, list(listing.rows.filter(is_skipped=False)))
    else:
        _review_near(importer, listing, row, before)
    row.refresh_from_db()
    return row


@transaction.atomic
def choose_for_row(
    *,
    importer: Importer,
    row: ImportRow,
    name: str,
    choice: str,
    expected_version: int | None = None,
) -> None:
    """Say who is meant by a name in a row: the id of somebody known, or NEW_ONE."""
    listing = opened(importer, row.list_import, expected_version)
    row = listing.rows.get(pk=row.pk)
    row.chosen = {**row.chosen, name[:100]: choice[:20]}
    row.is_skipped = False
    row.save(update_fields=["chosen", "is_skipped"])
    _review_near(importer, listing, row)


@transaction.atomic
def skip_row(
    *, importer: Importer, row: ImportRow, is_skipped: bool, expected_version: int | None = None
) -> None:
    """Leave a row out, or take it in again."""
    listing = opened(importer, row.list_import, expected_version)
    row = listing.rows.get(pk=row.pk)
    row.is_skipped = is_skipped
    row.save(update_fields=["is_skipped"])
    _review_near(importer, listing, row)


def _read_again(
    importer: Importer,
    listing: ListImport,
    *,
    mapping: Mapping[str, str] | None,
    places: Collection[str] | None,
) -> ListImport:
    source = load(listing.source_path)
    kind = ImportKind(listing.kind)
    draft = read_file(kind, source, listing.source_name, mapping=mapping, places=places)
    if places and not draft.places:
        raise DomainError(
            f"{joined(list(places))} không có bảng nào đọc được: hãy chọn trang tính, bảng khác.",
            field="places",
        )
    listing.rows.all().delete()
    keep_rows(importer, listing, draft)
    return listing


def _reread(schema: ListSchema, row: ImportRow, cells: Mapping[str, str]) -> None:
    """Put into a row, unsaved, what is read in its cells."""
    read = reread_row(schema, cells, number=row.number, place=row.place)
    row.values, row.remarks = packed(read.values), remarks_of(read.findings, read.said)
    row.keys = keys_in(schema, read.values)


def _review_near(importer: Importer, listing: ListImport, row: ImportRow, before: str = "") -> None:
    """Look over a row, and every row that hangs together with it or did by its keys before."""
    _review(importer, listing, _near(listing, row, {*row.keys.split(), *before.split()}))


def _review(importer: Importer, listing: ListImport, rows: list[ImportRow]) -> None:
    """Look rows over; what somebody else has on the screen is old from now on."""
    listing.version += 1
    listing.save(update_fields=["version"])
    _mark_again(listing, rows)
    reviewed(importer, listing, rows)


def _near(listing: ListImport, row: ImportRow, found: set[str]) -> list[ImportRow]:
    kept, asked = listing.rows.filter(is_skipped=False), None
    rows: list[ImportRow] = []
    while found != asked:
        if len(found) > MOST_KEYS:
            return list(kept)
        shared = Q(pk=row.pk)
        for key in found:
            shared |= Q(keys__contains=f" {key} ")
        rows = list(kept.filter(shared))
        asked, found = found, found | {key for each in rows for key in each.keys.split()}
    return rows


def _mark_again(listing: ListImport, rows: list[ImportRow]) -> None:
    """Say anew which rows repeat another: what they repeated may be mended or left out."""
    schema = SCHEMAS[listing.kind]
    bare = [ListRow(row.number, row.place, unpacked(row.values)) for row in rows]
    changed = []
    for row, marked in zip(rows, mark_duplicates(schema, bare), strict=True):
        own = [each for each in row.remarks if each[3] != DUPLICATE]
        remarks = [*own, *remarks_of(marked.findings, {})]
        if remarks != row.remarks:
            row.remarks = remarks
            changed.append(row)
    ImportRow.objects.bulk_update(changed, ["remarks"], batch_size=BATCH)
