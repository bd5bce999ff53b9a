"""The manifest's JSON as facts; whatever is missing or of another kind is named."""

from __future__ import annotations

import datetime as dt
from dataclasses import MISSING, fields
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from vinhdanh.decisions.bundle.facts import Content, Verdict

T = TypeVar("T")
MOST_LETTERS = 2_000
"""A text of the manifest is never longer."""


class Malformed(ValueError):  # noqa: N818 - never leaves the package
    """Something is missing or of another kind; the message is its name in the manifest."""


def content_of(facts: dict[str, Any]) -> Content:
    """Return the content of a manifest; keys it does not know are let be.

    Raises:
        Malformed: a fact is missing or of another kind.
    """
    try:
        return _object(Content, facts, "")
    except ValueError as problem:
        raise problem if isinstance(problem, Malformed) else Malformed("proposal") from problem


def _object(cls: type[T], found: Any, where: str) -> T:
    if not isinstance(found, dict):
        raise Malformed(where)
    hints = get_type_hints(cls)
    values = {}
    for field in fields(cls):  # type: ignore[arg-type]
        name = f"{where}.{field.name}".lstrip(".")
        if field.name in found:
            values[field.name] = _value(hints[field.name], found[field.name], name)
        elif field.default is MISSING:
            raise Malformed(name)
    return cls(**values)


def _value(hint: Any, found: Any, where: str) -> Any:
    if get_origin(hint) is UnionType:
        inner = next(each for each in get_args(hint) if each is not type(None))
        return None if found is None else _value(inner, found, where)
    if get_origin(hint) is tuple:
        if not isinstance(found, list):
            raise Malformed(where)
        inner = get_args(hint)[0]
        return tuple(_value(inner, each, f"{where}.{at}") for at, each in enumerate(found, 1))
    if hint in _PLAIN:
        return _PLAIN[hint](found, where)
    return _object(hint, found, where)


def _text(found: Any, where: str) -> str:
    if not isinstance(found, str) or len(found) > MOST_LETTERS:
        raise Malformed(where)
    return found


def _number(found: Any, where: str) -> int:
    if type(found) is not int or not 0 <= found < 10_000:  # noqa: PLR2004 - years and rounds
        raise Malformed(where)
    return found


def _day(found: Any, where: str) -> dt.date:
    try:
        return dt.date.fromisoformat(_text(found, where))
    except ValueError as problem:
        raise Malformed(where) from problem


def _instant(found: Any, where: str) -> dt.datetime:
    try:
        return dt.datetime.fromisoformat(_text(found, where))
    except ValueError as problem:
        raise Malformed(where) from problem


def _verdict(found: Any, where: str) -> Verdict:
    try:
        return Verdict(found)
    except ValueError as problem:
        raise Malformed(where) from problem


_PLAIN: dict[Any, Any] = {
    str: _text,
    int: _number,
    dt.date: _day,
    dt.datetime: _instant,
    Verdict: _verdict,
}
