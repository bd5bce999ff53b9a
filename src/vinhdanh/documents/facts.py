"""Facts of a paper as JSON: read into a context by its type hints, and written back.

The reader knows what a context may hold: text, numbers, days, choices, tuples and frozen
dataclasses of these. Each mistake is one sentence that says which field, where, and what is
expected there. Lists are counted from 1, as a reader counts.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
import json
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, cast

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.facts_values import expected, scalar, shown
from vinhdanh.documents.hints import choices, inner, item_hint, optional, resolved

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    ContextT = TypeVar("ContextT", bound=DataclassInstance)


def read_facts(text: str, context: type[ContextT]) -> ContextT:
    """Return the context a JSON text describes.

    Raises:
        DocumentError: the text is no JSON, or a field is unknown, missing or of another type,
            or holds a character that no shipped font has.
    """
    return cast("ContextT", _fields(parsed(text), context, ""))


def from_plain(raw: Any, context: type[ContextT], place: str) -> ContextT:
    """Return the dataclass plain data describes; place is put before the names of fields.

    Raises:
        DocumentError: as `read_facts`.
    """
    return cast("ContextT", _fields(raw, context, place))


def read_list(text: str, context: type[ContextT]) -> list[ContextT]:
    """Return the contexts a JSON list describes.

    Raises:
        DocumentError: as `read_facts`, or the text is no list.
    """
    raw = parsed(text)
    if not isinstance(raw, list):
        raise DocumentError(f"Tệp phải là một danh sách […], đang là {shown(raw)}.")
    return [
        cast("ContextT", _fields(one, context, f"mục {at}")) for at, one in enumerate(raw, start=1)
    ]


def facts_json(context: DataclassInstance | list[Any]) -> str:
    """Return a context, or a list of them, as JSON that reads back to the same."""
    plain = (
        [dataclasses.asdict(one) for one in context]
        if isinstance(context, list)
        else dataclasses.asdict(context)
    )
    return json.dumps(plain, default=_plain, ensure_ascii=False, indent=2)


def parsed(text: str) -> Any:
    """Return JSON as plain data.

    Raises:
        DocumentError: it is no JSON, is nested too deeply, holds a number of thousands of
            digits, or gives a field twice.
    """
    try:
        return json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise DocumentError(
            f"Tệp dữ liệu không phải JSON đúng cú pháp ở dòng {error.lineno}, cột {error.colno}; "
            "hãy sửa dấu ngoặc, dấu phẩy hoặc dấu nháy tại đó."
        ) from error
    except RecursionError as error:
        raise DocumentError("Tệp dữ liệu lồng quá nhiều tầng; hãy dùng mẫu ví dụ.") from error
    except ValueError as error:
        raise DocumentError(
            "Tệp dữ liệu có con số dài hàng nghìn chữ số; hãy ghi lại con số đó."
        ) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DocumentError(f"Trường “{twice}” được ghi hai lần trong cùng một nhóm; hãy bỏ bớt.")
    return found


def _plain(value: Any) -> str:
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _fields(raw: Any, context: type, place: str) -> Any:
    """Read an object into a dataclass."""
    if not isinstance(raw, dict):
        _wrong(place or "tệp dữ liệu", context, raw)
    hints = resolved(context)
    fields = {one.name: one for one in dataclasses.fields(context) if one.init}
    for name in raw:
        if name not in fields:
            _unknown(name, place, list(fields))
    given: dict[str, Any] = {}
    for name, field in fields.items():
        here = _joined(place, name)
        if name in raw:
            given[name] = _value(raw[name], hints[name], here)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise DocumentError(
                f"Thiếu trường “{name}”{_inside(place)}; cần {expected(hints[name])}.", field=here
            )
    return context(**given)


def _value(raw: Any, hint: Any, place: str) -> Any:
    allowed = choices(hint)
    if allowed is not None:
        return allowed[raw] if isinstance(raw, str) and raw in allowed else _wrong(place, hint, raw)
    if optional(hint):
        return None if raw is None else _value(raw, inner(hint), place)
    of = item_hint(hint)
    if of is not None:
        if not isinstance(raw, list):
            _wrong(place, hint, raw)
        return tuple(
            _value(one, of, _joined(place, f"mục {at}")) for at, one in enumerate(raw, start=1)
        )
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _fields(raw, hint, place)
    found = scalar(raw, hint, place)
    return _wrong(place, hint, raw) if found is None else found


def _joined(place: str, name: str) -> str:
    return f"{place} → {name}" if place else name


def _inside(place: str) -> str:
    return f" ở “{place}”" if place else ""


def _unknown(name: str, place: str, known: list[str]) -> NoReturn:
    near = difflib.get_close_matches(name, known, n=1)
    advice = f"có phải “{near[0]}” không?" if near else f"các trường có: {', '.join(known)}."
    raise DocumentError(
        f"Không có trường “{name}”{_inside(place)}; {advice}", field=_joined(place, name)
    )


def _wrong(place: str, hint: Any, raw: Any) -> NoReturn:
    raise DocumentError(
        f"Trường “{place}” phải là {expected(hint)}, đang là {shown(raw)}.", field=place
    )
