"""The key with which an installation signs its bundles, and how people compare keys."""

from __future__ import annotations

import base64
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

GROUP = 4
"""Letters of a fingerprint that are read out together."""
SHOWN = 24


def new_key() -> bytes:
    """Return a fresh private key, 32 raw bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_key(private: bytes) -> bytes:
    """Return the public half, 32 raw bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, message: bytes) -> bytes:
    """Return the 64-byte signature of a message."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def is_signed(public: bytes, signature: bytes, message: bytes) -> bool:
    """Tell whether a signature over a message was made with the other half of a key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: bytes) -> str:
    """Return what two clerks read to each other on the telephone: "ABCD EFGH …", 120 bits."""
    letters = base64.b32encode(hashlib.sha256(public).digest()).decode()[:SHOWN]
    return " ".join(letters[at : at + GROUP] for at in range(0, SHOWN, GROUP))
