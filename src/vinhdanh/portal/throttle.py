"""How often one address may check: people read codes slowly, programs do not."""

from __future__ import annotations

import hashlib

from django.core.cache import cache

MOST = 30
WINDOW = 10 * 60
"""Seconds, from the first check on."""


def may_check(address: str) -> bool:
    """Count a check and tell whether it is still one of the allowed ones."""
    key = f"checks:{hashlib.sha256(address.encode()).hexdigest()}"
    cache.add(key, 0, WINDOW)
    try:
        return cache.incr(key) <= MOST
    except ValueError:  # the window ended in between
        return True
