"""Hard facts made of ordinary ones: long names, many rows, empty lists."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from vinhdanh.documents.kinds.common import Clause

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LONG_UNIT = "Ban Công tác Mặt trận và Chi hội Cựu chiến binh thôn Kim Phương Thượng, xã Minh Tiến"
"""More than eighty characters, as real units are called."""
MANY = 120
"""Four pages and more. Four hundred are asked of one paper in test_pdf, and of certificates."""


def lists_of(context: DataclassInstance) -> list[str]:
    """Fields that hold rows: tuples of dataclasses that are no clauses."""
    return [
        field.name for field in dataclasses.fields(context) if _rows(getattr(context, field.name))
    ]


def _rows(value: Any) -> bool:
    return (
        isinstance(value, tuple)
        and bool(value)
        and dataclasses.is_dataclass(value[0])
        and not isinstance(value[0], Clause)
    )


def with_many_rows(context: DataclassInstance) -> DataclassInstance | None:
    """The longest list of a context repeated to many rows, none without a list."""
    names = lists_of(context)
    if not names:
        return None
    longest = max(names, key=lambda name: len(getattr(context, name)))
    rows = getattr(context, longest)
    repeated = tuple(rows[at % len(rows)] for at in range(MANY))
    return dataclasses.replace(context, **{longest: repeated})


def with_empty_lists(context: DataclassInstance) -> DataclassInstance:
    """Every list of a context emptied."""
    return dataclasses.replace(context, **dict.fromkeys(lists_of(context), ()))


def with_long_names(context: DataclassInstance) -> DataclassInstance:
    """Every text of more than one word in a list replaced by a very long name."""
    changed = {
        name: tuple(_stretched(row) for row in getattr(context, name)) for name in lists_of(context)
    }
    return dataclasses.replace(context, **changed)


def _stretched(row: Any) -> Any:
    texts = {
        field.name: LONG_UNIT
        for field in dataclasses.fields(row)
        if _is_name(getattr(row, field.name))
    }
    return dataclasses.replace(row, **texts)


def _is_name(value: Any) -> bool:
    return (
        type(value) is str and " " in value and value[:1].isupper() and len(value) < len(LONG_UNIT)
    )
