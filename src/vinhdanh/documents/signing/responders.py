"""Asking for revocation over HTTP: only addresses the administrator gave, never a certificate's."""

from __future__ import annotations

import urllib.error
import urllib.request
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import ocsp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cryptography import x509

_LARGEST_ANSWER: Final = 256 * 1024
_LARGEST_LIST: Final = 20 * 1024 * 1024
_SECONDS: Final = 5.0


def ask_responders(path: Sequence[x509.Certificate], addresses: Iterable[str]) -> Iterator[bytes]:
    """Give the answers (OCSP, DER) of responders on the certificates of a path.

    path goes from the signer's certificate up to the root's. A responder that does not answer
    is passed over.
    """
    for address in addresses:
        for certificate, issuer in pairwise(path):
            asked = ocsp.OCSPRequestBuilder().add_certificate(certificate, issuer, hashes.SHA256())
            data = asked.build().public_bytes(Encoding.DER)
            with suppress(OSError, ValueError):
                yield _fetched(address, _LARGEST_ANSWER, data)


def fetch_list(address: str) -> bytes:
    """Return the list of revoked certificates (CRL) at an address.

    Raises:
        OSError: no answer.
        ValueError: no http or https address, or too large an answer.
    """
    return _fetched(address, _LARGEST_LIST, None)


def _fetched(address: str, largest: int, data: bytes | None) -> bytes:
    if urlsplit(address).scheme not in ("http", "https"):
        raise ValueError(address)
    kind = {"Content-Type": "application/ocsp-request"} if data else {}
    call = urllib.request.Request(address, data=data, headers=kind)  # noqa: S310 - checked above
    with urllib.request.urlopen(call, timeout=_SECONDS) as answer:  # noqa: S310
        found: bytes = answer.read(largest + 1)
    if len(found) > largest:
        raise ValueError(address)
    return found
