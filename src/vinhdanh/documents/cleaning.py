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
_STEERING: Final = ("Cc", "Cf")
_BLANKS: Final = "\t\n\r\v\f\u2028\u2029"
_DROPPED: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Signs where a word may break or join: copying brings them along, paper has no use for them."""


def cleaned(value: DataT, places: Mapping[str, str], place: str = "văn bản") -> DataT:
    """Return a copy of a dataclass with every text cleaned, however deep.

    places names, by field, the part of the paper a reader would look for.

    Raises:
        DocumentError: a character that no shipped face draws, a control sign.
    """
    return cast("DataT", _walk(value, places, place))


def clean_text(text: str, place: str) -> str:
    """Return composed text, or refuse it with the place named.

    Ends of lines and tabs become blanks; signs of breaking and joining words go. A control sign
    and one that turns the direction of writing are refused: text with them may read otherwise
    than it is stored.

    Raises:
        DocumentError: a character that no shipped face draws, a control sign.
    """
    composed = "".join(_visible(char) for char in nfc(text))
    for at, char in enumerate(composed):
        if unicodedata.category(char) in _STEERING or not is_drawable(char):
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
    """Return a blank for line ends and tabs, nothing for signs of breaking and joining."""
    if char in _BLANKS:
        return " "
    return "" if char in _DROPPED else char


def _complaint(char: str, text: str, at: int, place: str) -> str:
    around = "".join(one for one in text[max(0, at - _AROUND) : at + _AROUND] if one.isprintable())
    if not char.isprintable():
        return (
            f"Ký tự U+{ord(char):04X} ở phần {place}, trong “{around.strip()}”, không in được; "
            "hãy xóa ký tự đó."
        )
    return (
        f"Ký tự “{char}” ở phần {place}, trong “{around.strip()}”, không có trong phông chữ của "
        "văn bản; hãy xóa hoặc thay bằng chữ khác."
    )
