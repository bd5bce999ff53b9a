"""Facts out of JSON; what is wrong is told in one Vietnamese sentence."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any

from vinhdanh.lawbook.errors import FactsError
from vinhdanh.lawbook.facts.checks import check_facts
from vinhdanh.lawbook.facts.model import Collective, Facts, Household, Individual, Unknown
from vinhdanh.lawbook.facts.values import read_number, read_value, told

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

T = typing.TypeVar("T")


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
    cls = RECIPIENTS.get(kind) if isinstance(kind, str) else None
    if cls is None:
        wrong = "thiếu" if kind is None else f"ghi {told(kind)}, không hợp lệ"
        raise FactsError(f"Mục “recipient” {wrong}: hãy ghi individual, collective hoặc household.")
    facts = _object(cls, {key: value for key, value in found.items() if key != "recipient"}, "")
    check_facts(facts, as_of=as_of)
    return facts


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
        if name in values:
            raise FactsError(f"Mục “{path}{NAMES.get(name, name)}” ghi hai lần: hãy giữ một.")
        values[name] = _value(hints[name], value, f"{path}{key}")
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]
        missing = dataclasses.MISSING
        required = field.default is missing and field.default_factory is missing
        if required and field.name not in values:
            raise FactsError(f"Thiếu mục “{path}{NAMES.get(field.name, field.name)}”.")
    return cls(**values)


def _value(hint: Any, value: Any, path: str) -> Any:
    origin = typing.get_origin(hint)
    if origin is types.UnionType:
        return _one_of(typing.get_args(hint), value, path)
    if origin is tuple:
        if not isinstance(value, list):
            raise FactsError(f"Mục “{path}” phải là một danh sách [ … ].")
        inner = typing.get_args(hint)[0]
        return tuple(_value(inner, item, f"{path}[{at}]") for at, item in enumerate(value))
    if origin is Mapping:
        inner = typing.get_args(hint)[1]
        each = _mapping(value, path).items()
        return {str(key): _value(inner, item, f"{path}.{key}") for key, item in each}
    if dataclasses.is_dataclass(hint):
        return _record(typing.cast("type", hint), value, path)
    return read_value(hint, value, path)


def _one_of(hints: tuple[Any, ...], value: Any, path: str) -> Any:
    if value is None and type(None) in hints:
        return None
    if float in hints:
        return read_number(value, path)
    hint = next(each for each in hints if each not in (type(None), Unknown))
    return _value(hint, value, path)


def _record(cls: type[T], value: Any, path: str) -> T:
    if isinstance(value, str) and cls.__name__ in SHORT:
        value = {SHORT[cls.__name__]: value}
    return _object(cls, _mapping(value, path), f"{path}.")


def _mapping(value: Any, path: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise FactsError(f"Mục “{path}” phải là một đối tượng {{ … }}.")
    return value
