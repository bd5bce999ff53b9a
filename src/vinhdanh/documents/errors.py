"""Why a document could not be made."""

from __future__ import annotations

from vinhdanh.kernel.errors import DomainError


class DocumentError(DomainError):
    """A document cannot be set as given; the message says where and what to do."""
