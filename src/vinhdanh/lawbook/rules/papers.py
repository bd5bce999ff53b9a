"""Dossiers, certificates, legal bases, retention."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vinhdanh.lawbook.enums import HonourForm


class DossierFor(StrEnum):
    """Which files a dossier item belongs to."""

    TITLES = "titles"
    FORMS = "forms"
    SIMPLIFIED = "simplified"


@dataclass(frozen=True, slots=True)
class DossierItem:
    """A paper that a file must hold."""

    id: str
    name: str
    applies: tuple[DossierFor, ...] = ()
    honours: tuple[str, ...] = ()
    form_number: str = ""
    copies: int | None = None
    note: str = ""

    def settles(self) -> tuple[str, ...]:
        """Return the id."""
        return (self.id,)

    def belongs_to(self, honour: str, form: HonourForm, *, simplified: bool) -> bool:
        """Tell whether a file for this honour must hold the paper."""
        if simplified:
            return DossierFor.SIMPLIFIED in self.applies
        if honour in self.honours:
            return True
        wanted = DossierFor.TITLES if form is HonourForm.TITLE else DossierFor.FORMS
        return wanted in self.applies


@dataclass(frozen=True, slots=True)
class CertificateRule:
    """Paper, ornament and lines of a certificate; sizes in millimetres."""

    honours: tuple[str, ...]
    paper: str
    width: int
    height: int
    lines: tuple[str, ...] = ()
    emblem: bool = False
    red_flags: bool = False
    grant: str = ""
    """The words above the honour, such as TẶNG DANH HIỆU."""
    note: str = ""

    def settles(self) -> tuple[str, ...]:
        """Return the honours."""
        return self.honours


@dataclass(frozen=True, slots=True)
class Basis:
    """A text that an award decision names as its legal basis."""

    text: str
    order: int

    def settles(self) -> tuple[int, ...]:
        """Return the place in the list."""
        return (self.order,)


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a file is kept; None where the years were not read."""

    what: str
    text: str
    years: int | None = None
    is_permanent: bool = False

    def settles(self) -> tuple[str, ...]:
        """Return what is kept."""
        return (self.what,)
