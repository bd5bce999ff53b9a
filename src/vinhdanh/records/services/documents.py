"""Issuing documents, attaching their files, marking them read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.records.content import keep
from vinhdanh.records.models import DocumentFile, OfficialDocument, Receipt
from vinhdanh.records.services.numbers import claim_number, take_number

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.enums import DocumentKind


@transaction.atomic
def issue_document(
    *,
    actor: Actor,
    kind: DocumentKind,
    symbol: str,
    abstract: str,
    issued_on: dt.date,
    signer_position: str = "",
    signer_name: str = "",
    number: int | None = None,
    addressees: Iterable[Unit] = (),
    render: Callable[[OfficialDocument], list[FileContent]] | None = None,
) -> OfficialDocument:
    """Give a document its number, keep its files and send it to its addressees.

    Args:
        actor: who issues; the caller has checked the right.
        kind: kind of document.
        symbol: the symbol after the stroke, e.g. "QĐ-UBND".
        abstract: what it is about, without the kind.
        issued_on: date of issue; its year is the year of the series.
        signer_position: the signer's post, upper case as printed.
        signer_name: the signer's name.
        number: a number already given on paper; otherwise the next of the series is taken.
        addressees: units that are to read it.
        render: makes the files, called once the number is known; if it fails, no number is used.

    Raises:
        DomainError: the given number is already in the register, or a text is too long for it.
    """
    abstract = squeeze(abstract)
    require_fits(OfficialDocument, "symbol", symbol)
    require_fits(OfficialDocument, "abstract", abstract)
    require_fits(OfficialDocument, "signer_position", signer_position)
    require_fits(OfficialDocument, "signer_name", signer_name)
    if number is None:
        taken = take_number(body=actor.body, symbol=symbol, year=issued_on.year)
    else:
        claim_number(body=actor.body, symbol=symbol, year=issued_on.year, number=number)
        taken = number
    document = OfficialDocument.objects.create(
        body=actor.body,
        kind=kind,
        number=taken,
        symbol=symbol,
        year=issued_on.year,
        issued_on=issued_on,
        abstract=abstract,
        signer_position=signer_position,
        signer_name=signer_name,
        numbered_outside=number is not None,
    )
    attach_files(document=document, contents=render(document) if render else [])
    Receipt.objects.bulk_create(Receipt(document=document, unit=unit) for unit in addressees)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="document.issued",
        target=document,
        sentence=f"ban hành {document}",
        details={"abstract": document.abstract, "date": issued_on.isoformat()},
    )
    return document


def attach_files(*, document: OfficialDocument, contents: Iterable[FileContent]) -> None:
    """Keep files with a document; each is written before the row that names it."""
    for content in contents:
        require_fits(DocumentFile, "title", content.title, form_field="files")
        DocumentFile.objects.create(document=document, **keep(content))


@transaction.atomic
def attach_signed(*, actor: Actor, document: OfficialDocument, content: FileContent) -> None:
    """Add the signed paper of a document that was numbered without a file.

    Raises:
        DomainError: the document has its file, which never changes.
    """
    actor.require(Act.ISSUE_DOCUMENT)
    document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
    if document.files.exists():
        raise DomainError(
            f"{document} đã có tệp nên không thay được: tệp đã ban hành luôn giữ nguyên."
        )
    attach_files(document=document, contents=[content])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="document.attached",
        target=document,
        sentence=f"bổ sung bản đã ký của {document}",
    )


@transaction.atomic
def mark_read(*, actor: Actor, document: OfficialDocument) -> int:
    """Mark a document as read by the units the actor heads; return how many that changed."""
    changed = document.receipts.filter(unit__in=actor.units, read_at__isnull=True).update(
        read_at=clock.now(), read_by=actor.user
    )
    if changed:
        record(
            scope=actor.scope,
            actor=actor.name,
            action="document.read",
            target=document,
            sentence=f"đã đọc {document}",
        )
    return changed
