from __future__ import annotations

from datetime import date, time

import pytest

from vinhdanh.documents import dates


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 1, 8), "ngày 08 tháng 01 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2024, 9, 10), "ngày 10 tháng 9 năm 2024"),
        (date(2024, 10, 31), "ngày 31 tháng 10 năm 2024"),
        (date(2024, 12, 1), "ngày 01 tháng 12 năm 2024"),
    ],
)
def test_only_small_days_and_first_two_months_take_a_zero(day: date, written: str) -> None:
    assert dates.long_date(day) == written


def test_short_date_follows_the_same_rule() -> None:
    assert dates.short_date(date(2022, 6, 15)) == "15/6/2022"
    assert dates.short_date(date(2024, 1, 4)) == "04/01/2024"


def test_draft_keeps_room_for_a_pen() -> None:
    gap = "\u00a0" * 6
    assert dates.issue_date(None, 2024) == f"ngày{gap}tháng{gap}năm 2024"
    assert dates.issue_date(None) == f"ngày{gap}tháng{gap}năm{gap}"


def test_clock() -> None:
    assert dates.clock(time(8, 5)) == "8 giờ 05 phút"


@pytest.mark.parametrize(
    ("day", "written"), [(date(2024, 2, 27), "thứ Ba"), (date(2024, 6, 23), "Chủ nhật")]
)
def test_days_of_the_week_are_capital(day: date, written: str) -> None:
    assert dates.weekday(day) == written
