"""Row numbers, group heads, and the address a task gets from both."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vinhdanh.intake.periods import is_period
from vinhdanh.intake.text_marks import ROMAN

_NUMBER = re.compile(r"^\(?(\d{1,3}(?:\.\d{1,3})*|[IVX]+(?:\.\d{1,3})+)[.)]?$")
_GROUP_NUMBER = re.compile(rf"^(?:({ROMAN}|[A-Z])[.)/]?)$")
_GROUP_TEXT = re.compile(rf"^({ROMAN}|[A-H])\s*[.)\-–/:]\s*(\S.*)$")
_PERIOD_GROUP = re.compile(
    r"^(?:quý|quí)\s*(I{1,3}|IV|[1-4])(?!\w)|^tháng\s*(\d{1,2})(?!\w)", re.IGNORECASE
)
_MAX_DIGITS = 4
_ROMANS = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
)


def looks_like_row_number(text: str) -> bool:
    """Tell whether a cell holds a row or group number and nothing else."""
    text = text.strip()
    return bool(_NUMBER.match(text) or _GROUP_NUMBER.match(text) or _GROUP_TEXT.match(text))


def row_number(text: str) -> str | None:
    """Return the bare number of a row, or None."""
    match = _NUMBER.match(text.strip())
    return match.group(1) if match else None


def group_number(text: str) -> str | None:
    """Return the Roman numeral or letter of a group cell, or None."""
    match = _GROUP_NUMBER.match(text.strip())
    return match.group(1) if match else None


def split_group(text: str) -> tuple[str | None, str]:
    """Part the head of a group into its number and its name."""
    match = _GROUP_TEXT.match(text.strip())
    if match:
        return match.group(1), match.group(2).strip()
    period = _PERIOD_GROUP.match(text.strip())
    if period:
        return period.group(1) or period.group(2), text.strip()
    return None, text.strip()


def names_time(text: str) -> bool:
    """Tell whether the head of a group is a quarter or a month."""
    return _PERIOD_GROUP.match(text.strip()) is not None and is_period(text.rstrip(" :"))


@dataclass(frozen=True, slots=True)
class NumberedRow:
    """What the numbering of one row rests on."""

    printed: str | None
    group: int | None
    """Index of the group the row stands in, or None before the first head."""
    group_no: str | None
    after_gap: bool = False


def address_rows(rows: list[NumberedRow]) -> tuple[list[str | None], list[bool], list[str]]:
    """Return for each row its address and whether its group head is lost, and the gaps seen."""
    lost = _find_lost_heads(rows)
    restarts = _restarts(rows, lost)
    addresses: list[str | None] = []
    for running, (row, is_lost) in enumerate(zip(rows, lost, strict=True), start=1):
        printed = row.printed if row.printed is not None else str(running)
        if not restarts or not printed.isdigit():
            addresses.append(printed)
        elif is_lost:
            addresses.append(f"?.{printed}")
        elif row.group is None:
            addresses.append(printed)
        else:
            addresses.append(f"{row.group_no or _ROMANS[min(row.group, 14)]}.{printed}")
    return addresses, lost, _find_gaps(rows, addresses)


def _find_lost_heads(rows: list[NumberedRow]) -> list[bool]:
    lost: list[bool] = []
    is_lost = False
    before: NumberedRow | None = None
    for row in rows:
        if before is None or row.group != before.group:
            is_lost = False
        elif _value(row) is not None and _value(before) is not None:
            is_lost = is_lost or (_value(row) or 0) <= (_value(before) or 0)
        lost.append(is_lost)
        before = row
    return lost


def _restarts(rows: list[NumberedRow], lost: list[bool]) -> bool:
    """Tell whether numbering begins anew in some group."""
    if any(lost):
        return True
    groups = {row.group for row in rows}
    if len(groups) < 2:  # noqa: PLR2004 - nothing to restart in
        return False
    before: int | None = None
    for row in rows:
        value = _value(row)
        if value is not None and before is not None and value <= before:
            return True
        before = value if value is not None else before
    return False


def _find_gaps(rows: list[NumberedRow], addresses: list[str | None]) -> list[str]:
    gaps: list[str] = []
    restarts = any(address and "." in address for address in addresses)
    before: NumberedRow | None = None
    for row, address in zip(rows, addresses, strict=True):
        value, previous = _value(row), _value(before) if before else None
        is_start = before is None or (restarts and row.group != before.group)
        expected = 1 if is_start or previous is None else previous + 1
        falls_back = not is_start and previous is not None and (value or 0) <= previous
        if row.after_gap or (value is not None and (value > expected or falls_back)):
            gaps.append(f"trước dòng {address}")
        before = row
    return gaps


def _value(row: NumberedRow | None) -> int | None:
    printed = row.printed if row is not None else None
    is_number = printed and printed.isdecimal() and len(printed) <= _MAX_DIGITS
    return int(printed) if printed and is_number else None
