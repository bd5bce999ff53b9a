"""One PAdES baseline signature, appended to a PDF without changing a byte before it."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.signing import measures as mm
from vinhdanh.documents.signing.store import embed
from vinhdanh.documents.signing.timestamps import HttpTimeStamper

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.stamp import StaticStampStyle

    from vinhdanh.documents.signing.keys import SigningKey
    from vinhdanh.documents.signing.places import Box


class _ClockedSigner(PdfSigner):
    """A signer whose time is given, not read from the machine's clock."""

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._at = at

    def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
        session = super().init_signing_session(*args, **kwargs)
        session.system_time = self._at
        return session


def write_signature(
    writer: IncrementalPdfFileWriter,
    *,
    key: SigningKey,
    field_name: str,
    title: str,
    box: Box | None,
    look: StaticStampStyle,
    at: datetime,
    reason: str,
    location: str,
    timestamp_address: str,
    certifies: bool = False,
    evidence: Sequence[bytes] = (),
) -> bytes:
    """Return the file with one more signature.

    title is what a reader's tooltip says; without a box the field is there already; certifies
    says that afterwards only fields may be filled (DocMDP 2); evidence (CRL,
    OCSP) is embedded.
    """
    at = at.astimezone(mm.VIETNAM_TIME)
    key.require_valid(at)
    embed(writer, key, evidence=evidence)
    signer = _ClockedSigner(
        PdfSignatureMetadata(
            field_name=field_name,
            md_algorithm="sha256",
            subfilter=SigSeedSubFilter.PADES,
            reason=reason or None,
            location=location or None,
            certify=certifies,
            docmdp_permissions=MDPPerm.FILL_FORMS if certifies else MDPPerm.NO_CHANGES,
        ),
        key.signer,
        timestamper=HttpTimeStamper(timestamp_address) if timestamp_address else None,
        stamp_style=look,
        new_field_spec=SigFieldSpec(
            field_name,
            on_page=box.page,
            box=box.points(),
            readable_field_name=title,
        )
        if box
        else None,
        at=at,
    )
    try:
        signed = signer.sign_pdf(writer)
    except TimestampRequestError as error:
        raise DocumentError("Máy chủ dấu thời gian từ chối yêu cầu; hãy thử lại sau.") from error
    except (SigningError, PdfError) as error:
        raise _unsignable() from error
    return bytes(signed.getvalue())


@contextmanager
def opened(pdf: bytes) -> Iterator[tuple[IncrementalPdfFileWriter, PdfFileReader]]:
    """Give a writer that appends to the file, and its reader.

    Raises:
        DocumentError: the file is no PDF, is damaged, or is locked by a password.
    """
    try:
        writer = IncrementalPdfFileWriter(io.BytesIO(_with_last_line_ended(pdf)))
        _require_open(writer.prev)
        yield writer, writer.prev
    except (PdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise _unsignable() from error


def written(writer: Any) -> bytes:
    """Return the file with what was appended to it."""
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _require_open(reader: PdfFileReader) -> None:
    if reader.encrypted:
        raise DocumentError("Tệp PDF đang đặt mật khẩu; hãy bỏ mật khẩu rồi ký.")


def _with_last_line_ended(pdf: bytes) -> bytes:
    """PDF/A wants an end of line before what is appended; a signed file stays as it is."""
    is_open = not pdf.endswith((b"\n", b"\r")) and b"/ByteRange" not in pdf
    return pdf + b"\n" if is_open else pdf


def _unsignable() -> DocumentError:
    return DocumentError("Tệp PDF bị hỏng hoặc không ký được; hãy xuất lại tệp rồi ký.")
