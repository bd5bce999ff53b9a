"""Values of a row as JSON and back: days, numbers with a fraction, authors."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from vinhdanh.intake.lists import Author

if TYPE_CHECKING:
    from collections.abc import Mapping


def packed(values: Mapping[str, object]) -> dict[str, Any]:
    """Return values as JSON keeps them; what says nothing is left out."""
    return {key: _pack(value) for key, value in values.items() if value not in {None, "", ()}}


def unpacked(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that were packed."""
    return {
        key: _unpack(value) if isinstance(value, dict) else value for key, value in kept.items()
    }


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
