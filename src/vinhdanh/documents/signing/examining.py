"""Signatures of a PDF examined in this process; `verify` does it in one that can be ended."""

from __future__ import annotations

import asyncio
import io
import logging
import re
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from cryptography import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from vinhdanh.documents.signing import number_fields
from vinhdanh.documents.signing import report as reports
from vinhdanh.documents.signing.containers import is_exact
from vinhdanh.documents.signing.keys import named
from vinhdanh.documents.signing.report import (
    Later,
    Report,
    SignatureReport,
    Trust,
    Verdict,
    unreadable,
)
from vinhdanh.documents.signing.responders import ask_responders
from vinhdanh.documents.signing.revocation import Evidence, path_statements, read_evidence
from vinhdanh.documents.signing.roots import read_roots
from vinhdanh.documents.signing.store import embedded_evidence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

MOST_SIGNATURES: Final = 50
_TRACES: Final = re.compile(rb"/ByteRange|adbe\.pkcs7|ETSI\.CAdES|ETSI\.RFC3161")
_HEAD: Final = 1024
_TAIL: Final = 1024
_TOLERANCE: Final = timedelta(minutes=5)
_UNSUITABLE: Final = (
    AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE,
    AdESIndeterminate.SIG_CONSTRAINTS_FAILURE,
)
_USAGE: Final = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of the certificates of one path."""

    revoked_on: datetime | None = None
    not_revoked_on: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Trusted:
    """What the administrator trusts, and when it is asked."""

    roots: list[Any]
    at: datetime
    evidence: Evidence
    responders: tuple[str, ...]


def examine(
    pdf: bytes,
    roots: Sequence[bytes],
    *,
    at: datetime,
    lists: Sequence[bytes] = (),
    responders: Sequence[str] = (),
) -> Report:
    """Return what the signatures of a file are worth at a moment.

    Any file gives a report; none raises. lists are files of revoked certificates, responders
    the addresses that are asked.
    """
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    has_traces = _TRACES.search(pdf) is not None
    if b"%PDF-" not in pdf[:_HEAD] and not has_traces:
        return unreadable("không phải tệp PDF")
    if b"%%EOF" not in pdf[-_TAIL:]:  # where a parser would search long
        return _traced() if has_traces else unreadable("bị cắt mất phần cuối")
    try:
        trusted = _Trusted(read_roots(list(roots)), at, read_evidence(lists), tuple(responders))
        return _examined(pdf, trusted, has_traces=has_traces)
    except Exception:  # noqa: BLE001 - a damaged file fails in any way it likes
        return _traced() if has_traces else unreadable("bị hỏng")


def _traced() -> Report:
    return Report(verdict=Verdict.CHANGED, sentence=reports.TRACES_SENTENCE)


def _examined(pdf: bytes, trusted: _Trusted, *, has_traces: bool) -> Report:
    reader = PdfFileReader(io.BytesIO(pdf))
    if reader.encrypted:
        return unreadable("đang đặt mật khẩu")
    signatures = list(reader.embedded_regular_signatures)
    if not signatures:
        if has_traces:
            return _traced()
        return Report(verdict=Verdict.UNSIGNED, sentence=reports.UNSIGNED_SENTENCE)
    if len(signatures) > MOST_SIGNATURES:
        return unreadable(f"có hơn {MOST_SIGNATURES} chữ ký số")
    last = list(reader.embedded_signatures)[-1]
    if last not in signatures and not _closes(pdf, last, trusted.roots, trusted.at):
        return Report(verdict=Verdict.CHANGED, sentence=reports.CHANGED_SENTENCE)
    trusted = replace(trusted, evidence=trusted.evidence + embedded_evidence(reader))
    return reports.report_of(
        tuple(_signature(pdf, one, trusted, is_last=one is last) for one in signatures)
    )


def _signature(pdf: bytes, signature: Any, trusted: _Trusted, *, is_last: bool) -> SignatureReport:
    roots, at = trusted.roots, trusted.at
    claimed = signature.self_reported_timestamp
    status = asyncio.run(_status(signature, roots, claimed or at))
    stamp = status.timestamp_validity
    is_stamp_whole = stamp is None or (stamp.valid and stamp.intact)
    has_timestamp = stamp is not None and is_stamp_whole and stamp.trusted
    moment = stamp.timestamp if has_timestamp else claimed
    if has_timestamp and moment != claimed:
        status = asyncio.run(_status(signature, roots, moment))
    certificate = signature.signer_cert
    covers = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    has_path = status.validation_path is not None
    written = number_fields.written_since(signature.reader, signature)
    is_plain = not is_last or is_exact(pdf, signature, roots, has_path=has_path)
    known = _revocation(status.validation_path, trusted)
    trust = _trust(status, certificate, moment, at)
    if trust is Trust.TRUSTED and moment:
        trust = _unless_revoked(known.revoked_on, moment, has_timestamp=has_timestamp)
    return SignatureReport(
        field_name=str(signature.field_name),
        signer=named(certificate, "common_name") or certificate.subject.human_friendly,
        organisation=named(certificate, "organization_name"),
        signed_at=moment,
        has_timestamp=has_timestamp,
        is_intact=status.intact and status.valid and is_stamp_whole and is_plain,
        covers_whole_file=covers,
        later=_later(status, covers=covers, is_last=is_last, written=written),
        trust=trust,
        revoked_on=known.revoked_on,
        not_revoked_on=known.not_revoked_on,
        has_expired_since=at > certificate.not_valid_after,
        written=written or "",
    )


def _revocation(path: Any, trusted: _Trusted) -> _Known:
    if path is None:
        return _Known()
    up = [x509.load_der_x509_certificate(one.dump()) for one in path.iter_certs(include_root=True)]
    up.reverse()
    asked = read_evidence(ask_responders(up, trusted.responders))
    said = path_statements(up, trusted.evidence + asked)
    revoked = [each.revoked_on for each in said if each and each.revoked_on]
    if revoked:
        return _Known(revoked_on=min(revoked))
    days = [each.said_on for each in said if each]
    return _Known(not_revoked_on=min(days)) if days and len(days) == len(said) else _Known()


def _unless_revoked(revoked_on: datetime | None, moment: datetime, *, has_timestamp: bool) -> Trust:
    if revoked_on is None:
        return Trust.TRUSTED
    if revoked_on <= moment:
        return Trust.REVOKED
    return Trust.TRUSTED if has_timestamp else Trust.REVOKED_SINCE


async def _status(signature: Any, roots: list[Any], moment: datetime) -> Any:
    context = ValidationContext(
        trust_roots=roots, moment=moment, allow_fetching=False, best_signature_time=moment
    )
    return await async_validate_pdf_signature(
        signature, signer_validation_context=context, key_usage_settings=_USAGE
    )


def _closes(pdf: bytes, stamp: Any, roots: list[Any], at: datetime) -> bool:
    """Tell whether a time stamp over the file, made after the signatures, covers all of it."""
    context = ValidationContext(trust_roots=roots, moment=at, allow_fetching=False)
    status = asyncio.run(async_validate_pdf_timestamp(stamp, context))
    return (
        status.intact
        and status.valid
        and status.coverage is SignatureCoverageLevel.ENTIRE_FILE
        and is_exact(pdf, stamp, roots, has_path=status.validation_path is not None)
    )


def _later(status: Any, *, covers: bool, is_last: bool, written: str | None) -> Later:
    """Tell what follows; after the last signature nothing may but a number, not even a blank."""
    if covers:
        return Later.NOTHING
    if not status.docmdp_ok or written is None:
        return Later.FORBIDDEN
    if not is_last:
        return Later.ALLOWED
    only_number = set(status.diff_result.changed_form_fields) == set(number_fields.NAMES)
    return Later.NUMBER_ONLY if written and only_number else Later.FORBIDDEN


def _trust(status: Any, certificate: Any, moment: datetime | None, at: datetime) -> Trust:
    if moment is None:
        return Trust.UNSUITABLE
    if moment > at + _TOLERANCE:
        return Trust.SIGNED_IN_FUTURE
    if moment > certificate.not_valid_after:
        return Trust.EXPIRED
    if moment < certificate.not_valid_before:
        return Trust.NOT_YET_VALID
    if status.trusted:
        return Trust.TRUSTED
    is_unsuitable = status.trust_problem_indic in _UNSUITABLE
    return Trust.UNSUITABLE if is_unsuitable else Trust.UNKNOWN_ISSUER
