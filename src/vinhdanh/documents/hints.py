"""Type hints of contexts: what a field may hold, asked of the class itself."""

from __future__ import annotations

import datetime as dt
import types
from enum import StrEnum
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

_NAMES: Final[dict[str, Any]] = {
    "dt": dt,
    "date": dt.date,
    "datetime": dt.datetime,
    "time": dt.time,
}
"""Names that modules import for annotations only."""


@cache
def resolved(context: type) -> dict[str, Any]:
    """Return the hints of a dataclass's fields as types."""
    return get_type_hints(context, localns=_NAMES)


def optional(hint: Any) -> bool:
    """Tell whether the hint is "… | None"."""
    return get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)


def inner(hint: Any) -> Any:
    """Return the X of "X | None"."""
    (found,) = (one for one in get_args(hint) if one is not type(None))
    return found


def item_hint(hint: Any) -> Any:
    """Return the X of "tuple[X, ...]", none for anything else."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def choices(hint: Any) -> dict[str, Any] | None:
    """Return the values a Literal or a StrEnum allows, by the word for them."""
    if get_origin(hint) is Literal:
        return {str(one): one for one in get_args(hint)}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {one.value: one for one in hint}
    return None
