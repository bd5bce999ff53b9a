"""Nothing unchecked in a signature's container: bytes that no signature protects must be dull.

The container is the one part of a signed PDF that its own signature does not cover. A reader
that only checks the cryptography passes over changes in padding, in the writing of hexadecimal
digits, in certificates it does not need. Here each of these counts as a change.
"""

from __future__ import annotations

from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from pyhanko.sign.general import extract_certificate_info

from vinhdanh.documents.signing.skeleton import frame, tokens
from vinhdanh.documents.signing.untyped import cms


def is_exact(pdf: bytes, signature: Any, roots: list[Any], *, has_path: bool) -> bool:
    """Tell whether every byte of the container is what a signer had to write there.

    has_path says that the signer's certificate leads to one of the roots; then no certificate
    may be left whose issuer nobody knows.
    """
    _, first, second, _ = (int(number) for number in signature.byte_range)
    container = cms.ContentInfo.load(signature.pkcs7_content)
    return (
        _is_plain_hex(pdf[first:second])
        and _is_plain_padding(signature.pkcs7_content, container)
        and _is_plain_cms(container)
        and all(
            _certificates_whole(one, roots, has_path=has_path)
            for one in (container, *tokens(container))
        )
    )


def _is_plain_hex(gap: bytes) -> bool:
    """Tell whether the gap is <digits> and all letters have the same case."""
    digits = gap[1:-1]
    return (
        gap[:1] == b"<"
        and gap[-1:] == b">"
        and digits.isalnum()
        and (digits == digits.lower() or digits == digits.upper())
    )


def _is_plain_padding(content: bytes, container: Any) -> bool:
    """Tell whether only zeros follow the structure."""
    return not any(content[len(container.dump()) :])


def _is_plain_cms(container: Any) -> bool:
    """Tell whether the frame of the structure, and of its time stamp, is as rules have it."""
    try:
        return container.dump() == frame(container) and all(
            _is_plain_cms(token) for token in tokens(container)
        )
    except (ValueError, TypeError, KeyError):
        return False


def _certificates_whole(container: Any, roots: list[Any], *, has_path: bool) -> bool:
    """Tell whether the certificates brought along are as their issuers signed them.

    The signer's own is held by the signed attributes and by the path to a root.
    """
    others = extract_certificate_info(container["content"]).other_certs
    brought = [_certificate(one) for one in others]
    known = brought + [_certificate(one) for one in roots]
    return all(_is_whole(one, known, has_path=has_path) for one in brought)


def _is_whole(
    certificate: x509.Certificate, known: list[x509.Certificate], *, has_path: bool
) -> bool:
    issuers = [one for one in known if one.subject == certificate.issuer]
    if not issuers:
        return not has_path
    return any(_is_issued_by(certificate, one) for one in issuers)


def _is_issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def _certificate(loaded: Any) -> x509.Certificate:
    return x509.load_der_x509_certificate(loaded.dump())
