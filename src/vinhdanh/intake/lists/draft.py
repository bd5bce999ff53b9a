"""What a list file is read into. Nothing here is stored; a person confirms it first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vinhdanh.intake.draft import Finding

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.intake.draft import Severity

NOT_USED = ""
"""The key of a column that is not read."""


@dataclass(frozen=True, slots=True)
class ListFinding(Finding):
    """One sentence about the list: error (cannot be used), warning, or info (a note)."""

    key: str = ""
    """The column it is about, by its key in the schema."""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of the list."""

    number: int
    """The row as the person sees it: Excel's row number, or the row of the table in a document."""
    place: str
    """The sheet or table, as a person would name it."""
    values: dict[str, object]
    """Every key of the schema; what was not said is the empty value of its column."""
    said: dict[str, str] = field(default_factory=dict)
    """The text of each cell as it stood, by key."""
    findings: tuple[ListFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What the text around the list says of the document; None where it says nothing."""

    number: str | None = None
    """Of the document itself, or of the one the list is attached to ("12/QĐ-UBND")."""
    issued_on: dt.date | None = None
    issuer: str | None = None
    signer: str | None = None
    signer_position: str | None = None


@dataclass(frozen=True, slots=True)
class ListDraft:
    """A list as read from a file."""

    rows: tuple[ListRow, ...]
    findings: tuple[ListFinding, ...]
    """About the file as a whole; what concerns one row is with the row."""
    mapping: dict[str, str]
    """Column heading -> key, in the order of the file; NOT_USED where a column is not read."""
    facts: ListFacts
    place: str
    """The sheets or tables that were read, in words."""
    places: tuple[str, ...] = ()
    """The same, one by one."""
    other_places: tuple[str, ...] = ()
    """Sheets and tables that were passed over."""

    def count(self, severity: Severity) -> int:
        """Return how many findings of this weight there are, rows and file together."""
        own = sum(finding.severity == severity for finding in self.findings)
        return own + sum(f.severity == severity for row in self.rows for f in row.findings)
