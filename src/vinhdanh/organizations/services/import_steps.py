"""What reading in, mending and confirming a list have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from vinhdanh.intake.lists import SCHEMAS, read_list
from vinhdanh.kernel import clock
from vinhdanh.kernel.batches import BATCH
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.files import store
from vinhdanh.organizations.enums import ImportState
from vinhdanh.organizations.imports import handler_of
from vinhdanh.organizations.models import ImportRow, ListImport
from vinhdanh.organizations.row_values import keys_in, packed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from typing import Any

    from vinhdanh.intake.lists import ListDraft, ListFinding
    from vinhdanh.organizations.enums import ImportKind
    from vinhdanh.organizations.imports import Importer

REVIEWED = ("status", "told", "target", "asked")


@dataclass(frozen=True, slots=True)
class Scan:
    """A paper as it was scanned: the file's name, pdf, jpg or png, its bytes."""

    name: str
    kind: str
    data: bytes


def scan_details(scan: Scan | None) -> dict[str, str]:
    """Keep a scan; return what the list remembers of it."""
    if scan is None:
        return {}
    kept = store(scan.data, suffix=f".{scan.kind}")
    return {"scan_path": kept.path, "scan_sha256": kept.sha256, "scan_name": scan.name}


def opened(importer: Importer, listing: ListImport, expected: int | None = None) -> ListImport:
    """Lock a list that waits to be confirmed; tell who was faster where it does not.

    Raises:
        StaleError: it is over, or was changed since its author read it.
        DomainError: the list may not be entered by this person.
    """
    listing = ListImport.objects.select_for_update(of=("self",)).get(
        pk=listing.pk, body=importer.body
    )
    if not listing.is_open:
        done = ImportState(listing.state).label.lower()
        raise StaleError(
            f"Danh sách này {done}: {listing.finished_by_name} làm lúc"
            f" {timezone.localtime(listing.finished_at):%H:%M ngày %d/%m/%Y}."
        )
    if expected is not None and listing.version != expected:
        raise StaleError("Danh sách vừa được sửa: hãy xem lại các dòng rồi xác nhận.")
    handler_of(listing.kind).require(importer, listing)
    return listing


def read_file(
    kind: ImportKind,
    source: bytes,
    name: str,
    *,
    mapping: Mapping[str, str] | None = None,
    places: Collection[str] | None = None,
) -> ListDraft:
    """Return what a file says, or raise UnreadableFileError."""
    return read_list(
        source, name, schema=SCHEMAS[kind], mapping=mapping, places=places, as_of=clock.today()
    )


def keep_rows(importer: Importer, listing: ListImport, draft: ListDraft) -> None:
    """Keep what was read, looked over."""
    listing.mapping = draft.mapping
    listing.places, listing.other_places = list(draft.places), list(draft.other_places)
    listing.findings = [[finding.severity, finding.message] for finding in draft.findings]
    listing.version += 1
    listing.save()
    schema = SCHEMAS[listing.kind]
    rows = [
        ImportRow(
            list_import=listing,
            order=order,
            number=read.number,
            place=read.place[:200],
            values=packed(read.values),
            keys=keys_in(schema, read.values),
            remarks=remarks_of(read.findings, read.said),
        )
        for order, read in enumerate(draft.rows, start=1)
    ]
    handler_of(listing.kind).review(importer, listing, rows)
    ImportRow.objects.bulk_create(rows, batch_size=BATCH)


def reviewed(importer: Importer, listing: ListImport, rows: Sequence[ImportRow]) -> Any:
    """Look rows over and save those of which something else is to be said now.

    Returns:
        What the handler enters of them.
    """
    before = [_said(row) for row in rows]
    read = handler_of(listing.kind).review(importer, listing, rows)
    changed = [row for row, was in zip(rows, before, strict=True) if _said(row) != was]
    ImportRow.objects.bulk_update(changed, REVIEWED, batch_size=BATCH)
    return read


def remarks_of(findings: Iterable[ListFinding], said: Mapping[str, str]) -> list[list[str]]:
    """Return what the reader found odd in a row, as it is kept, with what the cells `said`."""
    return [
        [each.severity, each.message, each.key, each.code, said.get(each.key, "")]
        for each in findings
    ]


def _said(row: ImportRow) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in REVIEWED)
