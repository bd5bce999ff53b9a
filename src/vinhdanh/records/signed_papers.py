"""Papers that come back signed: looked at before they are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vinhdanh.documents.signing.report import Verdict
from vinhdanh.documents.signing.verifying import verify
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.records.enums import FileFormat, FileRole
from vinhdanh.records.revocation_sources import responders, revocation_lists, trusted_roots

if TYPE_CHECKING:
    from vinhdanh.documents.signing.report import Report
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument


def checked(pdf: bytes) -> Report:
    """Return what the signatures of a PDF are worth by what the administrator trusts and set."""
    return verify(pdf, trusted_roots(), lists=revocation_lists(), responders=responders())


def examined(document: OfficialDocument, content: FileContent) -> FileContent:
    """Return a signed file with what was found about its signatures.

    A file without a digital signature is taken for a scan. A digitally signed one must be the
    issued PDF with nothing but signatures added, where there is an issued PDF.

    Raises:
        DomainError: it was changed after it was signed, or is another paper.
    """
    if content.format != FileFormat.PDF:
        return content
    report = checked(content.data)
    if report.verdict is Verdict.CHANGED:
        raise DomainError(
            f"Tệp {content.title} đã bị sửa sau khi ký nên không lưu được: hãy ký lại từ bản tải về"
            f" của {document}.",
            field="file",
        )
    if not report.signatures:
        return content
    issued = document.files.filter(role=FileRole.GENERATED, format=FileFormat.PDF).first()
    if issued and not content.data.startswith(load(issued.path)):
        raise DomainError(
            f"Tệp {content.title} không phải bản đã ban hành của {document}: hãy tải bản PDF ở"
            " trang này, ký số lên chính tệp đó rồi gửi lại.",
            field="file",
        )
    found = {
        "verdict": str(report.verdict),
        "sentences": [each.sentence for each in report.signatures],
    }
    return replace(content, manifest=content.manifest | {"signatures": found})
