"""Mappings of the corpus into dataclasses, by their type hints; anything else is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
import re
import types
import typing
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from vinhdanh.lawbook.loading.tree import Mapping

if TYPE_CHECKING:
    from collections.abc import Collection

T = TypeVar("T")
NAMES = ("id", "slug", "topic")
"""Keys that other files and the program look up."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*|R[0-9]*")
_LEAST = dict.fromkeys(
    ("percent", "candidate_percent", "times", "years", "count", "months", "unit", "copies"), 1
) | dict.fromkeys(("width", "height"), 1)
"""Numbers that are more than nothing; no other is below 0."""
_MOST = {"percent": 100, "candidate_percent": 100}
DAYS = {"from": "since", "to": "until"}
"""Key → field, where the key is no Python name."""
_WORDS: dict[Any, str] = {
    str: "text",
    int: "whole number",
    bool: "truth value (true or false)",
    Decimal: "number",
    dt.date: "day such as 2025-07-01",
}


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
    hints, required = _shape(cast("Any", cls))
    fields = _plainly(cast("Any", cls))
    if names or given:
        called = {field: key for key, field in (names or {}).items()}
        fields = {called.get(name, name): name for name in hints if name not in given}
    values = dict(given)
    for key, value in found.items():
        if key in leave:
            continue
        if key not in fields:
            known = ", ".join(sorted(fields))
            raise found.error(key, "this key is unknown here.", f"use one of: {known}.")
        values[fields[key]] = read = convert(value, hints[fields[key]], found, key)
        if type(read) in (int, Decimal):
            _refuse_beyond(read, found, key)
    for key, name in fields.items():
        if name in required and name not in values:
            raise found.error(key, "this key is missing.", f"add `{key}:`.")
    return cls(**values)


def _refuse_beyond(value: Any, found: Mapping, key: str) -> None:
    least, most = _LEAST.get(key, 0), _MOST.get(key)
    if value < least or (most is not None and value > most):
        wanted = f"{least} to {most}" if most is not None else f"{least} or more"
        raise found.error(key, f"{value} cannot be.", f"write {wanted}.")


def _named(value: str, found: Mapping, key: str) -> str:
    if not _SLUG.fullmatch(value):
        fix = "write small letters a–z and digits, joined by hyphens."
        raise found.error(key, f"{value!r} is no slug.", fix)
    return value


@cache
def _shape(cls: Any) -> tuple[dict[str, Any], set[str]]:
    fields = dataclasses.fields(cls)
    hints = typing.get_type_hints(cls)
    required = {
        each.name
        for each in fields
        if each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
    }
    return {each.name: hints[each.name] for each in fields}, required


@cache
def _plainly(cls: Any) -> dict[str, str]:
    """Return key → field where every field is called by its name."""
    return {name: name for name in _shape(cls)[0]}


def convert(value: Any, hint: Any, found: Mapping, key: str) -> Any:
    """Return a value of the file as the type a field asks for.

    Raises:
        CorpusError: it cannot be that, or is an empty list, or no slug where one is asked.
    """
    outer, inner = _parts(hint)
    if outer is types.UnionType:
        return None if value is None else convert(value, inner, found, key)
    if outer is tuple:
        items = value if isinstance(value, list) else [value]
        if not items:
            raise found.error(key, "this list is empty.", "name something, or drop the key.")
        return tuple(convert(item, inner, found, key) for item in items)
    if outer is Enum:
        return _choice(value, hint, found, key)
    if outer is Mapping and isinstance(value, Mapping):
        return build(hint, value)
    return _plain(value, hint, found, key)


@cache
def _parts(hint: Any) -> tuple[Any, Any]:
    """Return what a hint is about (union, tuple, enum, mapping) and the hint inside it."""
    if outer := typing.get_origin(hint):
        return outer, next(each for each in typing.get_args(hint) if each is not type(None))
    if issubclass(hint, Enum):
        return Enum, None
    return (Mapping if dataclasses.is_dataclass(hint) else None), None


def _choice(value: Any, hint: type[Enum], found: Mapping, key: str) -> Enum:
    try:
        return hint(value)
    except ValueError:
        known = ", ".join(str(each.value) for each in hint)
        raise found.error(key, f"{value!r} is no known value.", f"use one of: {known}.") from None


def _plain(value: Any, hint: Any, found: Mapping, key: str) -> Any:
    if hint is str and isinstance(value, str) and (words := value.split()):
        return _named(" ".join(words), found, key) if key in NAMES else " ".join(words)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if hint is Decimal and is_number and math.isfinite(value):
        return Decimal(str(value))
    if hint is str and is_number and isinstance(value, int):
        return str(value)  # an article or clause written without quotes
    if hint is not str and type(value) is hint:
        return value
    wanted = _WORDS.get(hint, "mapping")
    told = "an empty text" if value == "" else repr(value)
    raise found.error(key, f"{told} is no {wanted}.", f"write a {wanted} here.")
