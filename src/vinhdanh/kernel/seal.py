"""The seal of the log: each row carries a hash over itself and the row before."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vinhdanh.kernel.models import AuditEvent


def seal(event: AuditEvent, *, scope: str, previous: str) -> str:
    """Return the SHA-256 over the event's content, its chain's scope and the seal before it."""
    content = [
        scope,
        previous,
        event.sequence,
        event.at.timestamp(),
        event.actor,
        event.action,
        event.object_type,
        event.object_id,
        event.sentence,
        event.details,
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
