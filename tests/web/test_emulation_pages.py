from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.organizations import make_unit
from tests.scenarios.commune import CERTIFICATE, YEAR, registered

from vinhdanh.emulation.enums import MovementKind, RegistrationState
from vinhdanh.emulation.models import Movement, Pledge, Registration
from vinhdanh.emulation.services.movements import launch_movement
from vinhdanh.emulation.services.registrations import Aim, send_registration
from vinhdanh.organizations.enums import RecipientKind

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

MOST_QUERIES = 12


def queries(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    return len(seen)


def launch(commune: Commune, title: str = "Cả xã làm đường hoa") -> Movement:
    return launch_movement(
        actor=commune.chair,
        kind=MovementKind.REGULAR,
        title=title,
        launched_on=dt.date(2024, 2, 2),
    )


def send(commune: Commune) -> Registration:
    return send_registration(
        actor=commune.village_head,
        unit=commune.village,
        year=YEAR,
        aims=[Aim(CERTIFICATE, RecipientKind.INDIVIDUAL, 3)],
    )


def form_url(commune: Commune) -> str:
    return reverse("registration_form", args=[commune.village.pk])


def test_the_office_sees_who_has_registered(commune: Commune, client: Client) -> None:
    send(commune)
    client.force_login(commune.clerk.user)

    text = client.get(reverse("emulation")).content.decode()

    assert "0/4 đơn vị đã đăng ký, 1 chờ tiếp nhận." in text
    assert "3 Giấy khen cho cá nhân" in text
    assert text.count("Tiếp nhận<span") == 1


def test_only_the_clerk_is_offered_to_accept(commune: Commune, client: Client) -> None:
    send(commune)
    client.force_login(commune.chair.user)

    text = client.get(reverse("emulation")).content.decode()

    assert "Chờ tiếp nhận" in text
    assert "Tiếp nhận<span" not in text


def test_a_state_filters_the_list(commune: Commune, client: Client) -> None:
    send(commune)
    client.force_login(commune.clerk.user)

    rows = client.get(reverse("emulation"), {"tinh-trang": "not_sent"}).context["page"]

    assert [row.unit for row in rows] == [commune.other_village, commune.women, commune.culture]


def test_a_state_nobody_is_in_says_so(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)

    text = client.get(reverse("emulation"), {"tinh-trang": "accepted"}).content.decode()

    assert "Không có đơn vị nào ở tình trạng này" in text


def test_a_head_sees_the_own_unit_and_its_act_first(commune: Commune, client: Client) -> None:
    launch(commune)
    client.force_login(commune.village_head.user)

    response = client.get(reverse("emulation"))
    text = response.content.decode()

    assert "Thôn Phạm Xá chưa đăng ký thi đua năm 2024" in text
    assert "Thôn Phạm Xá chưa ký giao ước: Cả xã làm đường hoa" in text
    assert form_url(commune) in text
    assert "Thôn Kim Phương" not in text


def test_the_list_costs_the_same_for_any_size(commune: Commune, client: Client) -> None:
    send(commune)
    client.force_login(commune.clerk.user)
    counts = []
    for numbers in (range(3), range(3, 50)):
        for number in numbers:
            make_unit(commune.body, f"Thôn {number}", order=10 + number)
            launch(commune, f"Phong trào {number}")
        counts.append(queries(client, reverse("emulation")))

    assert counts[0] == counts[1] <= MOST_QUERIES


def test_a_title_is_shown_as_it_was_written(commune: Commune, client: Client) -> None:
    launch(commune, 'Xã & <b>thôn</b> "đẹp"')
    client.force_login(commune.village_head.user)

    text = client.get(reverse("emulation")).content.decode()

    assert text.count("Xã &amp; &lt;b&gt;thôn&lt;/b&gt; &quot;đẹp&quot;") == 3
    assert "&amp;amp;" not in text


def test_a_head_registers(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)

    response = client.post(
        form_url(commune), {"year": YEAR, "gia-dinh-van-hoa__household": "120"}, follow=True
    )

    found = Registration.objects.get(unit=commune.village)
    assert found.state == RegistrationState.SENT
    assert [(line.honour, line.quantity) for line in found.lines.all()] == [
        ("gia-dinh-van-hoa", 120)
    ]
    assert "Đã gửi đăng ký năm 2024 của Thôn Phạm Xá." in response.content.decode()


def test_the_form_names_every_honour_with_its_source(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)

    text = client.get(form_url(commune)).content.decode()

    assert "Gửi đăng ký năm 2024" in text
    source = "Chủ tịch UBND cấp huyện quyết định (khoản 2 Điều 80 Luật Thi đua, khen thưởng 2022)."
    assert source in text
    assert text.count("Giấy khen của Chủ tịch UBND xã") == 3


def test_what_was_sent_stands_in_the_form(commune: Commune, client: Client) -> None:
    send(commune)
    client.force_login(commune.village_head.user)

    form = client.get(form_url(commune)).context["form"]

    assert form[f"{CERTIFICATE}__individual"].value() == 3


def test_an_empty_registration_is_refused_in_the_form(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)

    response = client.post(form_url(commune), {"year": YEAR})

    assert response.context["form"].non_field_errors() == [
        "Bản đăng ký còn trống: hãy ghi số lượng cho ít nhất một danh hiệu hoặc hình thức."
    ]
    assert not Registration.objects.exists()


@pytest.mark.parametrize("wrong", ["-1", "10000", "nhiều"])
def test_a_wrong_quantity_is_refused_at_its_field(
    commune: Commune, client: Client, wrong: str
) -> None:
    client.force_login(commune.village_head.user)

    response = client.post(form_url(commune), {"year": YEAR, "gia-dinh-van-hoa__household": wrong})

    assert response.context["form"].errors == {
        "gia-dinh-van-hoa__household": ["Hãy ghi một số từ 0 đến 9999."]
    }


def test_an_accepted_registration_is_not_offered_again(commune: Commune, client: Client) -> None:
    registered(commune)
    client.force_login(commune.village_head.user)

    text = client.get(form_url(commune)).content.decode()
    response = client.post(form_url(commune), {"year": YEAR, f"{CERTIFICATE}__individual": "9"})

    assert "Đăng ký này đã được tiếp nhận" in text
    assert "Gửi đăng ký năm" not in text
    assert "đã được tiếp nhận" in response.context["form"].non_field_errors()[0]


@pytest.mark.parametrize("who", ["clerk", "other_head"])
def test_nobody_registers_for_another(commune: Commune, client: Client, who: str) -> None:
    client.force_login(getattr(commune, who).user)

    response = client.get(form_url(commune))

    assert response.status_code == 403
    assert "Anh/chị" in response.content.decode()


def test_the_clerk_accepts(commune: Commune, client: Client) -> None:
    sent = send(commune)
    client.force_login(commune.clerk.user)

    response = client.post(reverse("accept_registration", args=[sent.pk]), follow=True)

    sent.refresh_from_db()
    assert sent.state == RegistrationState.ACCEPTED
    assert "Đã tiếp nhận đăng ký của Thôn Phạm Xá." in response.content.decode()


def test_a_head_cannot_accept(commune: Commune, client: Client) -> None:
    sent = send(commune)
    client.force_login(commune.village_head.user)

    response = client.post(reverse("accept_registration", args=[sent.pk]), follow=True)

    sent.refresh_from_db()
    assert sent.state == RegistrationState.SENT
    assert "chưa có quyền tiếp nhận đăng ký thi đua" in response.content.decode()


def test_the_chair_launches_a_movement(commune: Commune, client: Client) -> None:
    client.force_login(commune.chair.user)

    response = client.post(
        reverse("movement_form"),
        {"title": "Đường hoa", "kind": "thematic", "launched_on": "24/06/2024", "ends_on": ""},
        follow=True,
    )

    found = Movement.objects.get()
    assert (found.title, found.launched_on) == ("Đường hoa", dt.date(2024, 6, 24))
    assert response.redirect_chain == [(reverse("movement", args=[found.pk]), 302)]
    assert "4 đơn vị được mời ký giao ước" in response.content.decode()


def test_a_movement_that_ends_first_is_refused_at_the_day(commune: Commune, client: Client) -> None:
    client.force_login(commune.chair.user)

    response = client.post(
        reverse("movement_form"),
        {
            "title": "Đường hoa",
            "kind": "regular",
            "launched_on": "24/06/2024",
            "ends_on": "23/06/2024",
        },
    )

    assert list(response.context["form"].errors) == ["ends_on"]
    assert not Movement.objects.exists()


def test_a_head_cannot_launch(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)

    response = client.get(reverse("movement_form"))

    assert response.status_code == 403
    assert "chưa có quyền phát động phong trào" in response.content.decode()


def test_a_head_signs_the_pledge(commune: Commune, client: Client) -> None:
    found = launch(commune)
    client.force_login(commune.village_head.user)
    page = client.get(reverse("movement", args=[found.pk])).content.decode()

    response = client.post(
        reverse("sign_pledge", args=[found.pk, commune.village.pk]),
        {"signed_on": "24/06/2024"},
        follow=True,
    )

    pledge = Pledge.objects.get(movement=found, unit=commune.village)
    assert "Thôn Phạm Xá ký giao ước" in page
    assert (pledge.signed_on, pledge.signed_by) == (dt.date(2024, 6, 24), "Phạm Văn Tín")
    assert "1/4 đơn vị đã ký giao ước." in response.content.decode()


@pytest.mark.parametrize(
    ("who", "day", "sentence"),
    [
        ("other_head", "24/06/2024", "Anh/chị không phụ trách Thôn Phạm Xá"),
        ("clerk", "24/06/2024", "chưa có quyền ký giao ước"),
        ("village_head", "01/01/2024", "Ngày ký đứng trước ngày phát động 02/02/2024"),
        ("village_head", "31/02/2024", "Ngày chưa đúng"),
    ],
)
def test_a_pledge_is_refused_in_words(
    commune: Commune, client: Client, who: str, day: str, sentence: str
) -> None:
    found = launch(commune)
    client.force_login(getattr(commune, who).user)

    response = client.post(
        reverse("sign_pledge", args=[found.pk, commune.village.pk]), {"signed_on": day}, follow=True
    )

    assert sentence in response.content.decode()
    assert not Pledge.objects.filter(signed_on__isnull=False).exists()


def test_an_outsider_finds_nothing(commune: Commune, client: Client) -> None:
    sent, found = send(commune), launch(commune)
    client.force_login(commune.outsider.user)

    statuses = {
        client.get(form_url(commune)).status_code,
        client.post(reverse("accept_registration", args=[sent.pk])).status_code,
        client.get(reverse("movement", args=[found.pk])).status_code,
        client.post(reverse("sign_pledge", args=[found.pk, commune.village.pk])).status_code,
    }

    assert statuses == {404}
    assert "Thôn Phạm Xá" not in client.get(reverse("emulation")).content.decode()


def test_acts_are_posted(commune: Commune, client: Client) -> None:
    sent, found = send(commune), launch(commune)
    client.force_login(commune.clerk.user)

    assert client.get(reverse("accept_registration", args=[sent.pk])).status_code == 405
    url = reverse("sign_pledge", args=[found.pk, commune.village.pk])
    assert client.get(url).status_code == 405
