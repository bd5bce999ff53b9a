"""Signing in: how often it may fail, and that it is written down."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.core.cache import cache

from vinhdanh.kernel.services.audit import record

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor

ATTEMPTS = 10
"""Wrong passwords for one name from one address before it must wait."""
WAIT = 15 * 60
"""Seconds to wait, counted from the last wrong password."""


def is_blocked(*, username: str, address: str) -> bool:
    """Tell whether this name must wait at this address; others are not kept out by it."""
    failures: int = cache.get(_key(username, address), 0)
    return failures >= ATTEMPTS


def note_failure(*, username: str, address: str) -> None:
    """Count a wrong password."""
    key = _key(username, address)
    cache.set(key, cache.get(key, 0) + 1, WAIT)


def note_success(*, actor: Actor, address: str) -> None:
    """Forget the failures and write the sign-in into the log."""
    cache.delete(_key(actor.user.username, address))
    record(
        scope=actor.scope,
        actor=actor.name,
        action="account.signed_in",
        target=actor.user,
        sentence="đăng nhập",
        details={"address": address},
    )


def _key(username: str, address: str) -> str:
    digest = hashlib.sha256(f"{username.lower()}|{address}".encode()).hexdigest()
    return f"sign-in-failures:{digest}"
