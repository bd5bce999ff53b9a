"""What the lawbook refuses, and in which words."""

from __future__ import annotations


class LawbookError(LookupError):
    """The lawbook has no such thing on that day."""


class CorpusError(LawbookError):
    """A file of the corpus is wrong; the message says which file, line and key, and the fix."""

    def __init__(self, message: str, *, file: str, line: int, key: str, fix: str) -> None:
        self.file, self.line, self.key, self.fix = file, line, key, fix
        super().__init__(f"{file}, line {line}, key {key!r}: {message} Fix: {fix}")


class FactsError(ValueError):
    """The facts cannot be used; the message is one Vietnamese sentence for the person asking."""
