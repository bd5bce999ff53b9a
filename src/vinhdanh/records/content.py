"""A file on its way into the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vinhdanh.records.enums import FileFormat


@dataclass(frozen=True, slots=True)
class FileContent:
    """A file to be kept with a document."""

    format: FileFormat
    title: str
    data: bytes
    manifest: dict[str, Any] = field(default_factory=dict)
