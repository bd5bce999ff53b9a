"""Sealing ballots: anybody may put one in, nobody takes one out without three things at once.

To open a box one needs the row of the box, the secret in its locker (a file outside the database)
and the code that the chair set. The locker is deleted with the count, and with it every way back.
A sealed ballot is always of one length, whatever it says.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

if TYPE_CHECKING:
    from collections.abc import Iterable

KEY: Final = 32
TAG: Final = 16
RECORD: Final = KEY + 1 + TAG
"""Bytes of a sealed ballot: a key used once, one letter, its seal."""
_NONCE: Final = bytes(12)
"""Each key seals one thing only, so the nonce may stay the same."""
_COST: Final = {"n": 2**15, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024}


class SealBrokenError(Exception):
    """A box or a ballot does not open: wrong code, wrong locker, or touched by somebody."""


@dataclass(frozen=True, slots=True)
class NewKeys:
    """The two halves of a box's key: one seals, the other is wrapped away."""

    public: bytes
    wrapped: bytes


def new_keys(*, code: str, secret: bytes) -> NewKeys:
    """Make the keys of a box; the opening half is wrapped with the code and the locker's secret."""
    private = X25519PrivateKey.generate()
    wrapped = AESGCM(_wrapping(code, secret)).encrypt(_NONCE, private.private_bytes_raw(), None)
    return NewKeys(public=private.public_key().public_bytes_raw(), wrapped=wrapped)


def unwrap(wrapped: bytes, *, code: str, secret: bytes) -> bytes:
    """Return the opening half.

    Raises:
        SealBrokenError: the code or the secret is another one.
    """
    try:
        return AESGCM(_wrapping(code, secret)).decrypt(_NONCE, wrapped, None)
    except InvalidTag as problem:
        raise SealBrokenError from problem


def seal(letter: str, *, public: bytes, about: str) -> bytes:
    """Seal a ballot of one letter for a box; `about` ties it to its item, not to a person."""
    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public))
    own = once.public_key().public_bytes_raw()
    return own + AESGCM(_once(shared, own + public)).encrypt(
        _NONCE, letter.encode("ascii"), about.encode()
    )


def opened(record: bytes, *, private: bytes, about: str) -> str:
    """Return the letter of a sealed ballot.

    Raises:
        SealBrokenError: it was not sealed for this box and item, or was touched since.
    """
    key = X25519PrivateKey.from_private_bytes(private)
    own, sealed = record[:KEY], record[KEY:]
    try:
        shared = key.exchange(X25519PublicKey.from_public_bytes(own))
        salt = own + key.public_key().public_bytes_raw()
        return AESGCM(_once(shared, salt)).decrypt(_NONCE, sealed, about.encode()).decode("ascii")
    except (InvalidTag, ValueError) as problem:
        raise SealBrokenError from problem


def records_of(sealed: bytes) -> list[bytes]:
    """Return the ballots of an urn."""
    return [sealed[at : at + RECORD] for at in range(0, len(sealed), RECORD)]


def dropped_in(sealed: bytes, records: Iterable[bytes]) -> bytes:
    """Return the urn with more ballots in it; sorting by the sealed bytes forgets every order."""
    return b"".join(sorted([*records_of(sealed), *records]))


def _wrapping(code: str, secret: bytes) -> bytes:
    return hashlib.scrypt(code.encode(), salt=secret, dklen=KEY, **_COST)


def _once(shared: bytes, salt: bytes) -> bytes:
    return HKDF(SHA256(), KEY, salt, b"vinhdanh ballot").derive(shared)
