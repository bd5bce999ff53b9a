"""Layouts of certificates as data files: ours by name, a commune's own by path.

A file says `like = "a4"` to begin with another layout; what it states itself then counts, box by
box and field by field. Another page size scales the boxes it takes over.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from vinhdanh.documents.certificate_layout import CertificateLayout, CodeBox, TextBox
from vinhdanh.documents.errors import DocumentError
from vinhdanh.documents.facts import from_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDER: Final = Path(__file__).parent / "data" / "layouts"
_SUFFIX: Final = ".toml"
_USUAL: Final = "a4"


def layout_names() -> tuple[str, ...]:
    """Return the names of the shipped layouts, the usual one first."""
    names = (path.stem for path in _FOLDER.glob(f"*{_SUFFIX}"))
    return tuple(sorted(names, key=lambda name: (name != _USUAL, name)))


@cache
def layout_named(name: str) -> CertificateLayout:
    """Return a shipped layout.

    Raises:
        DocumentError: there is none of this name.
    """
    if name not in layout_names():
        known = ", ".join(layout_names())
        raise DocumentError(f"Không có mẫu trình bày “{name}”; các mẫu có sẵn: {known}.")
    return layout_from((_FOLDER / f"{name}{_SUFFIX}").read_text(encoding="utf-8"))


def find_layout(name: str) -> CertificateLayout:
    """Return a shipped layout by name, or one of the commune's own by the path of its file.

    Raises:
        DocumentError: nothing is there, or the file is no layout.
    """
    if not name.endswith(_SUFFIX):
        return layout_named(name)
    try:
        text = Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"Không đọc được tệp mẫu “{name}”; hãy kiểm tra đường dẫn.") from error
    return layout_from(text)


def layout_from(text: str) -> CertificateLayout:
    """Return the layout a TOML text describes.

    Raises:
        DocumentError: with one sentence for the first mistake.
    """
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also numbers of thousands of digits
        raise DocumentError("Tệp mẫu trình bày không phải TOML đúng cú pháp.") from error
    return layout_from_plain(raw)


def plain_layout(layout: CertificateLayout, *, like: str) -> dict[str, Any]:
    """Return a layout as plain data that reads back to the same; the emblem stays with `like`."""
    plain = asdict(layout) | {"like": like, "boxes": _plain_boxes(layout)}
    del plain["emblem"]
    return plain


def layout_from_plain(plain: Mapping[str, Any]) -> CertificateLayout:
    """Return the layout that plain data describes, as a file would.

    Raises:
        DocumentError: with one sentence for the first mistake.
    """
    raw = dict(plain)
    base = layout_named(raw.pop("like")) if isinstance(raw.get("like"), str) else None
    if base and ("width" in raw or "height" in raw):
        base = base.scaled(raw.get("width", base.width), raw.get("height", base.height))
    return _layout(raw, base)


def _layout(raw: dict[str, Any], base: CertificateLayout | None) -> CertificateLayout:
    given = dict(raw)
    boxes = dict(base.boxes) if base else {}
    for name, box in given.pop("boxes", {}).items():
        boxes[name] = from_plain(_over(box, boxes.get(name)), TextBox, f"boxes → {name}")
    code = given.pop("qr", None)
    qr = from_plain(code, CodeBox, "qr") if code else (base.qr if base else None)
    plain = _over(given, base)
    for name in ("boxes", "qr", "emblem"):
        plain.pop(name, None)
    found = from_plain(plain | {"boxes": []}, CertificateLayout, "")
    return replace(found, boxes=tuple(boxes.items()), qr=qr, emblem=base.emblem if base else b"")


def _plain_boxes(layout: CertificateLayout) -> dict[str, dict[str, Any]]:
    return {name: asdict(box) for name, box in layout.boxes}


def _over(given: Any, base: TextBox | CertificateLayout | None) -> Any:
    """Return what a file states laid over what it takes over."""
    return (asdict(base) if base else {}) | given if isinstance(given, dict) else given
