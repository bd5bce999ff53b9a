"""Founding a council, its rules, members and year, on their pages."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.organizations import make_person
from tests.scenarios.commune import person_of
from tests.web.reading import filled, told, words

from vinhdanh.councils.models import Council, WorkPlan

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

DECISION = "Quyết định số 52/QĐ-UBND ngày 24/6/2024"
WRITE = ("council_found", "council_rules", "member_add", "council_plan")


@pytest.mark.parametrize("name", WRITE)
def test_members_change_nothing(commune: Commune, client: Client, name: str) -> None:
    client.force_login(commune.women_head.user)
    for method in (client.get, client.post):
        assert method(reverse(name)).status_code == 403


def test_without_a_council_the_way_is_shown(commune: Commune, client: Client) -> None:
    Council.objects.update(ended_on=dt.date(2024, 6, 1))
    client.force_login(commune.clerk.user)
    assert "Ghi thành lập Hội đồng" in words(client.get(reverse("council")))
    assert "hãy ghi quyết định thành lập Hội đồng trước" in words(
        client.get(reverse("council_rules"))
    )


def test_others_see_no_council(commune: Commune, client: Client) -> None:
    client.force_login(commune.accountant.user)
    assert "Vũ Văn Bình" not in words(client.get(reverse("council")))


def test_the_council_is_told_with_its_days_and_rules(commune: Commune, client: Client) -> None:
    client.force_login(commune.women_head.user)
    text = words(client.get(reverse("council")))
    assert "Vũ Văn Bình Phó Chủ tịch UBND xã Phó Chủ tịch Hội đồng 01/07/2021" in text
    assert "Người dự thay không biểu quyết." in text
    assert "Cho thôi" not in text


def test_a_council_is_renewed_from_the_rows_it_has(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("council_found")
    form = filled(client.get(url), decision=DECISION, established_on="24/06/2024")
    assert form["s-0-person"] == str(person_of(commune.chair).pk)
    refused = client.post(url, form | {"s-0-role": "member"})
    assert told(refused) == [
        "Hội đồng cần đúng một Chủ tịch: hãy chọn vai trò Chủ tịch cho một thành viên."
    ]
    answer = client.post(url, form | {"s-6-person": ""}, follow=True)
    assert told(answer) == ["Đã ghi Hội đồng mới; Hội đồng trước hết nhiệm kỳ."]
    council = Council.objects.get(ended_on=None)
    assert (council.members.count(), council.establishing_decision) == (6, DECISION)
    assert "Hội đồng các nhiệm kỳ trước" in words(answer)


def test_rules_are_written_anew(commune: Commune, client: Client) -> None:
    client.force_login(commune.chair.user)
    url = reverse("council_rules")
    form = filled(client.get(url))
    assert told(client.post(url, form | {"quorum": "hai phần ba"})) == [
        "Số người cần có mặt: Chưa đúng: hãy ghi một phần của tổng số, ví dụ 2/3."
    ]
    client.post(url, form | {"quorum": "4/5", "substitutes_vote": "on"})
    council = Council.objects.get()
    assert (council.quorum_numerator, council.quorum_denominator) == (4, 5)
    assert council.substitutes_vote


def test_members_come_go_and_are_replaced(commune: Commune, client: Client) -> None:
    person = make_person(commune.body, "Lý Văn Mới", post="Trưởng Công an xã")
    client.force_login(commune.clerk.user)
    form = {"decision": DECISION, "since": "24/06/2024", "person": "", "role": "member"}
    assert told(client.post(reverse("member_add"), form)) == [
        "Họ và tên: Chưa chọn ai: hãy chọn một người."
    ]
    seat = commune.seat(commune.members[-1])
    replace = client.post(
        reverse("member_end", args=[seat.pk]), form | {"person": person.pk}, follow=True
    )
    assert told(replace) == ["Đã ghi Hoàng Văn Sơn thôi tham gia Hội đồng, Lý Văn Mới thay."]
    assert f"thôi từ ngày 24/06/2024, {DECISION}" in words(replace)
    end = client.post(
        reverse("member_end", args=[commune.seat(commune.members[-2]).pk]), form, follow=True
    )
    assert told(end) == ["Đã ghi Bùi Thị An thôi tham gia Hội đồng."]


def test_a_year_is_planned_by_quarters(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("council_plan")
    assert told(client.post(url, {"quarter_1": " "})) == [
        "Chưa ghi phiên họp nào: hãy ghi nội dung cho ít nhất một quý."
    ]
    answer = client.post(url, {"quarter_2": "Xét khen 6 tháng\nXét khen chuyên đề"}, follow=True)
    assert told(answer) == ["Đã lưu kế hoạch; dự thảo văn bản chờ trình ký."]
    assert "Công tác năm 2024 của Hội đồng" in words(answer)
    assert WorkPlan.objects.get().meetings.count() == 2
    assert "Xét khen chuyên đề Quý 2" in words(client.get(reverse("council")))


def test_the_decision_is_drafted_with_those_who_sit(commune: Commune, client: Client) -> None:
    url = reverse("council_draft", args=[commune.council.pk, "pdf"])
    client.force_login(commune.women_head.user)
    assert client.get(url).status_code == 403
    client.force_login(commune.clerk.user)
    assert client.get(url).content[:5] == b"%PDF-"
    assert client.get(url.replace(".pdf", ".txt")).status_code == 404
    client.force_login(commune.outsider.user)
    assert client.get(url).status_code == 404
