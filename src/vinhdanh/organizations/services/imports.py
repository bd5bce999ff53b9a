"""A list comes in: read, looked over, confirmed once, in one transaction."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from vinhdanh.intake.lists import SCHEMAS, read_list, reread_row
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.files import load, store
from vinhdanh.kernel.services.audit import record
from vinhdanh.organizations.enums import ImportKind, ImportState, RowStatus
from vinhdanh.organizations.imports import handler_of
from vinhdanh.organizations.models import ImportRow, ListImport
from vinhdanh.organizations.row_values import packed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from vinhdanh.intake.lists import ListDraft, ListFacts, ListRow
    from vinhdanh.organizations.imports import Importer

BATCH = 2_000
REVIEWED = ("status", "told", "target", "is_ambiguous")


@transaction.atomic
def upload_list(
    *,
    importer: Importer,
    kind: ImportKind,
    source_name: str,
    source: bytes,
    subject: int | None = None,
    details: Mapping[str, Any] | None = None,
) -> ListImport:
    """Keep what was read from a file as rows to look over; nothing enters the records yet.

    Args:
        importer: who reads it in.
        kind: what the rows are.
        source_name: the file's name, for people.
        source: its bytes, kept beside the list.
        subject: what the rows will be entered into, where the kind asks for it.
        details: what is said of the whole list beside the file.

    Raises:
        UnreadableFileError: the file holds no such list.
        DomainError: the list may not be entered by this person.
    """
    listing = ListImport(
        body=importer.body,
        kind=kind,
        subject=subject,
        by=importer.user.pk,
        by_name=importer.name,
        at=clock.now(),
        source_name=source_name[:200],
    )
    handler_of(kind).require(importer, listing)
    draft = _read(kind, source, source_name)
    kept = store(source, suffix=PurePath(source_name).suffix.lower()[:6])
    listing.source_path, listing.source_sha256 = kept.path, kept.sha256
    listing.details = _facts(draft.facts) | dict(details or {})
    _keep(importer, listing, draft)
    record(
        scope=importer.scope,
        actor=importer.name,
        action="list.read",
        target=listing,
        sentence=f"đọc {len(draft.rows)} dòng từ tệp {source_name} để nhập",
        details={"sha256": kept.sha256},
    )
    return listing


@transaction.atomic
def map_columns(
    *, importer: Importer, listing: ListImport, mapping: Mapping[str, str], expected_version: int
) -> ListImport:
    """Read the file again with columns named by a person; corrections of rows are lost."""
    listing = _open(importer, listing, expected_version)
    source = load(listing.source_path)
    draft = _read(ImportKind(listing.kind), source, listing.source_name, mapping)
    listing.rows.all().delete()
    _keep(importer, listing, draft)
    return listing


@transaction.atomic
def set_details(
    *, importer: Importer, listing: ListImport, details: Mapping[str, Any], expected_version: int
) -> ListImport:
    """Write what is said of the whole list, and look every row over again."""
    listing = _open(importer, listing, expected_version)
    listing.details = {**listing.details, **details}
    listing.version += 1
    listing.save(update_fields=["details", "version"])
    _review_again(importer, listing)
    return listing


@transaction.atomic
def correct_row(
    *, importer: Importer, row: ImportRow, cells: Mapping[str, str], choice: str = ""
) -> ImportRow:
    """Correct the cells of a row, or say who is meant; other rows are looked over too."""
    listing = _open(importer, row.list_import)
    row = listing.rows.get(pk=row.pk)
    read = reread_row(SCHEMAS[listing.kind], cells, number=row.number, place=row.place)
    row.values, row.remarks = packed(read.values), _remarks(read)
    row.choice, row.is_skipped = choice, False
    row.save(update_fields=["values", "remarks", "choice", "is_skipped"])
    _review_again(importer, listing)
    row.refresh_from_db()
    return row


@transaction.atomic
def choose_for_row(*, importer: Importer, row: ImportRow, choice: str) -> None:
    """Say who is meant by a row: the id of somebody known, or NEW_ONE."""
    listing = _open(importer, row.list_import)
    listing.rows.filter(pk=row.pk).update(choice=choice[:20], is_skipped=False)
    _review_again(importer, listing)


@transaction.atomic
def skip_row(*, importer: Importer, row: ImportRow, is_skipped: bool) -> None:
    """Leave a row out, or take it in again."""
    listing = _open(importer, row.list_import)
    listing.rows.filter(pk=row.pk).update(is_skipped=is_skipped)
    _review_again(importer, listing)


@transaction.atomic
def confirm_import(
    *,
    importer: Importer,
    listing: ListImport,
    expected_version: int,
    is_all_or_nothing: bool = False,
) -> ListImport:
    """Enter every row that has no error, at once; the others stay to be mended.

    Args:
        importer: who confirms.
        listing: a list that was looked over.
        expected_version: what its author saw.
        is_all_or_nothing: refuse where a single row has an error.

    Raises:
        StaleError: somebody confirmed, discarded or changed it before.
        DomainError: no row can be entered, or one cannot and all were asked for.
    """
    listing = _open(importer, listing, expected_version)
    handler = handler_of(listing.kind)
    rows = list(listing.rows.filter(is_skipped=False))
    before = [_reviewed(row) for row in rows]
    handler.review(importer, listing, rows)
    good = [row for row in rows if row.status != RowStatus.ERROR]
    wrong = [row for row in rows if row.status == RowStatus.ERROR]
    if wrong and is_all_or_nothing:
        raise DomainError(
            f"Còn {len(wrong)} dòng cần sửa (dòng đầu: {wrong[0].number}) nên chưa nhập dòng nào:"
            " hãy sửa, hoặc bỏ dấu “Nhập tất cả hoặc không nhập dòng nào”."
        )
    if not good:
        raise DomainError("Không có dòng nào nhập được: hãy sửa các dòng có dấu “Cần sửa”.")
    handler.enter(importer, listing, good)
    _save_changed(rows, before)
    listing.rows.filter(is_skipped=False).exclude(status=RowStatus.ERROR).update(is_entered=True)
    listing.counts = _counts(listing, rows, good)
    _finish(importer, listing, ImportState.DONE)
    record(
        scope=importer.scope,
        actor=importer.name,
        action="list.entered",
        target=listing,
        sentence=f"nhập {len(good)} dòng từ tệp {listing.source_name}",
        details={"kind": listing.kind, "sha256": listing.source_sha256, **listing.counts},
    )
    return listing


@transaction.atomic
def discard_import(*, importer: Importer, listing: ListImport) -> None:
    """Put a list aside; nothing of it enters the records."""
    listing = _open(importer, listing)
    _finish(importer, listing, ImportState.DISCARDED)
    record(
        scope=importer.scope,
        actor=importer.name,
        action="list.discarded",
        target=listing,
        sentence=f"bỏ danh sách đọc từ tệp {listing.source_name}",
    )


def _open(importer: Importer, listing: ListImport, expected: int | None = None) -> ListImport:
    """Lock a list that waits to be confirmed; tell who was faster where it does not."""
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


def _finish(importer: Importer, listing: ListImport, state: ImportState) -> None:
    listing.state = state
    listing.version += 1
    listing.finished_by_name, listing.finished_at = importer.name, clock.now()
    listing.save()


def _read(
    kind: ImportKind, source: bytes, name: str, mapping: Mapping[str, str] | None = None
) -> ListDraft:
    return read_list(source, name, schema=SCHEMAS[kind], mapping=mapping, as_of=clock.today())


def _keep(importer: Importer, listing: ListImport, draft: ListDraft) -> None:
    listing.mapping = draft.mapping
    listing.findings = [[finding.severity, finding.message] for finding in draft.findings]
    listing.version += 1
    listing.save()
    rows = [
        ImportRow(
            list_import=listing,
            order=order,
            number=read.number,
            place=read.place[:200],
            values=packed(read.values),
            remarks=_remarks(read),
        )
        for order, read in enumerate(draft.rows, start=1)
    ]
    handler_of(listing.kind).review(importer, listing, rows)
    ImportRow.objects.bulk_create(rows, batch_size=BATCH)


def _review_again(importer: Importer, listing: ListImport) -> None:
    """Look all rows over: what one row says can settle another; changed ones are saved."""
    rows = list(listing.rows.filter(is_skipped=False))
    before = [_reviewed(row) for row in rows]
    handler_of(listing.kind).review(importer, listing, rows)
    _save_changed(rows, before)


def _save_changed(rows: Sequence[ImportRow], before: Sequence[tuple[object, ...]]) -> None:
    changed = [row for row, was in zip(rows, before, strict=True) if _reviewed(row) != was]
    ImportRow.objects.bulk_update(changed, REVIEWED, batch_size=BATCH)


def _reviewed(row: ImportRow) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in REVIEWED)


def _remarks(read: ListRow) -> list[list[str]]:
    return [[each.severity, each.message, each.key] for each in read.findings]


def _facts(facts: ListFacts) -> dict[str, str]:
    found = {
        "number": facts.number,
        "issued_on": facts.issued_on.isoformat() if facts.issued_on else None,
        "issuer": facts.issuer,
        "signer": facts.signer,
    }
    return {key: value for key, value in found.items() if value}


def _counts(
    listing: ListImport, rows: Sequence[ImportRow], good: Sequence[ImportRow]
) -> dict[str, int]:
    known = sum(row.target is not None for row in good)
    total = listing.rows.count()
    return {
        "entered": len(good),
        "matched": known,
        "new": len(good) - known,
        "left": total - len(good),
        "skipped": total - len(rows),
    }
