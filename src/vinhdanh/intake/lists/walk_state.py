"""Where the walk down a table stands: rows found so far, groups that are open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.intake.lists.columns import Header
    from vinhdanh.intake.lists.draft import ListFinding
    from vinhdanh.intake.lists.grid import Grid
    from vinhdanh.intake.lists.schema import ListSchema, Said


@dataclass(slots=True)
class RawRow:
    """One recipient's row before its cells are read."""

    number: int
    place: str
    header: Header
    said: dict[int, Said]
    """By column; blank cells are left out."""
    group: dict[str, str]
    is_hidden: bool = False
    is_joined: bool = False
    """Put together from two rows, because a page broke it."""
    old_font: str = ""
    """The old font this row alone was in."""


@dataclass(slots=True)
class Walk:
    """The walk down one table and those that go on from it."""

    grid: Grid
    schema: ListSchema
    mapping: Mapping[str, str]
    header: Header
    rows: list[RawRow] = field(default_factory=list)
    findings: list[ListFinding] = field(default_factory=list)
    groups: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    has_ended: bool = False

    @property
    def context(self) -> dict[str, str]:
        """What all open groups say together, the inner ones last."""
        return {key: value for _, values in self.groups for key, value in values.items()}
