"""Whether a certificate was revoked, by lists (CRL) and answers (OCSP) its issuer signed.

What is not signed by the issuer, or by somebody the issuer named for it, proves nothing and is
passed over. Lists of other issuers than the certificate's own (indirect CRL) are not read.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Statement:
    """What an issuer said of a certificate, and when."""

    said_on: datetime
    revoked_on: datetime | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Lists and answers at hand."""

    lists: tuple[x509.CertificateRevocationList, ...] = ()
    answers: tuple[ocsp.OCSPResponse, ...] = ()

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(self.lists + other.lists, self.answers + other.answers)


def read_evidence(files: Iterable[bytes]) -> Evidence:
    """Return what files say, CRL as PEM or DER, or OCSP answers; others are passed over."""
    lists, answers = [], []
    for data in files:
        if (found := _list(data)) is not None:
            lists.append(found)
        elif (answer := _answer(data)) is not None:
            answers.append(answer)
    return Evidence(tuple(lists), tuple(answers))


def read_list(data: bytes) -> x509.CertificateRevocationList:
    """Return the list in a file, PEM or DER.

    Raises:
        ValueError: it is none.
    """
    if data.lstrip().startswith(b"-----"):
        return x509.load_pem_x509_crl(data)
    return x509.load_der_x509_crl(data)


def last_statement(
    certificate: x509.Certificate, issuer: x509.Certificate, evidence: Evidence
) -> Statement | None:
    """Return the latest thing the issuer said of a certificate; None when nothing is known."""
    said = [*_of_lists(certificate, issuer, evidence), *_of_answers(certificate, issuer, evidence)]
    return max(said, key=lambda each: each.said_on, default=None)


def path_statements(path: Sequence[x509.Certificate], evidence: Evidence) -> list[Statement | None]:
    """Return what is known of each certificate of a path, from the signer's up to the root's."""
    return [last_statement(certificate, issuer, evidence) for certificate, issuer in pairwise(path)]


def _of_lists(
    certificate: x509.Certificate, issuer: x509.Certificate, evidence: Evidence
) -> Iterator[Statement]:
    for one in evidence.lists:
        if one.issuer != issuer.subject or not _is_list_of(issuer, one):
            continue
        entry = one.get_revoked_certificate_by_serial_number(certificate.serial_number)
        yield Statement(one.last_update_utc, entry.revocation_date_utc if entry else None)


def _is_list_of(issuer: x509.Certificate, one: x509.CertificateRevocationList) -> bool:
    try:
        return one.is_signature_valid(issuer.public_key())  # type: ignore[arg-type]
    except (TypeError, ValueError, UnsupportedAlgorithm):
        return False


def _of_answers(
    certificate: x509.Certificate, issuer: x509.Certificate, evidence: Evidence
) -> Iterator[Statement]:
    for one in evidence.answers:
        try:
            if not _concerns(one, certificate, issuer) or not _is_answer_of(issuer, one):
                continue
        except (ValueError, UnsupportedAlgorithm):
            continue
        if one.certificate_status is not ocsp.OCSPCertStatus.UNKNOWN:
            yield Statement(one.this_update_utc, one.revocation_time_utc)


def _concerns(
    answer: ocsp.OCSPResponse, certificate: x509.Certificate, issuer: x509.Certificate
) -> bool:
    asked = (
        ocsp.OCSPRequestBuilder()
        .add_certificate(certificate, issuer, answer.hash_algorithm)
        .build()
    )
    return (asked.serial_number, asked.issuer_key_hash, asked.issuer_name_hash) == (
        answer.serial_number, answer.issuer_key_hash, answer.issuer_name_hash,
    )  # fmt: skip


def _is_answer_of(issuer: x509.Certificate, answer: ocsp.OCSPResponse) -> bool:
    return _is_signed_by(issuer, answer) or any(
        _may_answer(one, issuer, answer.this_update_utc) and _is_signed_by(one, answer)
        for one in answer.certificates
    )


def _may_answer(one: x509.Certificate, issuer: x509.Certificate, at: datetime) -> bool:
    """Tell whether the issuer named this certificate for answering."""
    try:
        one.verify_directly_issued_by(issuer)
        purposes = one.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (InvalidSignature, ValueError, TypeError, x509.ExtensionNotFound):
        return False
    is_in_time = one.not_valid_before_utc <= at <= one.not_valid_after_utc
    return ExtendedKeyUsageOID.OCSP_SIGNING in purposes and is_in_time


def _is_signed_by(one: x509.Certificate, answer: ocsp.OCSPResponse) -> bool:
    key, digest = one.public_key(), answer.signature_hash_algorithm
    if digest is None:
        return False
    signature, content = answer.signature, answer.tbs_response_bytes
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, content, padding.PKCS1v15(), digest)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(signature, content, ec.ECDSA(digest))
        else:
            return False
    except InvalidSignature:
        return False
    return True


def _list(data: bytes) -> x509.CertificateRevocationList | None:
    try:
        return read_list(data)
    except ValueError:
        return None


def _answer(data: bytes) -> ocsp.OCSPResponse | None:
    try:
        answer = ocsp.load_der_ocsp_response(data)
    except ValueError:
        return None
    is_whole = answer.response_status is ocsp.OCSPResponseStatus.SUCCESSFUL
    return answer if is_whole else None
