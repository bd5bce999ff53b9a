"""Where it is looked up whether a certificate was revoked: what the administrator set.

Lists (CRL) are files `crls/*.crl` of the data folder, and what the addresses of VINHDANH_CRL
give; those are kept for an hour. VINHDANH_OCSP names responders. Nothing else is ever asked, so
that nobody can send this machine to an address by a certificate of their own.
"""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING, Final

from django.conf import settings

from vinhdanh.documents.signing.roots import list_files, read_roots, root_files

if TYPE_CHECKING:
    from pathlib import Path

    from vinhdanh.documents.signing.keys import SigningKey

FRESH: Final = 60 * 60
"""Seconds for which a list that was fetched is used again, whether it was there or not."""


def trusted_roots() -> tuple[bytes, ...]:
    """Return the certificate files in the folder `roots` of the data folder."""
    return root_files(settings.DATA / "roots")


def revocation_lists() -> tuple[bytes, ...]:
    """Return the lists of revoked certificates at hand.

    Raises:
        DocumentError: a file of the folder is no list.
    """
    folder = settings.DATA / "crls"
    for address in settings.CRL_ADDRESSES:
        _refresh(folder, address)
    return list_files(folder)


def responders() -> tuple[str, ...]:
    """Return the addresses that answer whether a certificate is revoked."""
    return tuple(settings.OCSP_ADDRESSES)


def evidence_for(key: SigningKey) -> list[bytes]:
    """Return what is to be kept in a paper beside a signature: lists, and answers on the key."""
    from cryptography import x509  # noqa: PLC0415 - slow to import

    from vinhdanh.documents.signing.responders import ask_responders  # noqa: PLC0415

    lists = list(revocation_lists())
    own = key.signer.signing_cert
    if own is None or not responders():
        return lists
    above = [one for one in read_roots(list(trusted_roots())) if one.subject == own.issuer]
    above += [one for one in key.signer.cert_registry if one.subject == own.issuer]
    pair = [x509.load_der_x509_certificate(one.dump()) for one in (own, *above[:1])]
    return [*lists, *ask_responders(pair, responders())]


def _refresh(folder: Path, address: str) -> None:
    """Fetch a list that is old or missing; the old one stays where nothing better comes."""
    from vinhdanh.documents.signing.responders import fetch_list  # noqa: PLC0415
    from vinhdanh.documents.signing.revocation import read_list  # noqa: PLC0415

    folder.mkdir(parents=True, exist_ok=True)
    name = f"fetched-{hashlib.sha256(address.encode()).hexdigest()[:16]}"
    asked = folder / f"{name}.asked"
    if asked.exists() and time.time() - asked.stat().st_mtime < FRESH:
        return
    asked.touch()
    try:
        data = fetch_list(address)
        read_list(data)
    except (OSError, ValueError):
        return
    fresh = folder / f"{name}.new"
    fresh.write_bytes(data)
    fresh.replace(folder / f"{name}.crl")
