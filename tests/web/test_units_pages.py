from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.accounts import make_actor
from tests.factories.organizations import make_person, make_unit
from tests.scenarios.commune import decided, registered

from vinhdanh.accounts.enums import Role
from vinhdanh.organizations.enums import UnitKind

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

MOST_QUERIES = 12


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    return len(seen)


def test_units_stand_by_kind_with_their_heads(commune: Commune, client: Client) -> None:
    client.force_login(commune.accountant.user)

    response = client.get(reverse("units"))

    assert [(unit.name, unit.people_count) for unit in response.context["page"]] == [
        ("Ngành Văn hóa – Xã hội", 1),
        ("Hội Liên hiệp Phụ nữ xã", 1),
        ("Thôn Phạm Xá", 2),
        ("Thôn Kim Phương", 1),
    ]
    text = response.content.decode()
    assert "4 đơn vị, 4 đơn vị tham gia thi đua." in text
    assert "Phạm Văn Tín" in text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"tu": "pham xa"}, ["Thôn Phạm Xá"]),
        ({"tu": "Phạm"}, ["Thôn Phạm Xá"]),
        ({"tu": "phám"}, []),
        ({"loai": "association"}, ["Hội Liên hiệp Phụ nữ xã"]),
    ],
)
def test_units_are_searched(
    commune: Commune, client: Client, query: dict[str, str], found: list[str]
) -> None:
    client.force_login(commune.clerk.user)

    page = client.get(reverse("units"), query).context["page"]

    assert [unit.name for unit in page] == found


def test_the_list_costs_the_same_for_any_size(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    school = make_unit(commune.body, "Trường Tiểu học", UnitKind.SCHOOL)
    counts = []
    for numbers in (range(3), range(3, 40)):
        for number in numbers:
            unit = make_unit(school, f"Tổ {number}", UnitKind.SCHOOL)
            person = make_person(commune.body, f"Phạm Văn {number}", post="Tổ trưởng", unit=unit)
            make_actor(f"to{number}", person, (unit, Role.UNIT_HEAD))
        counts.append(queries(client, reverse("units")))

    assert counts[0] == counts[1] <= MOST_QUERIES
    assert "thuộc Trường Tiểu học" in client.get(reverse("units")).content.decode()


def test_a_unit_shows_its_people_and_its_year(commune: Commune, client: Client) -> None:
    registered(commune)
    decided(commune)
    client.force_login(commune.village_head.user)

    response = client.get(reverse("unit", args=[commune.village.pk]))

    text = response.content.decode()
    assert response.context["honours"] == {"collective": 1, "individual": 1, "household": 1}
    assert "Trưởng thôn" in text
    assert "3 Giấy khen cho cá nhân" in text


def test_what_a_unit_registered_is_its_own_and_the_offices(
    commune: Commune, client: Client
) -> None:
    registered(commune)
    for actor, is_shown in ((commune.other_head, False), (commune.clerk, True)):
        client.force_login(actor.user)
        text = client.get(reverse("unit", args=[commune.village.pk])).content.decode()
        assert ("3 Giấy khen cho cá nhân" in text) is is_shown


def test_a_unit_costs_few_queries(commune: Commune, client: Client) -> None:
    url = reverse("unit", args=[commune.village.pk])
    for number in range(50):
        make_person(commune.body, f"Lê Văn {number}", post="Đội viên", unit=commune.village)
    client.force_login(commune.clerk.user)

    assert queries(client, url) <= MOST_QUERIES
    assert len(client.get(url).context["page"]) == 50


def test_an_outsider_finds_nothing(commune: Commune, client: Client) -> None:
    client.force_login(commune.outsider.user)

    assert client.get(reverse("unit", args=[commune.village.pk])).status_code == 404
    assert "Thôn Phạm Xá" not in client.get(reverse("units")).content.decode()


def test_the_office_chooses_the_province(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    page = client.get(reverse("province"))
    assert page.context["form"].fields["province"].choices == [
        ("", "Chỉ quy định chung"),
        ("bac-ninh", "Tỉnh Bắc Ninh"),
    ]
    assert client.post(reverse("province"), {"province": "khong-co"}).status_code == 200
    done = client.post(reverse("province"), {"province": "bac-ninh"}, follow=True)
    assert "quy định của Tỉnh Bắc Ninh" in done.content.decode()
    commune.body.refresh_from_db()
    assert commune.body.province == "bac-ninh"


def test_others_are_not_offered_the_province(commune: Commune, client: Client) -> None:
    client.force_login(commune.accountant.user)
    assert reverse("province") not in client.get(reverse("units")).content.decode()
    assert client.get(reverse("province")).status_code == 403
