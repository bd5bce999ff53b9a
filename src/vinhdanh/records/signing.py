"""Whose digital signature a document waits for, and whose certificate may give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.text import fold
from vinhdanh.kernel.verdict import YES, Verdict, no
from vinhdanh.records.enums import IN_FORCE, DocumentState, FileFormat, FileRole, Hand
from vinhdanh.records.papers import locality_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.models import DocumentFile, OfficialDocument


def next_hand(
    document: OfficialDocument, files: Sequence[DocumentFile]
) -> tuple[Hand, DocumentFile] | None:
    """Return who is to sign next and on which file; None where nobody can sign here.

    A paper written here is signed by the person, numbered, then signed by the body. One that
    comes into the register with its number is signed by both after that.
    """
    if document.state == DocumentState.FOR_SIGNATURE:
        drafts = [file for file in files if file.role == FileRole.DRAFT]
        return (Hand.PERSON, drafts[-1]) if drafts else None
    if document.state == DocumentState.NUMBERED:
        signed = signed_copy(files)
        return (Hand.BODY, signed) if signed else None
    if document.state not in IN_FORCE or document.content:
        return None
    return _next_after_issue(files)


def signed_copy(files: Iterable[DocumentFile]) -> DocumentFile | None:
    """Return the last file with digital signatures, if there is one."""
    signed = [file for file in files if file.role == FileRole.SIGNED and _signatures(file)]
    return signed[-1] if signed else None


def last_signed(files: Sequence[DocumentFile]) -> list[DocumentFile]:
    """Return the files without those that a signature or a number was added to."""
    signed = [file.pk for file in files if file.role == FileRole.SIGNED]
    return [
        file for file in files
        if file.pk not in signed[:-1] and not (signed and file.role == FileRole.DRAFT)
    ]  # fmt: skip


def _next_after_issue(files: Sequence[DocumentFile]) -> tuple[Hand, DocumentFile] | None:
    pdfs = [file for file in files if file.format == FileFormat.PDF]
    made = [file for file in pdfs if file.role == FileRole.GENERATED]
    signed = [file for file in files if file.role == FileRole.SIGNED]
    if not made:
        return None
    if not signed:
        return Hand.PERSON, made[0]
    waits = signed[-1] in pdfs and _signatures(signed[-1]) == 1
    return (Hand.BODY, signed[-1]) if waits else None


def may_sign(hand: Hand, actor: Actor) -> Verdict:
    """Tell whether the actor may sign in this hand: the chair; the body's key also the clerk."""
    if hand is Hand.BODY:
        return actor.may(Act.ISSUE_DOCUMENT)
    if Role.CHAIR in actor.roles:
        return YES
    return no("Anh/chị chưa có quyền ký số văn bản: việc này của Chủ tịch.")


def require_matches(
    hand: Hand, holder: str, document: OfficialDocument, *, field: str = "key_file"
) -> None:
    """Refuse a certificate of somebody else than the paper names.

    Raises:
        DomainError: the certificate's holder is neither the signer nor, for the seal, the body.
    """
    name = document.signer_name if hand is Hand.PERSON else document.body.name
    words = name if hand is Hand.PERSON else locality_of(document.body)
    if not words or f" {fold(words)} " not in f" {fold(holder)} ":
        whose = "người ký" if hand is Hand.PERSON else "cơ quan ban hành"
        raise DomainError(
            f"Chứng thư số này của {holder}, không phải của {whose} ghi trên văn bản"
            f" ({name or 'chưa ghi tên'}): hãy chọn tệp khóa của {whose}.",
            field=field,
        )


def _signatures(file: DocumentFile) -> int:
    return len(file.manifest.get("signatures", {}).get("sentences", ()))
