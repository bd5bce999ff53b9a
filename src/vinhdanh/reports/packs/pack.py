"""A pack: its papers, each made only when it is asked for, and what does not agree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vinhdanh.documents import render_docx, render_pdf
from vinhdanh.kernel.files import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from vinhdanh.documents import OfficialDocument as Printed


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a pack."""

    title: str
    ending: str
    make: Callable[[], bytes] = field(repr=False)

    @property
    def name(self) -> str:
        """Its file name; nothing in it that a file system refuses."""
        return f"{self.title.replace('/', '-')}.{self.ending}"


@dataclass(frozen=True, slots=True)
class Pack:
    """All papers of one thing."""

    title: str
    pieces: tuple[Piece, ...]
    findings: tuple[str, ...] = ()
    """Where two papers do not agree; advice, never a refusal."""


def rendered(title: str, build: Callable[[], Printed]) -> tuple[Piece, Piece]:
    """Return a paper as PDF and Word, rendered when it is taken."""
    return (
        Piece(title, "pdf", lambda: render_pdf(build())),
        Piece(title, "docx", lambda: render_docx(build())),
    )


def kept(title: str, ending: str, path: str) -> Piece:
    """Return a file that was stored when the paper was issued; it is never rendered again."""
    return Piece(title, ending, lambda: load(path))
