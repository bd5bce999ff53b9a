from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from tests.scenarios.commune import decided
from tests.web.reading import MOST_QUERIES, queries, words

from vinhdanh.organizations.services.recipients import recipient_for_person

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune


def test_an_empty_road_says_what_comes(commune: Commune, client: Client) -> None:
    recipient = recipient_for_person(commune.farmer)
    client.force_login(commune.accountant.user)
    page = words(client.get(reverse("road", args=[recipient.pk])))
    assert "Chưa có lần khen thưởng nào" in page
    client.force_login(commune.outsider.user)
    assert client.get(reverse("road", args=[recipient.pk])).status_code == 404


def test_a_road_tells_each_year(commune: Commune, client: Client) -> None:
    decision = decided(commune)
    recipient = recipient_for_person(commune.farmer)
    client.force_login(commune.clerk.user)
    url = reverse("road", args=[recipient.pk])
    page = words(client.get(url))
    assert "Cá nhân, được khen 1 lần." in page
    assert f"({decision})" in page
    assert queries(client, url) <= MOST_QUERIES
    honour = decision.honours.get(recipient=recipient)
    assert url in client.get(reverse("honour", args=[honour.pk])).content.decode()
