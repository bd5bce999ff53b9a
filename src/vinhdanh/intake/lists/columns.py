"""The headings of one table, each with the column of the schema it stands for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vinhdanh.intake.lists.draft import NOT_USED
from vinhdanh.intake.lists.grid import text_of
from vinhdanh.intake.lists.headings import BETWEEN, EXACT, match_heading
from vinhdanh.intake.lists.sources.cell_refs import column_name
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.intake.lists.grid import Grid
    from vinhdanh.intake.lists.schema import ListSchema, Said

_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a table."""

    at: int
    text: str
    """Unique in its table."""
    key: str
    sub: str = ""
    """The lower heading where the upper one named the column ("Năm 2022")."""
    cells: tuple[int, ...] = ()
    """Columns whose texts together are the value, where a name is split over several."""

    def text_in(self, said: Mapping[int, Said]) -> Said | None:
        """Return what a row says in this column."""
        if len(self.cells) < 2:  # noqa: PLR2004 - nothing to join
            return said.get(self.at)
        return " ".join(text_of(said[at]) for at in self.cells if at in said) or None


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a table."""

    first: int
    last: int
    """Indexes of the rows they stand in."""
    headings: tuple[Heading, ...]
    has_required: bool

    @property
    def keys(self) -> frozenset[str]:
        """The columns that were recognised."""
        return frozenset(heading.key for heading in self.headings) - {NOT_USED}

    def of(self, key: str) -> Heading | None:
        """Return the first heading of a column."""
        return next((heading for heading in self.headings if heading.key == key), None)


def row_texts(grid: Grid, at: int) -> list[str]:
    """Return the cells of a row as a person sees them, merged ones in each of their places."""
    cells = grid.rows[at].cells
    texts = [squeeze(text_of(cell)) for cell in cells] + [""] * (grid.width - len(cells))
    if grid.fills:
        for column in range(grid.width):
            origin = grid.fills.get((at, column))
            if origin:
                row = grid.rows[origin[0]].cells
                texts[column] = squeeze(text_of(row[origin[1]])) if origin[1] < len(row) else ""
    return texts


def assign(
    grid: Grid,
    schema: ListSchema,
    mapping: Mapping[str, str],
    rows: tuple[int, int],
    texts: list[str],
) -> Header:
    """Return the headings of `rows` (first and last index), each key given to the surest one."""
    names = _unique(grid, texts, rows[1])
    known = frozenset(column.key for column in schema.columns) | {NOT_USED}
    keys = {at: mapping[name] for at, name in names.items() if mapping.get(name) in known}
    _recognise(schema, names, texts, keys)
    headings = tuple(
        Heading(
            at,
            name,
            keys.get(at, NOT_USED),
            texts[at].partition(BETWEEN)[2],
        )
        for at, name in names.items()
    )
    required = {column.key for column in schema.columns if column.is_required}
    family = next((heading.at for heading in headings if heading.key == "family"), None)
    headings = tuple(
        replace(
            _plain_if_single(heading, headings),
            cells=_cells_of(heading, grid, rows[1], family if heading.key in required else None),
        )
        for heading in headings
    )
    return Header(*rows, headings, required <= {heading.key for heading in headings})


def _cells_of(heading: Heading, grid: Grid, last: int, family: int | None) -> tuple[int, ...]:
    """Return the columns of a value: those under one heading, a family name before them."""
    under = [heading.at]
    for at in range(heading.at + 1, grid.width):
        origin = grid.fills.get((last, at))
        if origin is None or origin[1] != heading.at:
            break
        under.append(at)
    return tuple(under if family is None else [family, *under])


def _plain_if_single(heading: Heading, all_of_them: tuple[Heading, ...]) -> Heading:
    """A lower heading says something only where several columns share the upper one."""
    shared = heading.key and sum(other.key == heading.key for other in all_of_them) > 1
    return heading if shared or not heading.sub else replace(heading, sub="")


def _recognise(
    schema: ListSchema, names: dict[int, str], texts: list[str], keys: dict[int, str]
) -> None:
    """Fill `keys` with what the headings name, the surest first."""
    taken = {key for key in keys.values() if key}
    found = [
        (matched[1], at, matched[0])
        for at in names
        if at not in keys and texts[at] and (matched := match_heading(schema, texts[at]))
    ]
    for strength, at, key in sorted(found, key=lambda item: (-item[0], item[1])):
        is_part = BETWEEN in texts[at] and strength < EXACT - 1
        if key in taken and not (is_part and _is_shared(keys, texts, key, at)):
            continue
        keys[at] = key
        taken.add(key)


def _is_shared(keys: dict[int, str], texts: list[str], key: str, at: int) -> bool:
    """Tell whether the column stands under the same upper heading as one that has the key."""
    upper = texts[at].partition(BETWEEN)[0]
    return any(
        known == key and texts[other].partition(BETWEEN)[0] == upper
        for other, known in keys.items()
    )


def _unique(grid: Grid, texts: list[str], last: int) -> dict[int, str]:
    """Return the names of the columns, told apart by their letter where two are alike."""
    names: dict[int, str] = {}
    seen: set[str] = set()
    for at, text in enumerate(texts):
        name = text
        if not text:
            if not _has_data(grid, last, at):
                continue
            name = f"(cột {column_name(at)})"
        elif text in seen:
            if grid.fills.get((last, at), (0, at))[1] != at:
                continue  # covered by the heading on its left
            name = f"{text} (cột {column_name(at)})"
        seen.add(name)
        names[at] = name
    return names


def _has_data(grid: Grid, last: int, at: int) -> bool:
    rows = grid.rows[last + 1 : last + 1 + _SAMPLE]
    return any(at < len(row.cells) and row.cells[at] for row in rows)
