"""Facts out of JSON; what is wrong is told in one Vietnamese sentence."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Any

from vinhdanh.lawbook.errors import FactsError
from vinhdanh.lawbook.facts.checks import check_facts
from vinhdanh.lawbook.facts.model import (
    Collective,
    Confirmation,
    Facts,
    Household,
    Individual,
    Unknown,
)

RECIPIENTS: dict[str, type[Facts]] = {
    "individual": Individual,
    "collective": Collective,
    "area": Collective,
    "household": Household,
}
NAMES = {"since": "from", "until": "to"}
"""Field → key, where the key is no Python name."""
ALIASES = {"from": "since", "to": "until", "form": "level"}
SHORT = {"Discipline": "level", "Hold": "kind"}
"""Lists of these may name plain slugs."""


def read_facts(found: Any, *, as_of: dt.date) -> Facts:
    """Return facts from decoded JSON.

    Args:
        found: an object with `recipient` and what is known; keys left out are unknown.
        as_of: day of the decision; nothing may lie after its year.

    Raises:
        FactsError: a key is unknown, or a value impossible.
    """
    if not isinstance(found, Mapping):
        raise FactsError("Dữ liệu phải là một đối tượng JSON, bắt đầu bằng dấu {.")
    kind = found.get("recipient")
    cls = RECIPIENTS.get(str(kind))
    if cls is None:
        told = "thiếu" if kind is None else f"“{kind}” không hợp lệ"
        raise FactsError(f"Mục recipient {told}: hãy ghi individual, collective hoặc household.")
    facts = _object(cls, {key: value for key, value in found.items() if key != "recipient"}, "")
    check_facts(facts, as_of=as_of)
    return facts


T = typing.TypeVar("T")


@cache
def _hints(cls: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {each.name: hints[each.name] for each in dataclasses.fields(cls)}


def _object(cls: type[T], found: Mapping[str, Any], path: str) -> T:
    hints = _hints(typing.cast("Any", cls))
    values: dict[str, Any] = {}
    for key, value in found.items():
        name = ALIASES.get(key, key)
        if name not in hints:
            known = ", ".join(NAMES.get(each, each) for each in hints)
            raise FactsError(f"Không có mục “{path}{key}”: dùng một trong các mục {known}.")
        values[name] = _value(hints[name], value, f"{path}{key}")
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]
        missing = dataclasses.MISSING
        required = field.default is missing and field.default_factory is missing
        if required and field.name not in values:
            raise FactsError(f"Thiếu mục “{path}{NAMES.get(field.name, field.name)}”.")
    return cls(**values)


def _value(hint: Any, value: Any, path: str) -> Any:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        options = [each for each in typing.get_args(hint) if each is not Unknown]
        if value is None and type(None) in options:
            return None
        if int in options and float in options:
            return _number(value, path)
        return _value(next(each for each in options if each is not type(None)), value, path)
    if origin is tuple:
        if not isinstance(value, list):
            raise FactsError(f"Mục “{path}” phải là một danh sách [ … ].")
        inner = typing.get_args(hint)[0]
        return tuple(_value(inner, item, f"{path}[{at}]") for at, item in enumerate(value))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(typing.get_args(hint)[1], value, path)
    return _single(hint, value, path)


def _mapping(inner: Any, value: Any, path: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise FactsError(f"Mục “{path}” phải là một đối tượng {{ … }}.")
    return {str(key): _value(inner, each, f"{path}.{key}") for key, each in value.items()}


def _single(hint: Any, value: Any, path: str) -> Any:
    if dataclasses.is_dataclass(hint):
        name = typing.cast("type", hint).__name__
        if isinstance(value, str) and name in SHORT:
            value = {SHORT[name]: value}
        if not isinstance(value, Mapping):
            raise FactsError(f"Mục “{path}” phải là một đối tượng {{ … }}.")
        return _object(typing.cast("type", hint), value, f"{path}.")
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _choice(hint, value, path)
    if hint is dt.date:
        return _day(value, path)
    right = isinstance(value, hint) and (hint is bool or not isinstance(value, bool))
    if not right:
        kinds = {int: "một số nguyên", bool: "true hoặc false", str: "chữ trong ngoặc kép"}
        raise FactsError(f"Mục “{path}” phải là {kinds[hint]}, không phải {value!r}.")
    return value


def _choice(hint: type[Enum], value: Any, path: str) -> Enum:
    try:
        return hint(value)
    except ValueError:
        known = ", ".join(str(each.value) for each in hint)
        raise FactsError(
            f"Mục “{path}”: “{value}” không hợp lệ, hãy ghi một trong {known}."
        ) from None


def _day(value: Any, path: str) -> dt.date:
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise FactsError(
            f"Mục “{path}” phải là ngày dạng 2025-12-31, không phải {value!r}."
        ) from None


def _number(value: Any, path: str) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FactsError(f"Mục “{path}” phải là một số, không phải {value!r}.")
    return value


__all__ = ["Confirmation", "read_facts"]
