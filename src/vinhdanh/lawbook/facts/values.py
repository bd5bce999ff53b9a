"""Single values of facts out of JSON: numbers, days, words, true or false."""

from __future__ import annotations

import datetime as dt
import json
import re
from enum import Enum
from typing import Any

from vinhdanh.lawbook.errors import FactsError

LARGEST = 10**9
"""No count of facts comes near it; what does is a slip."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KINDS = {int: "một số nguyên", bool: "true hoặc false", str: "chữ trong ngoặc kép"}
_SHOWN = 40


def read_value(hint: Any, value: Any, path: str) -> Any:
    """Return one value as the type a field asks for.

    Raises:
        FactsError: it cannot be that.
    """
    if issubclass(hint, Enum):
        return _choice(hint, value, path)
    if hint is dt.date:
        return _day(value, path)
    if type(value) is not hint:
        raise FactsError(f"Mục “{path}” phải là {_KINDS[hint]}, không phải {told(value)}.")
    return _within(value, path) if hint is int else value


def read_number(value: Any, path: str) -> int | float:
    """Return a number, whole or not.

    Raises:
        FactsError: it is none, or none that can be counted with.
    """
    if type(value) is int or (type(value) is float and value == value):  # noqa: PLR0124 - NaN
        return _within(value, path)
    raise FactsError(f"Mục “{path}” phải là một số, không phải {told(value)}.")


def told(value: Any) -> str:
    """Return a value as JSON writes it, short enough for a sentence."""
    if isinstance(value, dict):
        return "một đối tượng"
    if isinstance(value, list):
        return "một danh sách"
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > LARGEST:
        return "một số quá lớn"
    words = json.dumps(value, ensure_ascii=False, default=str)
    return words if len(words) <= _SHOWN else words[:_SHOWN] + "…"


def _within(value: float, path: str) -> int | float:
    if abs(value) > LARGEST:
        raise FactsError(f"Mục “{path}” ghi một số quá lớn: hãy xem lại.")
    return value


def _choice(hint: type[Enum], value: Any, path: str) -> Enum:
    try:
        return hint(value)
    except ValueError:
        known = ", ".join(str(each.value) for each in hint)
        raise FactsError(
            f"Mục “{path}”: {told(value)} không hợp lệ, hãy ghi một trong {known}."
        ) from None


def _day(value: Any, path: str) -> dt.date:
    if type(value) is dt.date:  # YAML reads days by itself
        return value
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise FactsError(f"Mục “{path}” phải là ngày dạng 2025-12-31, không phải {told(value)}.")
