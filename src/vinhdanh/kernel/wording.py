"""Dates, deadlines and amounts as officials say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
SMALL_NUMBERS = (
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
)  # fmt: skip


def day(date: dt.date) -> str:
    """Return a date as pages show it: 24/6/2024 is written 24/06/2024."""
    return f"{date:%d/%m/%Y}"


def weekday(date: dt.date) -> str:
    """Return a date with its weekday: Thứ Hai, 24/06/2024."""
    return f"{WEEKDAYS[date.weekday()]}, {day(date)}"


def due(date: dt.date, *, as_of: dt.date) -> str:
    """Return a deadline in words, counted in calendar days."""
    left = (date - as_of).days
    if left < 0:
        return f"quá hạn {-left} ngày"
    if left == 0:
        return "hạn hôm nay"
    return f"còn {left} ngày"


def money(amount: int) -> str:
    """Return an amount in đồng: 2.530.000 đ."""
    return f"{amount:,}".replace(",", ".") + " đ"


def count(number: int) -> str:
    """Return a small number in words, a large one in figures."""
    return SMALL_NUMBERS[number] if 0 <= number <= 10 else str(number)  # noqa: PLR2004


def joined(parts: list[str]) -> str:
    """Return a Vietnamese enumeration: a, b và c."""
    return (
        parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " và " + parts[-1] if parts else ""
    )
