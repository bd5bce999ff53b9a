"""The code under which anybody can check one honour: short, and not to be guessed.

It is the honour's number in the register and a seal over it made with the secret key, so it needs
no column, and the codes of other honours cannot be counted up from one. With another secret key
the codes printed before no longer answer.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from vinhdanh.decisions.models import Honour

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O, U, which are misread on paper."""
SEAL_LETTERS = 10
"""Fifty bits: at thirty tries in ten minutes nobody finds one."""
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0"})


def check_code(honour: Honour) -> str:
    """Return "1F-7KQ2M9X4TB"."""
    return f"{_written(honour.pk)}-{_seal(honour.pk)}"


def honour_id(code: str) -> int | None:
    """Return the honour a code belongs to; none where the seal is not ours."""
    number, _, seal = code.strip().upper().translate(_MISREAD).partition("-")
    if not number or len(number) > 12 or not set(number) <= set(LETTERS):  # noqa: PLR2004
        return None
    pk = 0
    for letter in number:
        pk = pk * len(LETTERS) + LETTERS.index(letter)
    return pk if hmac.compare_digest(_seal(pk).encode(), seal.encode()) else None


def check_address(honour: Honour) -> str:
    """Return where the honour is checked, for the QR code; empty without a public address.

    The public address is the first of VINHDANH_ORIGINS.
    """
    origins = settings.CSRF_TRUSTED_ORIGINS
    return f"{origins[0].rstrip('/')}/kiem-tra/{check_code(honour)}/" if origins else ""


def _seal(pk: int) -> str:
    key, text = settings.SECRET_KEY.encode(), f"honour:{pk}".encode()
    value = int.from_bytes(hmac.new(key, text, hashlib.sha256).digest()[:8])
    return _written(value).rjust(SEAL_LETTERS, "0")[-SEAL_LETTERS:]


def _written(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number, len(LETTERS))
        letters = LETTERS[rest] + letters
    return letters or LETTERS[0]
