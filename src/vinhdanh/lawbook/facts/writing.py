"""Facts back into JSON, the inverse of `read_facts`; what is unknown is left out."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook.facts.reading import NAMES

if TYPE_CHECKING:
    from vinhdanh.lawbook.facts.model import Facts


def write_facts(facts: Facts) -> dict[str, Any]:
    """Return facts as plain values that `read_facts` reads back as the same facts."""
    return {"recipient": facts.recipient.value, **_fields(facts)}


def _fields(one: Any) -> dict[str, Any]:
    """Return what differs from leaving the key out."""
    return {
        NAMES.get(field.name, field.name): _plain(value)
        for field in dataclasses.fields(one)
        if (value := getattr(one, field.name)) != _left_out(field)
    }


def _left_out(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(value[key]) for key in sorted(value)}
    if dataclasses.is_dataclass(value):
        return _fields(value)
    return _single(value)


def _single(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
