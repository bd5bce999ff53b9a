"""A list comes in: read, looked over, confirmed once, in one transaction."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.services.audit import record
from vinhdanh.organizations.enums import ImportKind, ImportState, RowStatus
from vinhdanh.organizations.imports import handler_of
from vinhdanh.organizations.models import ListImport
from vinhdanh.organizations.services.import_steps import (
    Scan,
    keep_rows,
    opened,
    read_file,
    reviewed,
    scan_details,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from vinhdanh.intake.lists import ListFacts
    from vinhdanh.organizations.imports import Importer
    from vinhdanh.organizations.models import ImportRow


@transaction.atomic
def upload_list(
    *,
    importer: Importer,
    kind: ImportKind,
    source_name: str,
    source: bytes,
    subject: int | None = None,
    details: Mapping[str, Any] | None = None,
    scan: Scan | None = None,
) -> ListImport:
    """Keep what was read from a file as rows to look over; nothing enters the records yet.

    Args:
        importer: who reads it in.
        kind: what the rows are.
        source_name: the file's name, for people.
        source: its bytes, kept beside the list.
        subject: what the rows will be entered into, where the kind asks for it.
        details: what is said of the whole list beside the file.
        scan: the paper the list belongs to, where there is one.

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
    draft = read_file(kind, source, source_name)
    kept = store(source, suffix=PurePath(source_name).suffix.lower()[:6])
    listing.source_path, listing.source_sha256 = kept.path, kept.sha256
    listing.details = _facts(draft.facts) | dict(details or {}) | scan_details(scan)
    keep_rows(importer, listing, draft)
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
    listing = opened(importer, listing, expected_version)
    rows = list(listing.rows.filter(is_skipped=False))
    read = reviewed(importer, listing, rows)
    good = [row for row in rows if row.status != RowStatus.ERROR]
    wrong = [row for row in rows if row.status == RowStatus.ERROR]
    if wrong and is_all_or_nothing:
        raise DomainError(
            f"Còn {len(wrong)} dòng cần sửa (dòng đầu: {wrong[0].number}) nên chưa nhập dòng nào:"
            " hãy sửa, hoặc bỏ dấu “Nhập tất cả hoặc không nhập dòng nào”."
        )
    if not good:
        raise DomainError("Không có dòng nào nhập được: hãy sửa các dòng có dấu “Cần sửa”.")
    handler_of(listing.kind).enter(importer, listing, read)
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
    listing = opened(importer, listing)
    _finish(importer, listing, ImportState.DISCARDED)
    record(
        scope=importer.scope,
        actor=importer.name,
        action="list.discarded",
        target=listing,
        sentence=f"bỏ danh sách đọc từ tệp {listing.source_name}",
    )


def _finish(importer: Importer, listing: ListImport, state: ImportState) -> None:
    listing.state = state
    listing.version += 1
    listing.finished_by_name, listing.finished_at = importer.name, clock.now()
    listing.save()


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
