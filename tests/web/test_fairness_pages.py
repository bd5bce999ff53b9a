"""The fairness mirror as its readers see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from tests.factories.honours import make_decision, make_honour
from tests.web.reading import queries, told, words

from vinhdanh.organizations.services.recipients import recipient_for_person

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

MOST = 30
"""Queries, whatever the number of honours."""


def test_others_find_nothing(commune: Commune, client: Client) -> None:
    client.force_login(commune.accountant.user)
    assert client.get(reverse("fairness")).status_code == 404


def test_the_year_and_a_decision_are_shown(commune: Commune, client: Client) -> None:
    decision = make_decision(commune.body)
    make_honour(decision, recipient_for_person(commune.farmer))
    client.force_login(commune.chair.user)
    page = words(client.get(reverse("fairness")))
    assert "1/1, 100%" in page
    assert "Thôn Kim Phương" in page
    url = reverse("fairness_decision", args=[decision.pk])
    few = queries(client, url)
    for name in ("A", "B", "C"):
        make_honour(decision, name)
    assert queries(client, url) == few <= MOST
    page = words(client.get(url))
    assert "ít nhất 1 trong 4; ba chưa rõ" in page
    assert "100%" not in page


def test_the_clerk_types_the_target(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("fairness_target")
    response = client.post(url, {"percent": "x", "source": "I.2"})
    assert (response.status_code, told(response)) == (
        422,
        ["Tỷ lệ người lao động trực tiếp (%): Tỷ lệ chưa đúng: hãy ghi số từ 0 đến 100."],
    )
    response = client.post(url, {"percent": "60", "source": "Mục I.2"}, follow=True)
    assert told(response) == ["Đã ghi chỉ tiêu của năm."]
    assert "Mức đề ra: 60% người lao động trực tiếp." in words(response)
