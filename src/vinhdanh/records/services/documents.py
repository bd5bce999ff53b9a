"""Issuing documents, attaching their files, marking them read."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.documents.signing.marks import mark_of
from vinhdanh.kernel import clock
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.records.content import keep
from vinhdanh.records.details import NO_DETAILS
from vinhdanh.records.enums import NOT_ISSUED, Authority, DocumentState, FileFormat
from vinhdanh.records.models import DocumentFile, OfficialDocument, Receipt
from vinhdanh.records.services.numbers import (
    claim_number,
    held_number,
    take_number,
    use_kept_number,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.details import Details
    from vinhdanh.records.enums import DocumentKind
    from vinhdanh.records.models import KeptNumber

    Render = Callable[[OfficialDocument], list[FileContent]]


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
    signer_authority: Authority = Authority.HEAD,
    number: int | None = None,
    kept: KeptNumber | None = None,
    addressees: Iterable[Unit] = (),
    render: Render | None = None,
    details: Details = NO_DETAILS,
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
        signer_authority: in whose power it is signed.
        number: a number already given on paper; otherwise the next of the series is taken.
        kept: a reserved number to be used instead of the next one.
        addressees: units that are to read it.
        render: makes the files, called once the number is known; if it fails, no number is used.
        details: the other columns of the register.

    Raises:
        DomainError: the given number is already in the register, or a text is too long for it.
    """
    document = OfficialDocument(
        body=actor.body,
        kind=kind,
        symbol=symbol,
        abstract=squeeze(abstract),
        signer_position=signer_position,
        signer_name=signer_name,
        signer_authority=signer_authority,
        numbered_outside=number is not None,
        **asdict(details),
    )
    return enter(
        actor=actor,
        document=document,
        issued_on=issued_on,
        number=number,
        kept=kept,
        addressees=addressees,
        render=render,
    )


def enter(
    *,
    actor: Actor,
    document: OfficialDocument,
    issued_on: dt.date,
    number: int | None = None,
    kept: KeptNumber | None = None,
    addressees: Iterable[Unit] = (),
    render: Render | None = None,
    state: DocumentState = DocumentState.ISSUED,
) -> OfficialDocument:
    """Enter a document into the register under a number; part of a larger transaction.

    A state before the issue says that its addressees do not see it yet.

    Raises:
        DomainError: a text is too long for the register, or the number is not to be had.
    """
    require_columns_fit(document)
    document.year, document.issued_on = issued_on.year, issued_on
    document.number = _number_for(document, number=number, kept=kept)
    document.state = state
    document.save()
    if kept:
        use_kept_number(kept=kept, document=document)
    attach_files(document=document, contents=render(document) if render else [])
    Receipt.objects.bulk_create(Receipt(document=document, unit=unit) for unit in addressees)
    is_issued = state == DocumentState.ISSUED
    record(
        scope=actor.scope,
        actor=actor.name,
        action="document.issued" if is_issued else "document.numbered",
        target=document,
        sentence=f"{'ban hành' if is_issued else 'cấp số'} {document}"
        + (" (số để dành)" if kept else ""),
        details={"abstract": document.abstract, "date": issued_on.isoformat()},
    )
    return document


def require_columns_fit(document: OfficialDocument) -> None:
    """Refuse a text that is longer than its column of Annex VI."""
    for name in (
        "symbol", "abstract", "content", "signer_position", "signer_name", "delegation",
        "other_recipients", "archive_holder", "note",
    ):  # fmt: skip
        require_fits(OfficialDocument, name, getattr(document, name))


def attach_files(*, document: OfficialDocument, contents: Iterable[FileContent]) -> None:
    """Keep files with a document; each is written before the row that names it."""
    for content in contents:
        require_fits(DocumentFile, "title", content.title, form_field="files")
        mark = mark_of(content.data) if content.format == FileFormat.PDF else ""
        DocumentFile.objects.create(
            document=document, role=content.role, mark=mark, **keep(content)
        )


@transaction.atomic
def mark_read(*, actor: Actor, document: OfficialDocument) -> int:
    """Mark a document as read by the units the actor heads; return how many that changed."""
    unread = document.receipts.filter(unit__in=actor.units, read_at__isnull=True)
    changed = unread.exclude(document__state__in=NOT_ISSUED).update(
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


def _number_for(document: OfficialDocument, *, number: int | None, kept: KeptNumber | None) -> int:
    body, symbol, year = document.body, document.symbol, document.year
    if kept:
        return held_number(body=body, kept=kept, symbol=symbol, year=year).number
    if number is not None:
        claim_number(body=body, symbol=symbol, year=year, number=number)
        return number
    return take_number(body=body, symbol=symbol, year=year)
