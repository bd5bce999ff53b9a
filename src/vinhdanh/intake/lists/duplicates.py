"""Rows of one list that name the same thing twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from vinhdanh.intake.lists.draft import ListFinding
from vinhdanh.kernel.text import one_spelling, squeeze

if TYPE_CHECKING:
    from vinhdanh.intake.lists.draft import ListRow
    from vinhdanh.intake.lists.schema import ListSchema


def mark_duplicates(schema: ListSchema, rows: list[ListRow]) -> list[ListRow]:
    """Return the rows, those that repeat an earlier one with a warning."""
    first: dict[tuple[object, ...], ListRow] = {}
    marked: list[ListRow] = []
    for row in rows:
        keys = _keys(schema, row)
        known = first.setdefault(keys, row) if keys else row
        marked.append(row if known is row else _marked(schema, row, known, keys))
    return marked


def _keys(schema: ListSchema, row: ListRow) -> tuple[object, ...]:
    for keys in schema.same:
        if all(row.values.get(key) not in {None, "", ()} for key in keys):
            return (keys, *(_plain(row.values[key]) for key in keys))
    return ()


def _plain(value: object) -> object:
    return one_spelling(squeeze(value)) if isinstance(value, str) else value


def _marked(schema: ListSchema, row: ListRow, known: ListRow, keys: tuple[object, ...]) -> ListRow:
    columns = keys[0] if isinstance(keys[0], tuple) else ()
    labels = ", ".join(schema.column(key).label.lower() for key in columns)
    place = "" if known.place == row.place else f" của {known.place[0].lower()}{known.place[1:]}"
    finding = ListFinding(
        "duplicate",
        "warning",
        f"Dòng {row.number}: trùng {labels} với dòng {known.number}{place}; nếu là một, hãy bỏ bớt "
        "một dòng, nếu là hai, hãy ghi thêm để phân biệt.",
        f"{row.place}, dòng {row.number}",
    )
    return replace(row, findings=(*row.findings, finding))
