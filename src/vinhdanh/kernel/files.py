"""Files of the office: written whole, named by their content, never changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import IO, cast

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where the bytes are and how to prove that they are still the same."""

    path: str
    sha256: str
    size: int


def store(data: bytes, *, suffix: str) -> StoredFile:
    """Write bytes under their SHA-256 and return the place.

    Called before the row that names the file is written: a crash in between leaves a file
    that nothing names, never a row whose file is missing. The same bytes are kept once.
    """
    digest = hashlib.sha256(data).hexdigest()
    path = f"{digest[:2]}/{digest}{suffix}"
    if not default_storage.exists(path):
        path = default_storage.save(path, ContentFile(data))
    return StoredFile(path=path, sha256=digest, size=len(data))


def opened(path: str) -> IO[bytes]:
    """Return a stored file, open for reading: for those of which a part is enough."""
    return cast("IO[bytes]", default_storage.open(path))


def load(path: str) -> bytes:
    """Return the bytes of a stored file."""
    with default_storage.open(path) as file:
        content: bytes = file.read()
    return content
