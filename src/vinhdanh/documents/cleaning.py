"""Text made fit for paper: composed, without control signs, every letter drawable."""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.typeface import is_drawable
from vinhdanh.kernel.text import nfc

if TYPE_CHECKING:
    from collections.abc import Mapping

    from _typeshed import DataclassInstance

    DataT = TypeVar("DataT", bound=DataclassInstance)

_AROUND: Final = 25


def cleaned(value: DataT, places: Mapping[str, str], place: str = "văn bản") -> DataT:
    """Return a copy of a dataclass with every text cleaned, however deep.

    places names, by field, the part of the paper a reader would look for.

    Raises:
        DocumentError: a character that no shipped face draws.
    """
    return cast("DataT", _walk(value, places, place))


def clean_text(text: str, place: str) -> str:
    """Return composed text without control signs, or refuse it with the place named."""
    composed = "".join(_visible(char) for char in nfc(text))
    for at, char in enumerate(composed):
        if not is_drawable(char):
            raise DocumentError(_complaint(char, composed, at, place))
    return composed


def _walk(value: Any, places: Mapping[str, str], place: str) -> Any:
    if isinstance(value, str):
        return clean_text(value, place) if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(_walk(item, places, place) for item in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        field.name: _walk(getattr(value, field.name), places, places.get(field.name, place))
        for field in dataclasses.fields(value)
    }
    return dataclasses.replace(value, **changed)


def _visible(char: str) -> str:
    """Return a blank for line ends and tabs, nothing for signs that only steer."""
    if char in "\t\n\r\v\f\u2028\u2029":
        return " "
    return "" if unicodedata.category(char) in ("Cc", "Cf") else char


def _complaint(char: str, text: str, at: int, place: str) -> str:
    around = text[max(0, at - _AROUND) : at + _AROUND].strip()
    return (
        f"Ký tự “{char}” ở phần {place}, trong “{around}”, không có trong phông chữ của văn bản; "
        "hãy xóa hoặc thay bằng chữ khác."
    )
