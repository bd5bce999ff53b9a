"""What a list may hold: a table of columns, each with its names and its type of value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vinhdanh.intake.draft import Severity

Said: TypeAlias = str | dt.date
"""What a cell says: squeezed text, or the day of an Excel date."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a reader of one cell has to say; the place is added by the caller."""

    code: str
    severity: Severity
    text: str
    """A clause that follows "Dòng 7, cột “Ngày sinh”: ", with what to do and a full stop."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The value of a cell, and what else the cell tells."""

    value: object
    also: Mapping[str, object] = field(default_factory=dict)
    """Values of other keys ("Ông" tells the sex); they never replace what another cell says."""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class CellType:
    """How one type of value is read from a cell and written into one."""

    read: Callable[[Said], Reading]
    write: Callable[[object], str] = str
    empty: object = ""
    keeps_lines: bool = False
    """Whether a new line within a cell may begin a new thing."""


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column of a schema."""

    key: str
    label: str
    """The heading that is written, and the name used in messages."""
    type: CellType
    names: tuple[str, ...] = ()
    """Other headings it goes by; compared without marks, case and punctuation."""
    is_required: bool = False
    """No list without this column, no row without this value."""
    is_read_only: bool = False
    """Read into other keys (Reading.also), no value of its own and never written."""
    width: int = 18
    """In characters."""


@dataclass(frozen=True, slots=True, eq=False)
class ListSchema:
    """A kind of list."""

    key: str
    title: str
    """As in "danh sách …", small letters."""
    columns: tuple[Column, ...]
    same: tuple[tuple[str, ...], ...] = ()
    """Keys that together tell two rows apart; the first set whose values are all there counts."""
    settle: Callable[[dict[str, object]], tuple[Remark, ...]] | None = None
    """Completes the values of a row once all its cells are read, and says what is odd."""
    group_keys: frozenset[str] = frozenset()
    """Keys that a full-width row ("II. Cá nhân", "Thôn Phạm Xá") may give to the rows below."""

    def column(self, key: str) -> Column:
        """Return a column by its key, or raise KeyError."""
        return _by_key(self)[key]

    @property
    def valued(self) -> tuple[Column, ...]:
        """The columns that have a value of their own, in the order they are written."""
        return tuple(column for column in self.columns if not column.is_read_only)


@lru_cache(maxsize=64)
def _by_key(schema: ListSchema) -> dict[str, Column]:
    return {column.key: column for column in schema.columns}
