"""The one error that reaches a person."""

from __future__ import annotations


class DomainError(Exception):
    """An act was refused, for a reason its author can mend.

    The message is one Vietnamese sentence that says what happened, where, and what to do.
    It is shown as it stands, so it never holds codes or system words.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        """Name of the form field the message belongs to, or empty."""


class StaleError(DomainError):
    """Somebody else changed the thing since its author read it."""
