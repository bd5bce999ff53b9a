"""Validation data kept inside a PDF (its document security store), for checks years later.

It is written in the same update as a signature and before it, so that the signature covers it;
most programs append it afterwards, where nothing protects it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.validation.dss import DocumentSecurityStore

from vinhdanh.documents.signing.revocation import Evidence, read_evidence
from vinhdanh.documents.signing.untyped import crl, ocsp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    from vinhdanh.documents.signing.keys import SigningKey


def embedded_evidence(reader: Any) -> Evidence:
    """Return the lists and answers that a file carries."""
    if "/DSS" not in reader.root:
        return Evidence()
    store = reader.root["/DSS"]
    files = [
        one.get_object().data
        for name in ("/CRLs", "/OCSPs")
        if name in store
        for one in store[name]
    ]
    return read_evidence(files)


def embed(writer: IncrementalPdfFileWriter, key: SigningKey, *, evidence: Sequence[bytes]) -> None:
    """Put lists (CRL) and answers (OCSP) with the certificates of a key into the file."""
    known = read_evidence(evidence)
    if not known.lists and not known.answers:
        return
    lists = [one.public_bytes(Encoding.DER) for one in known.lists]
    answers = [one.public_bytes(Encoding.DER) for one in known.answers]
    DocumentSecurityStore.supply_dss_in_writer(
        writer,
        None,
        certs=[key.signer.signing_cert, *key.signer.cert_registry],
        crls=[crl.CertificateList.load(one) for one in lists],
        ocsps=[ocsp.OCSPResponse.load(one) for one in answers],
    )
