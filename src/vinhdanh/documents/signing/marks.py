"""The identity a PDF carries in its metadata and its trailer: it outlives most changes.

Whoever changes a page of a paper seldom changes both places, so a changed paper still says of
which one it was made.
"""

from __future__ import annotations

import re
from typing import Final

_METADATA: Final = re.compile(rb"<xmpMM:InstanceID>([^<]{16,80})<")
_TRAILER: Final = re.compile(rb"/ID ?\[\s*\([^()]{16,80}\)\s*\(([^()]{16,80})\)")


def mark_of(pdf: bytes) -> str:
    """Return the identity of a PDF as it was first written; empty where it has none."""
    found = _METADATA.search(pdf)
    return found[1].decode("latin-1") if found else ""


def marks_in(pdf: bytes) -> set[str]:
    """Return every identity in a PDF, in its metadata and its trailers."""
    found = _METADATA.findall(pdf) + _TRAILER.findall(pdf)
    return {one.decode("latin-1") for one in found}
