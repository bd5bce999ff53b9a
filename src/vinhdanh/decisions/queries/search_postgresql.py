"""The register's search on PostgreSQL, whose index of words keeps no order.

The newest rows are looked through first, which finds what is common; then the index is asked,
which finds what is rare. Left alone the planner chooses one of the two by statistics that do not
know that an old year lies at the far end, and then reads a million rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from vinhdanh.decisions.search_index import TABLE

if TYPE_CHECKING:
    from vinhdanh.decisions.queries.search import Asked

STRETCH: Final = 20_000
"""Rows looked through before the index is asked: what one row in twenty has is counted there."""
NEWEST: Final = "ORDER BY decided_on DESC, id DESC"


def stretch(asked: Asked, most: int) -> int:
    """Return how many rows are looked through: of a year, all that a large body has.

    Where only columns narrow, each row is a hit.
    """
    if not _words(0, asked):
        return most
    return STRETCH * 2 if asked.years else STRETCH


def newest(body: int, asked: Asked, most: int) -> tuple[str, list[Any]]:
    """Return the statement for the hits among the newest rows, and how many rows were looked at.

    Every combination of values is read from the index that has it by day; several of one column
    in one condition would make the planner read past all others.
    """
    tables, conditions, values = _columns(asked)
    said, limit = _words(body, asked), stretch(asked, most)
    inner = (
        f"SELECT id, decided_on, search FROM {TABLE}"  # noqa: S608
        f" WHERE {' AND '.join(['body_id = %s', *conditions])} {NEWEST} LIMIT %s"
    )
    rows = f"SELECT row.* FROM {''.join(tables)} LATERAL ({inner}) AS row {NEWEST} LIMIT %s"  # noqa: S608
    hits = "FILTER (WHERE search @@ %s::tsquery)" if said else ""
    return (
        f"SELECT array_agg(id {NEWEST}) {hits}, count(*) FROM ({rows}) AS looked",  # noqa: S608
        [*([said] if said else []), *values, body, limit, limit],
    )


def matching(body: int, asked: Asked, most: int) -> tuple[str, list[Any]]:
    """Return the statement for all numbers of what is asked for, newest first."""
    found, values = _indexed(body, asked)
    return f"{found} SELECT id FROM hit {NEWEST} LIMIT %s", [*values, most]  # noqa: S608


def counting(body: int, asked: Asked, most: int) -> tuple[str, list[Any]]:
    """Return the statement that counts what is asked for, no further than `most`."""
    found, values = _indexed(body, asked)
    counted = "SELECT count(*) FROM (SELECT 1 FROM hit LIMIT %s) AS counted"
    return f"{found} {counted}", [*values, most]


def _indexed(body: int, asked: Asked) -> tuple[str, list[Any]]:
    """Return the table "hit"; made apart, so that it is planned as if all of it were read."""
    conditions: dict[str, object] = {
        "search @@ %s::tsquery": _words(body, asked),
        "year = ANY(%s)": list(asked.years),
        "honour = ANY(%s)": list(asked.honours),
        "unit_id = ANY(%s)": list(asked.units),
    }
    narrowing = {name: value for name, value in conditions.items() if value}
    where = " AND ".join(["body_id = %s", *narrowing])
    return (
        f"WITH hit AS MATERIALIZED (SELECT id, decided_on FROM {TABLE} WHERE {where})",  # noqa: S608
        [body, *narrowing.values()],
    )


def _columns(asked: Asked) -> tuple[list[str], list[str], list[Any]]:
    """Return the tables of values asked for, the conditions on them, and the values."""
    asked_for: dict[str, tuple[str, list[Any]]] = {
        "year": ("smallint", list(asked.years)),
        "honour": ("varchar", list(asked.honours)),
        "unit_id": ("bigint", list(asked.units)),
    }
    narrowing = {name: it for name, it in asked_for.items() if it[1]}
    tables = [f"unnest(%s::{kind}[]) AS a_{name}," for name, (kind, _) in narrowing.items()]
    return (
        tables,
        [f"{name} = a_{name}" for name in narrowing],
        [it[1] for it in narrowing.values()],
    )


def _words(body: int, asked: Asked) -> str:
    """Return words and tags in the index's language; every word begins with the body's number."""
    words = [f"'{body}_{word}'{'' if at else ':*'}" for at, word in enumerate(asked.typed)]
    return " & ".join([*words, *(f"'{body}{tag}'" for tag in asked.tags)])
