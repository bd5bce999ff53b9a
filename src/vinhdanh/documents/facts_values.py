"""Single values of JSON: how they are read, and how a sentence names them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any, Final

from vinhdanh.documents.cleaning import clean_text
from vinhdanh.documents.hints import choices, inner, item_hint, optional, resolved

_LONG: Final = 40
_ISO_DAY: Final = len("2024-03-08")
_EXPECTED: Final[dict[Any, str]] = {
    str: "chuỗi ký tự trong dấu nháy",
    int: "số nguyên",
    float: "số",
    bool: "true hoặc false",
    dt.date: 'ngày dạng "2024-03-08"',
    dt.datetime: 'ngày giờ dạng "2024-12-05T08:00"',
    dt.time: 'giờ dạng "08:00"',
}


def scalar(raw: Any, hint: Any, place: str) -> Any:
    """Return a text, number, truth or day; none where the value is of another type.

    Raises:
        DocumentError: a text holds a character that no shipped font has.
    """
    if hint is str:
        return clean_text(raw, place) if isinstance(raw, str) else None
    if hint is bool:
        return raw if isinstance(raw, bool) else None
    if hint in (int, float):
        kinds = (int,) if hint is int else (int, float)
        return raw if isinstance(raw, kinds) and not isinstance(raw, bool) else None
    if hint in (dt.date, dt.datetime, dt.time):
        return _moment(raw, hint)
    raise TypeError(f"a context cannot hold {hint!r}")


def _moment(raw: Any, hint: Any) -> Any:
    if not isinstance(raw, str) or (hint is dt.date and len(raw) != _ISO_DAY):
        return None
    try:
        return hint.fromisoformat(raw)
    except ValueError:
        return None


def expected(hint: Any) -> str:
    """Return what a field must hold, in the reader's words."""
    allowed = choices(hint)
    if allowed is not None:
        return "một trong các giá trị: " + ", ".join(f'"{one}"' for one in allowed)
    if optional(hint):
        return f"{expected(inner(hint))}, hoặc null"
    of = item_hint(hint)
    if of is not None:
        return f"danh sách […], mỗi mục là {expected(of)}"
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return f"nhóm {{…}} gồm {', '.join(resolved(hint))}"
    return _EXPECTED[hint]


def shown(raw: Any) -> str:
    """Return what stands in the file, in the reader's words."""
    match raw:
        case None:
            return "null"
        case bool():
            return "true" if raw else "false"
        case int() | float():
            return f"số {raw}"
        case str():
            text = raw if len(raw) <= _LONG else f"{raw[:_LONG]}…"
            return f'chuỗi "{text}"'
        case list():
            return "danh sách […]"
        case _:
            return "nhóm {…}"
