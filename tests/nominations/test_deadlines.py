from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.scenarios.commune import FAMILY, TODAY, sent, village_rows, written

from vinhdanh.nominations.deadlines import At, limit_now, limit_of
from vinhdanh.nominations.enums import NominationState as State
from vinhdanh.nominations.services.provinces import choose_province
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    from tests.scenarios.commune import Commune

AT = At(
    honour="lao-dong-tien-tien",
    state=State.SENT,
    is_decided_above=False,
    arrived_on=TODAY,
    state_since=TODAY,
)


def due(**given: object) -> dt.date | None:
    limit = limit_of(replace(AT, **given), as_of=TODAY)  # type: ignore[arg-type]
    return limit.due_on if limit else None


def test_an_honour_no_text_limits_has_no_limit() -> None:
    assert limit_of(replace(AT, honour="giay-khen-ca-nhan"), as_of=TODAY) is None


@pytest.mark.parametrize(
    "state", [State.DRAFT, State.RETURNED, State.WITHDRAWN, State.DECIDED, State.NOT_APPROVED]
)
def test_what_is_not_at_the_office_has_no_limit(state: State) -> None:
    assert limit_of(replace(AT, state=state), as_of=TODAY) is None


def test_what_others_decide_has_no_limit_before_they_have_it() -> None:
    above = {"honour": "chien-si-thi-dua-tinh", "is_decided_above": True}
    assert due(**above) is None
    assert due(**above, state=State.FORWARDED) == dt.date(2024, 7, 29)


def test_a_text_nobody_read_leaves_the_day_open() -> None:
    day = dt.date(2025, 12, 20)
    limit = limit_of(replace(AT, arrived_on=day), as_of=day)
    assert limit is not None
    assert limit.due_on is None
    assert limit.unconfirmed
    assert limit.source == "Điểm c khoản 2 Điều 6 Nghị định 152/2025/NĐ-CP"


def test_a_year_without_calendar_leaves_the_day_open() -> None:
    limit = limit_of(replace(AT, honour=FAMILY, arrived_on=dt.date(2035, 1, 2)), as_of=TODAY)
    assert limit is not None
    assert (limit.due_on, limit.unconfirmed) == (
        None,
        "Chưa có lịch nghỉ lễ của năm đó nên chưa tính được hạn.",
    )


@pytest.mark.parametrize("state", [State.SENT, State.RECEIVED, State.IN_APPRAISAL, State.APPROVED])
def test_working_days_count_from_the_arrival(state: State) -> None:
    assert due(state=state) == dt.date(2024, 7, 22)


def test_days_of_the_calendar_end_on_a_working_day() -> None:
    assert due(honour=FAMILY) == dt.date(2024, 7, 4)


def test_each_step_keeps_its_day(commune: Commune) -> None:
    draft = written(commune, rows=village_rows(commune)[2:]).nominations.get()
    assert (draft.state_since, draft.arrived_on, draft.due_on) == (TODAY, None, None)
    draft.delete()
    nomination = sent(commune, rows=village_rows(commune)[2:]).nominations.get()
    assert (nomination.arrived_on, nomination.due_on) == (TODAY, dt.date(2024, 7, 4))
    back = take_step(actor=commune.clerk, nomination=nomination, name="return", reason="Thiếu")
    assert back.due_on is None


def test_another_province_asks_anew(commune: Commune) -> None:
    nomination = sent(commune, rows=village_rows(commune)[2:]).nominations.get()
    type(nomination).objects.update(due_on=None)
    choose_province(actor=commune.clerk, province="bac-ninh")
    nomination.refresh_from_db()
    assert nomination.due_on == dt.date(2024, 7, 4)
    limit = limit_now(nomination, as_of=TODAY)
    assert limit is not None
    assert limit.source == "Nghị định 86/2023/NĐ-CP"
