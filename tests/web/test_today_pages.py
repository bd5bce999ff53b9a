from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.planning import make_plan, make_task
from tests.scenarios.commune import called, sent
from tests.web.reading import queries, words

from vinhdanh.planning.enums import FulfilmentKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.test import Client
    from tests.scenarios.commune import Commune

LATE, SOON, LATER = dt.date(2024, 6, 21), dt.date(2024, 6, 30), dt.date(2024, 12, 31)


def test_a_quiet_day_says_so(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    text = words(client.get(reverse("today")))
    assert "Thứ Hai, 24/06/2024 Không có việc nào chờ anh/chị." in text
    assert "Hôm nay không có việc nào chờ anh/chị" in text
    assert "Chưa có việc nào đến hạn trong hai tuần tới." in text
    assert "Không chờ ai." in text


def test_the_day_shows_what_waits_what_comes_and_who_is_awaited(
    commune: Commune, client: Client
) -> None:
    plan = make_plan(commune.body)
    for content, due_on in (("Việc trễ", LATE), ("Việc sắp đến", SOON), ("Việc xa", LATER)):
        make_task(plan, content=content, due_on=due_on)
    make_task(plan, FulfilmentKind.PLAN_ISSUED, content="Việc xong", due_on=SOON)
    meeting = called(commune)
    client.force_login(commune.clerk.user)
    response = client.get(reverse("today"))
    text = words(response)
    assert [line.sentence for line in response.context["lines"]] == [
        "Việc trễ",
        "Việc sắp đến",
        "Ba hồ sơ cần xác minh điều kiện theo quy định",
    ]
    assert "Ba việc cần làm." in text
    assert "Việc trễ Chưa có minh chứng. quá hạn 3 ngày 21/06/2024 Mở : Việc trễ" in text
    assert [each.task.content for each in response.context["soon"]] == ["Việc sắp đến"]
    assert f"{meeting.title} họp 24/06/2024" in text
    assert "Việc xa" not in text
    assert "Việc xong" not in text


def test_a_head_sees_whom_the_lists_wait_for(commune: Commune, client: Client) -> None:
    sent(commune)
    client.force_login(commune.village_head.user)
    text = words(client.get(reverse("today")))
    assert "Một việc cần làm, ba việc đang chờ người khác." in text
    assert "Phạm Văn Đức: đã gửi, chờ thẩm định Giấy khen" in text


def test_only_meetings_of_the_next_two_weeks_are_named(
    commune: Commune, client: Client, set_today: Callable[[dt.date], None]
) -> None:
    called(commune)
    client.force_login(commune.accountant.user)
    for day in (dt.date(2024, 6, 9), dt.date(2024, 6, 25)):
        set_today(day)
        assert not client.get(reverse("today")).context["meetings"]


def test_what_waits_in_another_year_is_not_todays(commune: Commune, client: Client) -> None:
    make_task(make_plan(commune.body, year=2023), content="Việc năm ngoái", due_on=LATE)
    client.force_login(commune.clerk.user)
    assert "Việc năm ngoái" not in words(client.get(reverse("today")))


@pytest.mark.parametrize("who", ["clerk", "chair", "village_head"])
def test_the_day_costs_the_same_for_any_number_of_tasks(
    commune: Commune, client: Client, who: str
) -> None:
    plan = make_plan(commune.body)
    sent(commune)
    client.force_login(getattr(commune, who).user)
    costs = []
    for number in (8, 50):
        for at in range(plan.tasks.count(), number):
            kind = list(FulfilmentKind)[at % 8]
            make_task(plan, kind, content=f"Việc {at}", due_on=SOON)
        plan.tasks.update(lead_unit=commune.village)
        costs.append(queries(client, reverse("today")))
    assert costs[0] == costs[1]


def test_an_outsider_sees_nothing_of_it(commune: Commune, client: Client) -> None:
    make_task(make_plan(commune.body), content="Việc trễ", due_on=LATE)
    called(commune)
    client.force_login(commune.outsider.user)
    text = words(client.get(reverse("today")))
    assert "Việc trễ" not in text
    assert "Xét khen thưởng" not in text


def test_the_day_is_only_read(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    assert client.post(reverse("today")).status_code == 405
