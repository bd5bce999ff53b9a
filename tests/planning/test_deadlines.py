from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vinhdanh.planning.deadlines import deadline, quarter_of


@pytest.mark.parametrize(
    ("words", "day"),
    [
        # quarters
        ("Quý I/2024", "2024-03-31"),
        ("Quý II/2024", "2024-06-30"),
        ("Quý III năm 2024", "2024-09-30"),
        ("quý IV", "2024-12-31"),
        ("QUÝ 1", "2024-03-31"),
        ("Qúy II/2025", "2025-06-30"),
        ("Quí 3-2024", "2024-09-30"),
        ("Quý I và quý III", "2024-09-30"),
        ("Quý I, II", "2024-06-30"),
        ("Quý I, II và III/2024", "2024-09-30"),
        ("Quý II - IV/2024", "2024-12-31"),
        ("Quý IV/2024 và Quý I/2025", "2025-03-31"),
        # days
        ("Trước ngày 30/11/2025", "2025-11-30"),
        ("Trước 30/11", "2024-11-30"),
        ("15.6.2024", "2024-06-15"),
        ("Ngày 05 tháng 12 năm 2024", "2024-12-05"),
        ("Trước ngày 5 tháng 12", "2024-12-05"),
        ("Từ 01/12/2024 đến 15/01/2025", "2025-01-15"),
        ("Từ 15/11 đến 30/11/2024", "2024-11-30"),
        ("Từ ngày 01 tháng 6 đến ngày 20 tháng 6 năm 2024", "2024-06-20"),
        ("Quý II, trước ngày 15/6", "2024-06-15"),
        ("Ngày 31/02/2024", None),
        # months
        ("Tháng 2/2024", "2024-02-29"),
        ("tháng 02 năm 2025", "2025-02-28"),
        ("Tháng 11, 12", "2024-12-31"),
        ("Tháng 11 - 12/2024", "2024-12-31"),
        ("Tháng 6 và tháng 10", "2024-10-31"),
        ("Tháng 12/2024 - tháng 01/2025", "2025-01-31"),
        ("Trước 10/2024", "2024-10-31"),
        ("Tháng 13", None),
        # halves, the year, no end
        ("6 tháng đầu năm", "2024-06-30"),
        ("6 tháng cuối năm 2024", "2024-12-31"),
        ("Cuối năm", "2024-12-31"),
        ("Năm 2025", "2025-12-31"),
        ("Thường xuyên", None),
        ("Thường xuyên trong năm 2024", None),
        ("Hằng năm", None),
        ("Theo kế hoạch của cấp trên", None),
        ("Hằng quý", None),
        ("Hằng tháng", None),
        ("", None),
        ("Theo Công văn 12/CV", None),
        # short forms and ranges
        ("T3/2026", "2026-03-31"),
        ("T.3/2026", "2026-03-31"),
        ("Q1/2026", "2026-03-31"),
        ("Q.III/2026", "2026-09-30"),
        ("15-20/3/2026", "2026-03-20"),
        ("15-20/3", "2024-03-20"),
        ("15/3-20/3/2026", "2026-03-20"),
        ("15-3-2026", "2026-03-15"),
        ("Ngày 15 - 20 tháng 3", "2024-03-20"),
        ("Ngày 5 tháng 3/2026", "2026-03-05"),
        ("Tháng 11/2025 - 01/2026", "2026-01-31"),
        ("Tháng 11/2025 đến tháng 01/2026", "2026-01-31"),
        ("Tháng 4+5", "2024-05-31"),
        ("Tháng 4 & 5/2026", "2026-05-31"),
        ("Quý I & II", "2024-06-30"),
        ("Quý I+II/2026", "2026-06-30"),
        ("Tháng 3-2026", "2026-03-31"),
        ("Tháng 3.2026", "2026-03-31"),
        # months by name
        ("Tháng Ba", "2024-03-31"),
        ("Tháng Tư năm 2026", "2026-04-30"),
        ("Tháng Năm", "2024-05-31"),
        ("tháng năm năm 2026", "2026-05-31"),
        ("Tháng Mười", "2024-10-31"),
        ("Tháng Mười Một", "2024-11-30"),
        ("Tháng Mười Hai", "2024-12-31"),
        ("Tháng sau, năm 2026", None),
        ("6 tháng năm 2026", None),
        ("Hằng tháng năm 2026", None),
        # parts of the year, the quarter, the month
        ("6 tháng cuối năm", "2024-12-31"),
        ("Sáu tháng đầu năm", "2024-06-30"),
        ("Cuối quý II", "2024-06-30"),
        ("Đầu năm", "2024-03-31"),
        ("Giữa năm", "2024-06-30"),
        ("Trong năm", "2024-12-31"),
        ("Cả năm 2026", "2026-12-31"),
        ("Tuần 2 tháng 6/2026", "2026-06-30"),
        ("Hoàn thành trong tháng 6", "2024-06-30"),
        ("Chậm nhất 30/11/2026", "2026-11-30"),
        # a year among other words is not a deadline
        ("Trong năm 2026", "2026-12-31"),
        ("Năm học 2025 - 2026", "2026-12-31"),
        ("Giai đoạn 2026-2030", "2030-12-31"),
        ("Theo Nghị quyết năm 2026", None),
        ("Khi có văn bản của tỉnh năm 2026", None),
        ("Định kỳ hằng quý", None),
        ("12345678901234567890", None),
    ],
)
def test_the_words_of_a_plan_mean_a_day(words: str, day: str | None) -> None:
    assert deadline(words, year=2024) == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize("words", ["Quý I", "Trước 30/11", "Tháng 6", "Trong năm", "Đầu năm", ""])
@pytest.mark.parametrize("year", [None, 0, -1, 10_000])
def test_without_a_year_there_is_no_day(words: str, year: int | None) -> None:
    assert deadline(words, year=year) is None


def test_own_year_needs_no_year_of_the_plan() -> None:
    assert deadline("Quý I/2026", year=None) == dt.date(2026, 3, 31)


@given(st.text(max_size=40))
def test_any_words_at_all_are_read_without_failing(words: str) -> None:
    found = deadline(words, year=2024)
    assert found is None or isinstance(found, dt.date)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_a_written_day_is_that_day(day: dt.date) -> None:
    assert deadline(f"Trước ngày {day.day}/{day.month}/{day.year}", year=1) == day
    assert deadline(f"ngày {day.day} tháng {day.month} năm {day.year}", year=1) == day


def test_quarters_of_the_year() -> None:
    assert [quarter_of(dt.date(2024, month, 1)) for month in range(1, 13)] == [
        number for number in (1, 2, 3, 4) for _ in range(3)
    ]
