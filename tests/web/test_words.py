from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.test import RequestFactory
from tests.factories.planning import make_plan, make_task
from tests.scenarios.commune import TODAY

from vinhdanh.nominations.enums import NominationState
from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.queries.plans import board
from vinhdanh.web.pages import STATE_PILLS, sent_number
from vinhdanh.web.templatetags.ui import STATE_ICONS
from vinhdanh.web.templatetags.words import day, days_left, in_words, money, state_pill, weekday
from vinhdanh.web.words import board_state

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune


@pytest.mark.parametrize(("date", "words"), [(dt.date(2024, 6, 4), "04/06/2024"), (None, "")])
def test_days_are_written_with_leading_zeros(date: dt.date | None, words: str) -> None:
    assert day(date) == words


def test_a_day_is_said_with_its_weekday() -> None:
    assert weekday(TODAY) == "Thứ Hai, 24/06/2024"


@pytest.mark.parametrize(
    ("amount", "words"),
    [(0, "0 đ"), (900, "900 đ"), (2_530_000, "2.530.000 đ"), (None, "–")],
)
def test_amounts_are_grouped(amount: int | None, words: str) -> None:
    assert money(amount) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "không"), (1, "một"), (10, "mười"), (11, "11"), (-1, "-1")]
)
def test_small_numbers_are_words(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("date", "left"), [(dt.date(2024, 6, 23), -1), (TODAY, 0), (dt.date(2024, 7, 1), 7)]
)
def test_days_left_are_calendar_days(date: dt.date, left: int) -> None:
    assert days_left(date, TODAY) == left


def test_every_state_of_a_nomination_has_a_pill() -> None:
    assert set(STATE_PILLS) == set(NominationState)
    assert {state_pill(state) for state in NominationState.values} <= set(STATE_ICONS)


@pytest.mark.parametrize(
    ("sent", "number"),
    [("7", 7), (" 7 ", 7), ("", 0), ("abc", 0), ("1.5", 0), ("9" * 5000, 0), (None, 0)],
)
def test_a_number_that_is_none_counts_as_nothing(sent: str | None, number: int) -> None:
    data = {} if sent is None else {"version": sent}
    assert sent_number(RequestFactory().post("/", data), "version") == number


@pytest.mark.parametrize(
    ("kinds", "due_on", "words"),
    [
        ([], TODAY, "0 nhiệm vụ, 0 xong, không việc nào quá hạn."),
        (["plan_issued", "evidence"], TODAY, "2 nhiệm vụ, 1 xong, không việc nào quá hạn."),
        (
            ["plan_issued", "evidence", "evidence"],
            dt.date(2024, 6, 23),
            "3 nhiệm vụ, 1 xong, 2 quá hạn.",
        ),
    ],
)
def test_the_board_is_told_in_one_sentence(
    commune: Commune, kinds: list[str], due_on: dt.date, words: str
) -> None:
    plan = make_plan(commune.body)
    for kind in kinds:
        make_task(plan, FulfilmentKind(kind), due_on=due_on)
    assert board_state(board(plan, as_of=TODAY)) == words
