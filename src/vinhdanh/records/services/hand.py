"""Issuing by hand: a paper that is signed already gets its number and is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.records.authority import own_position, require_complete
from vinhdanh.records.details import NO_DETAILS
from vinhdanh.records.enums import Authority, FileRole
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.services.documents import attach_files, issue_document
from vinhdanh.records.services.numbers import locked_series
from vinhdanh.records.signed_papers import examined

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.details import Details
    from vinhdanh.records.enums import DocumentKind
    from vinhdanh.records.models import KeptNumber


@transaction.atomic
def issue_by_hand(
    *,
    actor: Actor,
    kind: DocumentKind,
    symbol: str,
    abstract: str,
    issued_on: dt.date,
    signer_name: str,
    signer_position: str = "",
    signer_authority: Authority = Authority.HEAD,
    addressees: Iterable[Unit] = (),
    files: Sequence[FileContent] = (),
    kept: KeptNumber | None = None,
    details: Details = NO_DETAILS,
) -> OfficialDocument:
    """Enter a document that somebody signed; it takes the next number or a reserved one.

    Raises:
        DomainError: the abstract or the signer is missing, the date lies in the future, or the
            same document has just taken a number (a button pressed twice).
    """
    actor.require(Act.ISSUE_DOCUMENT)
    abstract, signer_name = squeeze(abstract), squeeze(signer_name)
    require_abstract(abstract)
    require_day(issued_on)
    require_complete(
        signer_authority,
        position=signer_position,
        name=signer_name,
        delegation=details.delegation,
    )
    locked_series(body=actor.body, symbol=symbol, year=issued_on.year)
    _require_first(actor, symbol=symbol, abstract=abstract, issued_on=issued_on)
    return issue_document(
        actor=actor,
        kind=kind,
        symbol=symbol,
        abstract=abstract,
        issued_on=issued_on,
        signer_name=signer_name,
        signer_position=own_position(signer_authority, signer_position).upper(),
        signer_authority=signer_authority,
        addressees=addressees,
        kept=kept,
        render=lambda _: list(files),
        details=details,
    )


@transaction.atomic
def attach_signed(*, actor: Actor, document: OfficialDocument, content: FileContent) -> None:
    """Keep the signed file or scan of an issued document beside what was generated.

    Raises:
        DomainError: the document has no number yet, has its signed file, which never changes, or
            the file was changed after it was signed.
    """
    actor.require(Act.ISSUE_DOCUMENT)
    actor.require_own(document.body_id)
    document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
    if document.number is None:
        raise DomainError(f"{document} chưa có số: hãy cấp số rồi bổ sung bản đã ký.")
    if document.files.filter(role=FileRole.SIGNED).exists():
        raise DomainError(
            f"{document} đã có bản đã ký nên không thay được: tệp đã lưu luôn giữ nguyên."
        )
    attach_files(document=document, contents=[examined(document, content)])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="document.attached",
        target=document,
        sentence=f"bổ sung bản đã ký của {document}",
    )


def require_abstract(abstract: str) -> None:
    """Refuse a document without an abstract."""
    if not abstract:
        raise DomainError(
            "Văn bản chưa có trích yếu: hãy ghi nội dung chính của văn bản.", field="abstract"
        )


def require_day(issued_on: dt.date) -> None:
    """Refuse a day of issue that lies ahead."""
    if issued_on > clock.today():
        raise DomainError(
            f"Ngày ban hành {issued_on:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay hoặc trước đó.",
            field="issued_on",
        )


def _require_first(actor: Actor, *, symbol: str, abstract: str, issued_on: dt.date) -> None:
    same = OfficialDocument.objects.filter(
        body=actor.body, symbol=symbol, abstract=abstract, issued_on=issued_on
    ).first()
    if same:
        raise DomainError(
            f"Văn bản này vừa được cấp số {same.code}: hãy xem trong sổ văn bản đi. Nếu đây là văn"
            " bản khác, hãy ghi trích yếu cho khác.",
            field="abstract",
        )
