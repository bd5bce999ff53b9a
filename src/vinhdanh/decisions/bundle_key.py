"""The key with which this installation signs what it sends; it follows from the secret key."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings

from vinhdanh.decisions.bundle.keys import fingerprint, public_key


def private_key() -> bytes:
    """Return the installation's Ed25519 key, 32 bytes; with another secret key it is another."""
    return hmac.new(settings.SECRET_KEY.encode(), b"bundle", hashlib.sha256).digest()


def own_fingerprint() -> str:
    """Return what is read out on the telephone when another office asks whose file it has."""
    return fingerprint(public_key(private_key()))
