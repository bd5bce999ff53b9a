from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.organizations import make_person
from tests.scenarios.commune import (
    CERTIFICATE,
    PERIOD,
    one_row,
    sent,
    village_rows,
    written,
)
from tests.scenarios.refusal import content
from tests.web.reading import MOST_QUERIES, acts, queries, told, words

from vinhdanh.nominations.enums import CommendationKind, NominationState
from vinhdanh.nominations.models import Nomination, Submission
from vinhdanh.nominations.services.submissions import Proposal
from vinhdanh.organizations.services.recipients import recipient_for_person

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

TITLE = "Đề nghị khen thưởng 6 tháng đầu năm"
NOT_YOURS = "Anh/chị không phụ trách Thôn Phạm Xá nên không sửa danh sách này được."
MANY = range(4, 51)


def people(commune: Commune, *numbers: int) -> list[Proposal]:
    """Return a row for each number."""
    return [
        Proposal(
            recipient_for_person(make_person(commune.body, f"Phạm Văn {number}")),
            detail="Nông dân",
            honour=CERTIFICATE,
            achievement="Hiến đất làm đường",
            period=PERIOD,
        )
        for number in numbers
    ]


def first(submission: Submission) -> Nomination:
    return submission.nominations.order_by("order")[0]


# --- lists -------------------------------------------------------------------------------------


def test_lists_say_how_far_they_are(commune: Commune, client: Client) -> None:
    sent(commune)
    written(commune, head=commune.other_head, rows=[])
    client.force_login(commune.clerk.user)
    text = words(client.get(reverse("submissions")))
    assert "1 danh sách đề nghị." in text
    assert f"{TITLE} Thôn Phạm Xá Theo công trạng và thành tích 3 Chờ thẩm định" in text
    assert "Thôn Kim Phương" not in text
    client.force_login(commune.other_head.user)
    response = client.get(reverse("submissions"))
    assert "Thôn Kim Phương Theo công trạng và thành tích 0 Đang soạn" in words(response)
    assert "Thôn Phạm Xá" not in words(response)
    assert reverse("submission_new") in response.content.decode()


def test_a_decided_list_says_so(commune: Commune, client: Client) -> None:
    submission = one_row(commune)
    submission.nominations.update(state=NominationState.DECIDED)
    client.force_login(commune.chair.user)
    assert "Đã có quyết định" in words(client.get(reverse("submissions")))


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("village_head", "Đơn vị chưa đề nghị khen thưởng ai trong năm 2024"),
        ("clerk", "Chưa có đơn vị nào gửi đề nghị trong năm 2024"),
        ("accountant", "Chưa có đơn vị nào gửi đề nghị trong năm 2024"),
    ],
)
def test_an_empty_year_says_what_fills_it(
    commune: Commune, client: Client, who: str, sentence: str
) -> None:
    client.force_login(getattr(commune, who).user)
    assert sentence in words(client.get(reverse("submissions")))


