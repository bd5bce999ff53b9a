from __future__ import annotations

import datetime as dt

import pytest

from vinhdanh.kernel import wording

DAY = dt.date(2024, 6, 24)


def test_a_day_is_written_with_its_weekday() -> None:
    assert wording.day(dt.date(2024, 7, 1)) == "01/07/2024"
    assert wording.weekday(DAY) == "Thứ Hai, 24/06/2024"
    assert wording.weekday(dt.date(2024, 6, 30)) == "Chủ Nhật, 30/06/2024"


@pytest.mark.parametrize(
    ("left", "words"),
    [(-3, "quá hạn 3 ngày"), (-1, "quá hạn 1 ngày"), (0, "hạn hôm nay"), (6, "còn 6 ngày")],
)
def test_a_deadline_is_counted_from_the_day_asked(left: int, words: str) -> None:
    assert wording.due(DAY + dt.timedelta(days=left), as_of=DAY) == words


@pytest.mark.parametrize(
    ("amount", "words"), [(0, "0 đ"), (710_000, "710.000 đ"), (2_530_000, "2.530.000 đ")]
)
def test_money_has_points_between_thousands(amount: int, words: str) -> None:
    assert wording.money(amount) == words


@pytest.mark.parametrize(("number", "words"), [(0, "không"), (10, "mười"), (11, "11"), (-1, "-1")])
def test_small_numbers_are_words(number: int, words: str) -> None:
    assert wording.count(number) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")],
)
def test_enumerations_end_with_and(parts: list[str], words: str) -> None:
    assert wording.joined(parts) == words
