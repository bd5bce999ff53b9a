"""The one way reading a file can fail."""

from __future__ import annotations

from vinhdanh.kernel.errors import DomainError


class UnreadableFileError(DomainError):
    """The file cannot be read at all; the message names it and says what to do."""
