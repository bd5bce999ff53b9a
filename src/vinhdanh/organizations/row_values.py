"""Values of a row as JSON and back: days, numbers with a fraction, authors."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from vinhdanh.intake.lists import Author, written_cells
from vinhdanh.kernel.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.intake.lists import ListSchema
    from vinhdanh.organizations.models import ImportRow


def packed(values: Mapping[str, object]) -> dict[str, Any]:
    """Return values as JSON keeps them; what says nothing is left out."""
    return {key: _pack(value) for key, value in values.items() if value not in {None, "", ()}}


def unpacked(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that were packed."""
    return {
        key: _unpack(value) if isinstance(value, dict) else value for key, value in kept.items()
    }


def cells_of(schema: ListSchema, row: ImportRow) -> dict[str, str]:
    """Return the texts of a row's cells by key; what could not be read, as it was written."""
    cells = written_cells(schema, unpacked(row.values))
    for severity, _, key, _, said in row.remarks:
        if severity == "error" and key and not cells.get(key):
            cells[key] = said
    return cells


def keys_in(schema: ListSchema, values: Mapping[str, object]) -> str:
    """Return by what a row hangs together with others: its name or title, and its authors.

    >>> from vinhdanh.intake.lists import PEOPLE
    >>> keys_in(PEOPLE, {"name": "Lê Văn Bền", "unit": "Thôn 1"})
    ' le-van-ben '
    """
    names = [str(values.get(column.key) or "") for column in schema.valued if column.is_required]
    for value in values.values():
        names += [each.name for each in value] if isinstance(value, tuple) else []
    keys = sorted({"-".join(fold(name).split()) for name in names} - {""})
    return f" {' '.join(keys)} " if keys else ""


def _pack(value: object) -> Any:
    if isinstance(value, dt.date):
        return {"day": value.isoformat()}
    if isinstance(value, Decimal):
        return {"number": str(value)}
    if isinstance(value, tuple):
        return {"authors": [[each.name, _share(each)] for each in value]}
    return value


def _share(author: Author) -> str | None:
    return None if author.share is None else str(author.share)


def _unpack(value: dict[str, Any]) -> Any:
    if "day" in value:
        return dt.date.fromisoformat(value["day"])
    if "number" in value:
        return Decimal(value["number"])
    return tuple(
        Author(name, None if share is None else Decimal(share)) for name, share in value["authors"]
    )
