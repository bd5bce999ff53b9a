"""The copy of a draft that is signed, and the same copy with its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.documents import render_pdf
from vinhdanh.documents.errors import DocumentError
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.records.content import FileContent
from vinhdanh.records.draft_papers import written_context, written_paper
from vinhdanh.records.enums import FileFormat, FileRole
from vinhdanh.records.services.documents import attach_files
from vinhdanh.records.signed_papers import examined

if TYPE_CHECKING:
    from vinhdanh.records.models import DocumentFile, OfficialDocument


def keep_for_signature(document: OfficialDocument) -> None:
    """Keep the paper of a draft with empty fields for number, day and month.

    Nothing is kept where the text was not written here: it is signed elsewhere.

    Raises:
        DomainError: the text cannot be printed.
    """
    if not document.content:
        return
    from vinhdanh.documents.signing.number_fields import open_fields  # noqa: PLC0415 - slow

    try:
        data = open_fields(render_pdf(written_paper(written_context(document))))
    except DocumentError as problem:
        raise DomainError(problem.message) from problem
    name = f"{document.get_kind_display()} trình ký.pdf"
    content = FileContent(FileFormat.PDF, name, data, role=FileRole.DRAFT)
    attach_files(document=document, contents=[content])


def numbered_copy(document: OfficialDocument, signed: DocumentFile) -> FileContent:
    """Return the copy that a person signed, with the number and date of the document.

    Raises:
        DomainError: the copy bears another year, or has no fields for a number.
    """
    from vinhdanh.documents.signing.number_fields import fill_fields  # noqa: PLC0415 - slow

    if document.number is None or document.issued_on is None:
        raise ValueError("A document without number and date.")
    try:
        data = fill_fields(load(signed.path), number=document.number, on=document.issued_on)
    except DocumentError as problem:
        raise DomainError(problem.message, field="issued_on") from problem
    name = f"{document.get_kind_display()} {document.code.replace('/', '-')} chờ đóng dấu.pdf"
    return examined(document, FileContent(FileFormat.PDF, name, data, role=FileRole.SIGNED))
