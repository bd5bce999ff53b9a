"""A file on its way into the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from vinhdanh.kernel.files import store

if TYPE_CHECKING:
    from vinhdanh.records.enums import FileFormat


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file to be kept with a document."""

    format: FileFormat
    title: str
    data: bytes
    manifest: dict[str, Any] = field(default_factory=dict)
    role: str = "generated"
    """A value of FileRole; only outgoing documents tell roles apart."""


def keep(content: FileContent) -> dict[str, Any]:
    """Store a file and return the columns of the row that names it."""
    kept = store(content.data, suffix=f".{content.format}")
    return {
        "format": content.format,
        "title": content.title,
        "path": kept.path,
        "sha256": kept.sha256,
        "size": kept.size,
        "manifest": content.manifest,
    }
