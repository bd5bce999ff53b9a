"""Which tables of a file are the list, which only go on from the one before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.intake.lists.header import find_header

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from vinhdanh.intake.lists.columns import Header
    from vinhdanh.intake.lists.grid import Grid
    from vinhdanh.intake.lists.schema import ListSchema

_LEAST_SHARE = 0.6
"""A table with fewer of the columns than this share of the best one is another list."""


@dataclass(frozen=True, slots=True)
class Found:
    """One table with its headings; `goes_on` if they stand in the table before."""

    grid: Grid
    header: Header
    goes_on: bool = False

    @property
    def start(self) -> int:
        """The index of the first row below the headings."""
        return 0 if self.goes_on else self.header.last + 1


def find_tables(
    grids: Sequence[Grid], schema: ListSchema, mapping: Mapping[str, str]
) -> list[Found]:
    """Return every table that has headings or goes on from one that has."""
    found: list[Found] = []
    for grid in grids:
        header = find_header(grid, schema, mapping)
        before = found[-1] if found else None
        if (
            (header is None or not header.has_required)
            and before
            and before.header.has_required
            and grid.can_continue
            and grid.width == before.grid.width
        ):
            found.append(Found(grid, before.header, goes_on=True))
        elif header:
            found.append(Found(grid, header))
    return found


def choose(found: list[Found], places: Collection[str] | None) -> list[Found]:
    """Return the tables to read: those asked for, else the visible ones that fit best."""
    if places is not None:
        return [table for table in found if table.grid.place in places]
    fitting = [table for table in found if table.header.has_required]
    visible = [table for table in fitting if not table.grid.is_hidden]
    fitting = visible or fitting
    best = max((len(table.header.keys - {"order"}) for table in fitting), default=0)
    return [table for table in fitting if len(table.header.keys - {"order"}) >= _LEAST_SHARE * best]


def chains_of(tables: Sequence[Found]) -> list[list[Found]]:
    """Return the tables that can be read, each together with those that go on from it."""
    chains: list[list[Found]] = []
    for table in tables:
        if table.goes_on and chains:
            chains[-1].append(table)
        elif table.header.has_required:
            chains.append([table])
    return chains


def mapping_of(tables: list[Found]) -> dict[str, str]:
    """Return heading -> key over all tables, in the order of the file."""
    mapping: dict[str, str] = {}
    for table in tables:
        for heading in table.header.headings:
            mapping[heading.text] = mapping.get(heading.text) or heading.key
    return mapping
