"""Mappings of the corpus into dataclasses, by their type hints; anything else is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import re
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args, get_origin, get_type_hints

from vinhdanh.lawbook.loading.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from vinhdanh.lawbook.errors import CorpusError

    Reader = Callable[[Any, Mapping, str], Any]

T = TypeVar("T")
NAMES = frozenset(("id", "slug", "topic"))
"""Keys that other files and the program look up."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|R[0-9]*")
_LEAST = dict.fromkeys(
    ("percent", "candidate_percent", "times", "years", "count", "months", "unit", "copies"), 1
) | dict.fromkeys(("width", "height"), 1)
"""Numbers that are more than nothing; no other is below 0."""
_MOST = {"percent": 100, "candidate_percent": 100}
DAYS = {"from": "since", "to": "until"}
"""Key → field, where the key is no Python name."""


def build(
    cls: type[T],
    found: Mapping,
    *,
    names: dict[str, str] | None = None,
    leave: Collection[str] = (),
    **given: Any,
) -> T:
    """Return the dataclass `cls` filled from a mapping.

    Args:
        cls: a dataclass; fields without a default are required.
        found: the mapping, whose file and lines errors name.
        names: key → field, for keys that are called otherwise than their field.
        leave: keys of the mapping that somebody else reads.
        given: fields the caller supplies.

    Raises:
        CorpusError: a key is unknown, missing, or of the wrong type.
    """
    readers, required = _shape(cast("Any", cls))
    if names:
        called = {field: key for key, field in names.items()}
        readers = {called.get(name, name): read for name, read in readers.items()}
        required = [called.get(name, name) for name in required]
    values = dict(given)
    for key, value in found.items():
        if key in leave:
            continue
        if key not in readers or key in given:
            known = ", ".join(sorted(readers.keys() - given.keys()))
            raise found.error(key, "this key is unknown here.", f"use one of: {known}.")
        values[key] = readers[key](value, found, key)
    for key in required:
        if key not in values:
            raise found.error(key, "this key is missing.", f"add `{key}:`.")
    if names:
        values = {names.get(key, key): value for key, value in values.items()}
    return cls(**values)


@cache
def _shape(cls: Any) -> tuple[dict[str, Reader], list[str]]:
    """Return how each field is read, and which must be there."""
    hints = get_type_hints(cls)
    fields = dataclasses.fields(cls)
    required = [
        each.name
        for each in fields
        if each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
    ]
    return {each.name: reader(hints[each.name]) for each in fields}, required


@cache
def reader(hint: Any) -> Reader:
    """Return what turns a value of the file into the type of a hint.

    It raises CorpusError where a value cannot be that, is an empty list, or no slug where one is
    asked.
    """
    if outer := get_origin(hint):
        inner = reader(next(each for each in get_args(hint) if each is not type(None)))
        return _perhaps(inner) if outer is UnionType else _several(inner)
    if hint in _PLAIN:
        return _PLAIN[hint]
    return _choice(hint) if issubclass(hint, Enum) else _inside(hint)


def needed(found: Mapping, key: str, read: Reader) -> Any:
    """Return what stands under a key.

    Raises:
        CorpusError: nothing stands there, or something of the wrong type.
    """
    if key not in found:
        raise found.error(key, "this key is missing.", f"add `{key}:`.")
    return read(found[key], found, key)


def perhaps(found: Mapping, key: str, read: Reader) -> Any:
    """Return what stands under a key, None where nothing does.

    Raises:
        CorpusError: it is of the wrong type.
    """
    value = found.get(key)
    return None if value is None else read(value, found, key)


def _perhaps(inner: Reader) -> Reader:
    def read(value: Any, found: Mapping, key: str) -> Any:
        return None if value is None else inner(value, found, key)

    return read


def _several(inner: Reader) -> Reader:
    def read(value: Any, found: Mapping, key: str) -> tuple[Any, ...]:
        items = value if isinstance(value, list) else [value]
        if not items:
            raise found.error(key, "this list is empty.", "name something, or drop the key.")
        return tuple([inner(item, found, key) for item in items])

    return read


def _choice(hint: type[Enum]) -> Reader:
    values = {each.value: each for each in hint}

    def read(value: Any, found: Mapping, key: str) -> Enum:
        try:
            return values[value]
        except (KeyError, TypeError):
            known = ", ".join(map(str, values))
            message = f"{value!r} is no known value."
            raise found.error(key, message, f"use one of: {known}.") from None

    return read


def _inside(cls: Any) -> Reader:
    def read(value: Any, found: Mapping, key: str) -> Any:
        if not isinstance(value, Mapping):
            raise _wrong(value, "mapping", found, key)
        return build(cls, value)

    return read


def text(value: Any, found: Mapping, key: str) -> str:
    """Return a text in one line; words that others look up are slugs."""
    if type(value) is int:
        return str(value)  # an article or clause written without quotes
    if not isinstance(value, str) or not value.strip():
        raise _wrong(value, "text", found, key)
    is_tidy = value.isprintable() and "  " not in value and value == value.strip()
    words = value if is_tidy else " ".join(value.split())
    if key in NAMES and not _SLUG.fullmatch(words):
        fix = "write small letters a–z and digits, joined by hyphens."
        raise found.error(key, f"{words!r} is no slug.", fix)
    return words


def _whole(value: Any, found: Mapping, key: str) -> int:
    if type(value) is not int:
        raise _wrong(value, "whole number", found, key)
    _refuse_beyond(value, found, key)
    return value


def _number(value: Any, found: Mapping, key: str) -> Decimal:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise _wrong(value, "number", found, key)
    _refuse_beyond(value, found, key)
    return Decimal(str(value))


def truth(value: Any, found: Mapping, key: str) -> bool:
    """Return a truth value."""
    if type(value) is not bool:
        raise _wrong(value, "truth value (true or false)", found, key)
    return value


def day(value: Any, found: Mapping, key: str) -> dt.date:
    """Return a day."""
    if type(value) is not dt.date:
        raise _wrong(value, "day such as 2025-07-01", found, key)
    return value


_PLAIN: dict[Any, Reader] = {
    str: text,
    int: _whole,
    Decimal: _number,
    bool: truth,
    dt.date: day,
}


def _refuse_beyond(value: float, found: Mapping, key: str) -> None:
    least, most = _LEAST.get(key, 0), _MOST.get(key)
    if value < least or (most is not None and value > most):
        wanted = f"{least} to {most}" if most is not None else f"{least} or more"
        raise found.error(key, f"{value} cannot be.", f"write {wanted}.")


def _wrong(value: Any, wanted: str, found: Mapping, key: str) -> CorpusError:
    told = "an empty text" if value == "" else repr(value)
    return found.error(key, f"{told} is no {wanted}.", f"write a {wanted} here.")
