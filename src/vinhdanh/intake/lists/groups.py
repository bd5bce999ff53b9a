"""Rows that are no recipients: groups, totals, signatures, numbers of columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vinhdanh.intake.lists.honour_words import honour_named
from vinhdanh.intake.lists.words import names_unit
from vinhdanh.intake.text_marks import is_upper
from vinhdanh.kernel.text import fold, nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile(
    r"^(?:([IVX]{1,5})|([A-HK-UĐ])|(\d{1,2})|([a-hđ]))\s*(?:[.)/:–-]\s*|\s{2,})(?=\S)"
)
_ALONE = re.compile(r"[IVX]{1,5}\.?|[A-HĐ]\.?")
_COUNT = re.compile(
    r"[\s:–(-]*\(?\s*\d+\s*(?:người|cá nhân|tập thể|hộ|đồng chí|đ/c|đơn vị)?\s*\)?\s*$",
    re.IGNORECASE,
)
_KINDS = (
    ("household", re.compile(r"(?:cac )?(?:ho gia dinh|gia dinh|ho dan)(?!\w)")),
    ("collective", re.compile(r"(?:cac |doi voi |ve )*tap the(?! ldtt| ldxs| lao dong)(?!\w)")),
    ("individual", re.compile(r"(?:cac |doi voi |ve )*ca nhan(?!\w)")),
)
_TOTAL = re.compile(
    r"(?:tổng (?:cộng|số)|tổng\s*:?$|cộng\s*(?::|$|\d|\()|ấn định|\(?(?:số tiền )?bằng chữ"
    r"|danh sách (?:này |trên |gồm|có|ấn định))"
)
"""With marks: Tống Công Minh is a name."""
_SIGNATURE = re.compile(
    r"(?:noi nhan|nguoi (?:lap|tong hop)|can bo lap|lap (?:bieu|bang)|thu truong don vi|t/m|tm[. ]"
    r"|kt[. ]|tl[. ]|xac nhan|ky ten|\(ky|phe duyet)"
)
_OFFICE = re.compile(
    r"(?:pho )?(?:chu tich|hieu truong|truong (?:thon|ban|phong)|bi thu|giam doc|to truong)"
)
_SIGNED_DAY = re.compile(r".{0,60}ngay.{1,14}thang.{1,14}nam.{0,8}$")
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?")
_MAX_GROUP = 160


def is_total(text: str) -> bool:
    """Tell whether a row begins as a total does."""
    return _TOTAL.match(nfc(text).lower()) is not None


def is_signature(text: str) -> bool:
    """Tell whether a row begins the signatures below a list.

    >>> is_signature("CHỦ TỊCH"), is_signature("Chủ tịch"), is_signature("Nơi nhận:")
    (True, False, True)
    """
    folded = fold(text)
    if _SIGNATURE.match(folded) or _SIGNED_DAY.fullmatch(folded):
        return True
    return is_upper(text) and _OFFICE.fullmatch(folded) is not None


def is_column_numbers(texts: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns ("(1)", "(2)", … or "A", "B", "1", …)."""
    said = [text for text in texts if text]
    return len(said) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in said)  # noqa: PLR2004


def is_mark(text: str) -> bool:
    """Tell whether the running number of a row is that of a group ("II", "A")."""
    return _ALONE.fullmatch(text) is not None


def level_of(text: str) -> int:
    """Return how deep a group stands by its mark: A above I above 1 above a above none."""
    found = _MARK.match(text) or _MARK.match(f"{text.rstrip('.')}. x")
    if found is None:
        return 5
    return 1 if found[1] else 0 if found[2] else 2 if found[3] else 3


def group_values(text: str) -> dict[str, str]:
    """Return what a full-width row says of the rows below it; empty if it cannot be told.

    >>> group_values("II. Cá nhân (12 người)"), group_values("Thôn Phạm Xá")
    ({'kind': 'individual'}, {'unit': 'Thôn Phạm Xá'})
    """
    if len(text) > _MAX_GROUP:
        return {}
    bare = _COUNT.sub("", _MARK.sub("", text)).strip(" :.;-–")
    folded = fold(bare)
    found: dict[str, str] = {}
    for kind, words in _KINDS:
        if words.match(folded):
            found["kind"] = kind
    honour = honour_named(bare)
    if honour:
        found[honour[1]] = honour[0]
        if honour[0].startswith("Tập thể"):
            found["kind"] = "collective"
    elif not found and names_unit(bare):
        found["unit"] = bare
    return found
