"""Counts, months, amounts of money and shares."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from vinhdanh.intake.lists.grid import text_of
from vinhdanh.intake.lists.schema import CellType, Reading, Remark

if TYPE_CHECKING:
    from vinhdanh.intake.lists.schema import Said

_NUMBER = re.compile(r"(\d{1,6})(?:[.,](\d{1,3}))?\s*(?:tháng|th|người|%)?", re.IGNORECASE)
_MONEY = re.compile(r"(\d{1,3}(?:[.,\s]\d{3})+|\d{1,12})(?:[.,]0{1,2})?\s*(?:đ|đồng|vnđ|vnd)?\.?",
                    re.IGNORECASE)  # fmt: skip
_NOTHING = frozenset({"-", "không", "khong", "0", "ko"})


def number_in(text: str) -> Decimal | None:
    """Return the number that a text says, decimals after a comma or a full stop."""
    if text.strip().lower() in _NOTHING:
        return Decimal(0)
    found = _NUMBER.fullmatch(text.strip())
    return Decimal(f"{found[1]}.{found[2] or 0}").normalize() if found else None


def _remark(text: str, example: str) -> Remark:
    return Remark("bad_number", "error", f"“{text}” không phải là số; hãy ghi số, ví dụ {example}.")


def _read_months(said: Said) -> Reading:
    text = text_of(said)
    value = number_in(text)
    if value is None:
        return Reading(None, remarks=(_remark(text, "3 hoặc 1,5"),))
    if value > 12:  # noqa: PLR2004 - months of a year
        return Reading(None, remarks=(Remark("bad_number", "error", f"một năm không có {text} "
                       "tháng; hãy ghi số từ 0 đến 12."),))  # fmt: skip
    return Reading(value)


def _read_count(said: Said) -> Reading:
    text = text_of(said)
    value = number_in(text)
    if value is None or value != value.to_integral_value():
        return Reading(None, remarks=(_remark(text, "15"),))
    return Reading(int(value))


def _read_money(said: Said) -> Reading:
    text = text_of(said)
    found = _MONEY.fullmatch(text.strip())
    if not found:
        return Reading(None, remarks=(_remark(text, "1.490.000"),))
    return Reading(int(re.sub(r"\D", "", found[1])))


def decimal_text(value: object) -> str:
    """Return a number as it is written here, with a comma."""
    if not isinstance(value, Decimal):
        return ""
    return f"{value:f}".replace(".", ",")


def _write_money(value: object) -> str:
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else ""


MONTHS = CellType(read=_read_months, write=decimal_text, empty=None)
COUNT = CellType(read=_read_count, empty=None)
MONEY = CellType(read=_read_money, write=_write_money, empty=None)
"""Whole đồng."""
