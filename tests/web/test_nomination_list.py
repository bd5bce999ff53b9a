from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.organizations import make_person
from tests.scenarios.commune import sent, village_rows, written
from tests.scenarios.refusal import content
from tests.web.reading import queries, told, words

from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.services.recipients import recipient_for_person

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

URL = "nominations"
MOST_QUERIES = 12


def found(client: Client, query: str = "") -> list[str]:
    return [each.recipient.name for each, _ in client.get(reverse(URL) + query).context["rows"]]


# --- reading -----------------------------------------------------------------------------------


def test_everybody_sees_their_own(commune: Commune, client: Client) -> None:
    sent(commune)
    written(commune, head=commune.other_head, rows=[replace(village_rows(commune)[0], period="x")])
    client.force_login(commune.clerk.user)
    assert len(found(client)) == 3
    client.force_login(commune.other_head.user)
    assert found(client) == ["Phạm Văn Đức"]
    client.force_login(commune.outsider.user)
    assert found(client) == []


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?q=duc", ["Phạm Văn Đức"]),
        ("?q=Đức", ["Phạm Văn Đức"]),
        ("?q=dục", []),
        ("?q=gia+đình", ["Gia đình ông (bà) Phạm Thị Mến"]),
        ("?state=received", []),
        ("?state=sent&kind=merit&honour=giay-khen-ca-nhan", ["Phạm Văn Đức"]),
        ("?kind=sudden", []),
        ("?late=1", ["Gia đình ông (bà) Phạm Thị Mến"]),
    ],
)
def test_it_is_narrowed(commune: Commune, client: Client, query: str, names: list[str]) -> None:
    sent(commune)
    family = Nomination.objects.filter(recipient__kind="household")
    family.update(due_on=dt.date(2024, 6, 20))
    client.force_login(commune.clerk.user)
    assert found(client, query) == names


@pytest.mark.parametrize("query", ["?state=none", "?unit=abc", "?page=99", "?honour=%00"])
def test_nonsense_is_passed_over(commune: Commune, client: Client, query: str) -> None:
    sent(commune)
    client.force_login(commune.clerk.user)
    assert len(found(client, query)) == 3


def test_the_days_left_stand_in_the_list(commune: Commune, client: Client) -> None:
    sent(commune)
    client.force_login(commune.clerk.user)
    assert "còn 8 ngày làm việc 04/07/2024" in words(client.get(reverse(URL)))


def test_an_empty_year_and_an_empty_search_say_what_to_do(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    assert "Năm 2024 chưa có hồ sơ nào" in words(client.get(reverse(URL)))
    assert "Không tìm thấy hồ sơ nào" in words(client.get(reverse(URL) + "?q=ai"))


def test_it_costs_the_same_for_any_number(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    costs = []
    for number in (2, 12):
        rows = [
            replace(
                village_rows(commune)[0],
                recipient=recipient_for_person(
                    make_person(commune.body, f"Phạm Văn {number}-{at}", unit=commune.village)
                ),
            )
            for at in range(number)
        ]
        sent(commune, rows=rows)
        costs.append(queries(client, reverse(URL)))
    assert costs[0] == costs[1] <= MOST_QUERIES


# --- many at once ------------------------------------------------------------------------------


def post(client: Client, rows: list[Nomination], step: str, **more: str) -> list[str]:
    data = {"chosen": [each.pk for each in rows], "step": step, **more}
    return told(client.post(reverse("nominations_step"), data, follow=True))


def test_nothing_chosen_is_said(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    assert post(client, [], "receive") == ["Chưa chọn hồ sơ nào: hãy đánh dấu ở cột đầu."]


def test_only_steps_for_many_are_taken(commune: Commune, client: Client) -> None:
    rows = list(sent(commune).nominations.all())
    client.force_login(commune.clerk.user)
    before = content()
    assert post(client, rows, "return") == ["Việc này làm riêng cho từng hồ sơ: hãy mở hồ sơ."]
    assert content() == before


def test_others_nominations_are_not_touched(commune: Commune, client: Client) -> None:
    rows = list(sent(commune).nominations.all())
    client.force_login(commune.outsider.user)
    before = content()
    post(client, rows, "receive")
    assert content() == before


def test_what_fits_is_done_and_the_rest_is_named(commune: Commune, client: Client) -> None:
    rows = list(sent(commune).nominations.all())
    client.force_login(commune.clerk.user)
    (sentence,) = post(client, rows[:1], "appraise")
    assert sentence.startswith("Hồ sơ của Phạm Văn Đức còn ")
    why = "đã xem bản giấy"
    assert post(client, rows[:1], "appraise", reason=why) == ["Đã thẩm định xong 1 hồ sơ."]
    assert rows[0].steps.get(name="appraise").reason == why
    back = reverse(URL) + "?state=sent"
    assert post(client, rows, "receive", back=back) == [
        "Đã tiếp nhận 2 hồ sơ.",
        "Hồ sơ của Phạm Văn Đức đang ở bước “đã thẩm định”.",
    ]
    states = Nomination.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == [
        NominationState.APPRAISED, NominationState.RECEIVED, NominationState.RECEIVED,
    ]  # fmt: skip


def test_it_never_leads_away(commune: Commune, client: Client) -> None:
    rows = list(sent(commune).nominations.all())
    client.force_login(commune.clerk.user)
    data = {"chosen": [rows[0].pk], "step": "receive", "back": "https://example.org/"}
    response = client.post(reverse("nominations_step"), data)
    assert response["Location"] == reverse(URL)
