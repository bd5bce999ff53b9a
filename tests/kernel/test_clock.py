from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils import timezone

from vinhdanh.kernel import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_django import Settings


def test_a_set_day_is_today_and_keeps_the_time_of_day(
    set_today: Callable[[dt.date], None],
) -> None:
    set_today(dt.date(2024, 6, 24))
    assert clock.today() == dt.date(2024, 6, 24)
    assert clock.now().date() == dt.date(2024, 6, 24)
    assert clock.now().utcoffset() == dt.timedelta(hours=7)


def test_without_a_set_day_it_is_today_in_viet_nam(settings: Settings) -> None:
    settings.TODAY = ""
    before = timezone.localdate()
    assert before <= clock.today() <= timezone.localdate()
    assert clock.now().utcoffset() == dt.timedelta(hours=7)


def test_a_set_day_may_carry_its_time(settings: Settings) -> None:
    settings.TODAY = "2024-01-10T08:30"
    assert clock.today() == dt.date(2024, 1, 10)
    assert clock.now().isoformat() == "2024-01-10T08:30:00+07:00"