def test_lists_cost_the_same_for_any_number(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    costs = []
    for numbers in ((1, 2, 3), MANY):
        for number in numbers:
            sent(commune, rows=people(commune, number))
        costs.append(queries(client, reverse("submissions")))
    assert costs[0] == costs[1] <= MOST_QUERIES


def test_a_list_costs_the_same_for_any_length(commune: Commune, client: Client) -> None:
    short = written(commune, rows=people(commune, 1, 2, 3))
    long = written(commune, rows=people(commune, *MANY))
    client.force_login(commune.village_head.user)
    costs = [queries(client, reverse("submission", args=[each.pk])) for each in (short, long)]
    assert costs[0] == costs[1] <= MOST_QUERIES


# --- beginning and sending ---------------------------------------------------------------------


def test_a_head_begins_a_list(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    url = reverse("submission_new")
    assert "Lập danh sách đề nghị khen thưởng" in words(client.get(url))
    data = {"unit": commune.village.pk, "kind": CommendationKind.SUDDEN, "title": "Cứu người"}
    response = client.post(url, data, follow=True)
    submission = Submission.objects.get()
    assert (submission.unit, submission.year, submission.kind, submission.title) == (
        commune.village,
        2024,
        CommendationKind.SUDDEN,
        "Cứu người",
    )
    assert response.redirect_chain == [(reverse("submission", args=[submission.pk]), 302)]
    assert "Danh sách còn trống" in words(response)


@pytest.mark.parametrize("unit", ["other_village", "body"])
def test_a_list_is_of_an_own_unit(commune: Commune, client: Client, unit: str) -> None:
    client.force_login(commune.village_head.user)
    data = {"unit": getattr(commune, unit).pk, "kind": "merit", "title": "Khác"}
    response = client.post(reverse("submission_new"), data)
    assert len(told(response)) == 1
    assert not Submission.objects.exists()


def test_a_list_says_what_it_is_about(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    data = {"unit": commune.village.pk, "kind": "merit", "title": " "}
    response = client.post(reverse("submission_new"), data)
    assert told(response) == ["Về việc: Chưa ghi về việc gì: hãy ghi một câu."]


@pytest.mark.parametrize("who", ["chair", "accountant", "superior"])
def test_others_begin_no_list(commune: Commune, client: Client, who: str) -> None:
    client.force_login(getattr(commune, who).user)
    for method in (client.get, client.post):
        response = method(reverse("submission_new"))
        assert response.status_code == 403
        assert "Anh/chị chưa có quyền lập và gửi đề nghị khen thưởng" in words(response)


def test_a_list_is_sent(commune: Commune, client: Client) -> None:
    submission = written(commune)
    client.force_login(commune.village_head.user)
    page = client.get(reverse("submission", args=[submission.pk]))
    send = reverse("submission_send", args=[submission.pk])
    assert "Thôn Phạm Xá, 3 đề nghị, chưa gửi." in words(page)
    assert "Thêm hộ gia đình" in words(page)
    assert send in acts(page)
    response = client.post(send, follow=True)
    assert told(response) == ["Đã gửi đề nghị tới công chức phụ trách thi đua, khen thưởng."]
    assert set(submission.nominations.values_list("state", flat=True)) == {NominationState.SENT}
    assert "gửi ngày 24/06/2024" in words(response)
    assert acts(response) == set()
    assert "Thêm hộ gia đình" not in words(response)


def test_what_a_list_shows_as_a_whole_stands_on_its_page_and_before_sending(
    commune: Commune, client: Client
) -> None:
    first = village_rows(commune)[1]
    submission = written(commune, rows=[first, replace(first, period="quý II năm 2024")])
    client.force_login(commune.village_head.user)
    page = words(client.get(reverse("submission", args=[submission.pk])))
    assert page.count("Thôn Phạm Xá có tên 2 lần ở “Giấy khen") == 2
    assert "Vẫn gửi đề nghị" in page
    client.post(reverse("submission_send", args=[submission.pk]))
    submission.refresh_from_db()
    assert submission.sent_on


def test_an_empty_list_is_not_sent(commune: Commune, client: Client) -> None:
    submission = written(commune, rows=[])
    client.force_login(commune.village_head.user)
    before = content()
    response = client.post(reverse("submission_send", args=[submission.pk]), follow=True)
    assert told(response) == [
        "Danh sách chưa có đề nghị nào để gửi: hãy thêm cá nhân, tập thể hoặc hộ gia đình."
    ]
    assert content() == before


def test_a_sent_list_is_read_only_for_the_council(commune: Commune, client: Client) -> None:
    submission = sent(commune)
    client.force_login(commune.members[-1].user)
    response = client.get(reverse("submission", args=[submission.pk]))
    assert response.status_code == 200
    assert acts(response) == set()
    before = content()
    response = client.post(reverse("submission_send", args=[submission.pk]), follow=True)
    assert len(told(response)) == 1
    assert content() == before


def test_a_row_is_taken_out_of_an_open_list(commune: Commune, client: Client) -> None:
    submission = written(commune)
    row = first(submission)
    client.force_login(commune.village_head.user)
    response = client.post(reverse("nomination_remove", args=[row.pk]), follow=True)
    assert told(response) == ["Đã bỏ Phạm Văn Đức khỏi danh sách."]
    assert submission.nominations.count() == 2


def test_rows_of_a_sent_list_stay(commune: Commune, client: Client) -> None:
    row = first(sent(commune))
    url = reverse("nomination_remove", args=[row.pk])
    for who, sentence in (
        ("village_head", "Danh sách đã gửi nên không thêm bớt được"),
        ("clerk", NOT_YOURS),
        ("chair", "Anh/chị chưa có quyền lập và gửi đề nghị khen thưởng"),
    ):
        client.force_login(getattr(commune, who).user)
        before = content()
        assert told(client.post(url, follow=True))[0].startswith(sentence)
        assert content() == before


# --- who gets where ----------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["outsider", "other_head", "accountant"])
def test_others_find_no_list_and_no_nomination(commune: Commune, client: Client, who: str) -> None:
    submission = sent(commune)
    row = first(submission)
    client.force_login(getattr(commune, who).user)
    for name, pk in (
        ("submission", submission.pk),
        ("nomination", row.pk),
        ("nomination_edit", row.pk),
    ):
        assert client.get(reverse(name, args=[pk])).status_code == 404
    for name, pk in (
        ("submission_send", submission.pk),
        ("nomination_step", row.pk),
        ("nomination_remove", row.pk),
    ):
        assert client.post(reverse(name, args=[pk])).status_code == 404


@pytest.mark.parametrize("who", ["clerk", "chair"])
def test_what_is_not_sent_is_the_units_own(commune: Commune, client: Client, who: str) -> None:
    submission = written(commune)
    client.force_login(getattr(commune, who).user)
    assert client.get(reverse("submission", args=[submission.pk])).status_code == 404
    assert client.get(reverse("nomination", args=[first(submission).pk])).status_code == 404


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("submission", "post"),
        ("nomination", "post"),
        ("submission_send", "get"),
        ("nomination_step", "get"),
        ("nomination_remove", "get"),
    ],
)
def test_the_wrong_verb_is_refused(
    commune: Commune, client: Client, name: str, method: str
) -> None:
    client.force_login(commune.clerk.user)
    assert getattr(client, method)(reverse(name, args=[1])).status_code == 405
    assert client.post(reverse("submissions")).status_code == 405
