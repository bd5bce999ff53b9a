"""The register's search on SQLite: one question to an index that keeps the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.decisions.search_index import BODY, DAY, INDEX, TABLE

if TYPE_CHECKING:
    from vinhdanh.decisions.queries.search import Asked


def matching(body: int, asked: Asked, most: int) -> tuple[str, list[Any]]:
    """Return the statement for the numbers of what is asked for, newest first."""
    if not asked.narrows:
        newest = "ORDER BY decided_on DESC, id DESC LIMIT %s"
        return f"SELECT id FROM {TABLE} WHERE body_id = %s {newest}", [body, most]  # noqa: S608
    return (
        (
            f"SELECT rowid & {DAY - 1} FROM {INDEX} WHERE {INDEX} MATCH %s"  # noqa: S608
            " AND rowid BETWEEN %s AND %s ORDER BY rowid DESC LIMIT %s"
        ),
        [_expression(asked), body * BODY, (body + 1) * BODY - 1, most],
    )


def _expression(asked: Asked) -> str:
    """Return the search in the index's language, the rare before the common."""
    groups = [
        [f'"_u{unit}"' for unit in asked.units],
        [f'"_y{year}"' for year in asked.years],
        *([f'"{word}"{"" if at else "*"}'] for at, word in enumerate(asked.typed)),
        [f'"_h{slug.replace("-", "_")}"' for slug in asked.honours],
        *([f'"{tag}"'] for tag in asked.tags),
    ]
    return " AND ".join(f"({' OR '.join(group)})" for group in groups if group)
