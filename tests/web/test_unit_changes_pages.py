"""A change of units: what follows is shown first, a mistake is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.organizations import make_household, make_person, make_unit
from tests.factories.planning import make_plan, make_task
from tests.scenarios.commune import decided, registered, written
from tests.scenarios.refusal import content
from tests.web.reading import told, words

from vinhdanh.organizations.models import Household, Position, Unit, UnitSuccession
from vinhdanh.planning.models import Task

if TYPE_CHECKING:
    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Response
    from tests.scenarios.commune import Commune

CHANGE = {"on": "01/06/2024", "basis": "Nghị quyết 12/NQ-HĐND"}


@pytest.fixture
def clerk(commune: Commune, client: Client) -> Client:
    client.force_login(commune.clerk.user)
    return client


def send(client: Client, unit: Unit, kind: str, **more: object) -> Response:
    return client.post(reverse("unit_change", args=[unit.pk, kind]), CHANGE | more, follow=True)


def merger(commune: Commune) -> dict[str, object]:
    return {
        "others": [commune.other_village.pk],
        "name": "Thôn Phạm Kim",
        "led_by": commune.village.pk,
    }


# --- refusals ---------------------------------------------------------------------------------


def test_only_units_of_its_kind_are_offered(commune: Commune, clerk: Client) -> None:
    for kind, field in (("hop-nhat", "others"), ("sap-nhap", "successor")):
        page = clerk.get(reverse("unit_change", args=[commune.village.pk, kind]))
        offered = [key for key, _ in page.context["form"].fields[field].choices if key]
        assert offered == [str(commune.other_village.pk)]
    response = send(clerk, commune.village, "sap-nhap", successor=commune.women.pk)
    assert response.context["form"].errors["successor"]
    assert not UnitSuccession.objects.exists()


def test_what_would_be_refused_is_refused_before_the_preview(
    commune: Commune, clerk: Client
) -> None:
    taken = merger(commune) | {"name": "Hội Liên hiệp Phụ nữ xã"}
    response = send(clerk, commune.village, "hop-nhat", **taken)
    assert "Đã có đơn vị Hội Liên hiệp Phụ nữ xã đang hoạt động" in words(response)


# --- shown first ------------------------------------------------------------------------------


def test_a_merger_is_shown_before_it_is_confirmed(commune: Commune, clerk: Client) -> None:
    decided(commune)
    written(commune, rows=[])
    registered(commune)
    make_task(make_plan(commune.body))
    Task.objects.update(lead_unit=commune.village)
    before = content()
    response = send(clerk, commune.village, "hop-nhat", **merger(commune))
    assert content() == before
    text = words(response)
    for part in (
        "Từ ngày 01/06/2024, căn cứ Nghị quyết 12/NQ-HĐND, sẽ thay đổi như sau.",
        "Thôn Phạm Xá Thôn Phạm Kim 2 1 1 1 0 1 văn bản chưa đọc, 1 nhiệm vụ chưa xong",
        "Thôn Kim Phương Thôn Phạm Kim 1 0 0 0 0 không có",
        "Phụ trách Thôn Phạm Kim Phạm Văn Tín",
        "Thôi phụ trách Lê Thị Đào: giữ tài khoản",
        "Thôn Phạm Xá: 1 lần được khen",
        "Đăng ký thi đua năm 2024 còn ở đơn vị này",
    ):
        assert part in text
    again = send(clerk, commune.village, "hop-nhat", again="1", **merger(commune))
    assert 'value="Thôn Phạm Kim"' in again.content.decode()
    done = send(clerk, commune.village, "hop-nhat", confirmed="1", **merger(commune))
    assert told(done) == ["Đã ghi."]
    assert done.context["unit"].name == "Thôn Phạm Kim"


def test_a_preview_reads_the_same_for_any_size(commune: Commune, clerk: Client) -> None:
    for number in range(30):
        make_household(commune.village, f"Lê Văn {number}")
    text = words(send(clerk, commune.village, "sap-nhap", successor=commune.other_village.pk))
    assert "Thôn Phạm Xá Thôn Kim Phương 2 31 0 0 0" in text
    assert "Phụ trách Thôn Kim Phương Lê Thị Đào" in text


def test_who_heads_no_more_sees_no_other_units_registration(
    commune: Commune, client: Client, clerk: Client
) -> None:
    registered(commune)
    send(clerk, commune.village, "sap-nhap", confirmed="1", successor=commune.other_village.pk)
    client.force_login(commune.village_head.user)
    page = client.get(reverse("emulation"))
    assert (page.context["sees_all"], page.context["own"]) == (False, [])
    assert "Thành viên đơn vị" in words(page)


def test_an_ending_is_shown_before_it_is_confirmed_and_taken_back(
    commune: Commune, client: Client, clerk: Client
) -> None:
    decided(commune)
    before = content()
    response = send(clerk, commune.village, "ket-thuc")
    assert content() == before
    text = words(response)
    for part in (
        "Họ và tên Chức vụ Phạm Văn Tín Trưởng thôn Phạm Văn Đức Nông dân",
        "Hộ gia đình 1 hộ vẫn ghi ở đơn vị này",
        "Khen thưởng 1 lần được khen vẫn ở sổ",
        "Một văn bản gửi đơn vị chưa được đọc: cần gửi cho nơi làm tiếp việc",
        "Tài khoản của Phạm Văn Tín còn gắn với đơn vị này",
        "Thôi hoạt động, không có đơn vị tiếp nối",
    ):
        assert part in text
    done = send(clerk, commune.village, "ket-thuc", confirmed="1")
    assert "Lấy lại: thôi hoạt động" in words(done)
    url = reverse("unit_reopen", args=[commune.village.pk])
    assert clerk.get(url).status_code == 405
    client.force_login(commune.accountant.user)
    assert "Lấy lại" not in words(client.get(reverse("unit", args=[commune.village.pk])))
    assert client.post(url).status_code == 403
    client.force_login(commune.clerk.user)
    assert told(client.post(url, follow=True)) == ["Đã lấy lại, đơn vị hoạt động như trước."]
    assert "đang hoạt động: hãy tải lại trang" in told(client.post(url, follow=True))[0]
    assert Position.objects.filter(unit=commune.village, valid_to=None).count() == 2


def test_an_ending_that_would_be_refused_is_not_shown(commune: Commune, clerk: Client) -> None:
    make_unit(commune.village, "Tổ 1")
    assert "còn đơn vị trực thuộc" in words(send(clerk, commune.village, "ket-thuc"))
    assert Unit.objects.get(pk=commune.village.pk).valid_to is None


# --- who goes where ---------------------------------------------------------------------------


def test_most_are_placed_by_rule_and_few_by_choice(commune: Commune, clerk: Client) -> None:
    north = make_household(commune.village, "Lê Văn Bắc", "Xóm 1, thôn Phạm Xá")
    south = [
        make_household(commune.village, name, "Xóm 2, thôn Phạm Xá")
        for name in ("Lê Văn Nam", "Lê Văn Riêng")
    ]
    follower = make_person(commune.body, "Lê Văn Nam", post="Nông dân", unit=commune.village)
    names = {"names": "Thôn Trên\nThôn Dưới"}
    asked = send(clerk, commune.village, "chia-tach", **names)
    text = words(asked)
    assert "Xóm 1 (" not in text
    assert "Xóm 2 (2 hộ) về" in text
    chosen = {"placed": "1", "rest": "0", "hamlet_0": "1", f"household_{south[1].pk}": "0"}
    shown = words(send(clerk, commune.village, "chia-tach", **names, **chosen))
    assert "Thôn Phạm Xá Thôn Trên 2 3" in shown
    assert "Thôn Phạm Xá Thôn Dưới 1 1" in shown
    done = send(clerk, commune.village, "chia-tach", confirmed="1", **names, **chosen)
    assert told(done) == ["Đã ghi."]
    upper, lower = Unit.objects.get(name="Thôn Trên"), Unit.objects.get(name="Thôn Dưới")
    assert {each.unit for each in Household.objects.filter(pk=south[0].pk)} == {lower}
    assert {each.unit for each in Household.objects.filter(pk__in=[north.pk, south[1].pk])} == {
        upper
    }
    assert Position.objects.get(person=follower, valid_to=None).unit == lower


def test_a_choice_that_is_none_is_said_at_its_field(commune: Commune, clerk: Client) -> None:
    wrong = {"names": "Thôn Trên\nThôn Dưới", "placed": "1", "rest": "7"}
    response = send(clerk, commune.village, "chia-tach", **wrong)
    assert response.context["form"].errors["rest"] == ["Đơn vị này không có: hãy chọn lại."]
    assert "Chọn riêng" in words(response)


# --- taken back -------------------------------------------------------------------------------


def test_a_mistake_is_taken_back_on_the_units_page(commune: Commune, clerk: Client) -> None:
    registered(commune)
    send(clerk, commune.village, "hop-nhat", confirmed="1", **merger(commune))
    new = Unit.objects.get(name="Thôn Phạm Kim")
    page = clerk.get(reverse("unit", args=[new.pk]))
    (row,) = page.context["of_today"]
    assert "Lấy lại: hợp nhất" in words(page)
    url = reverse("unit_take_back", args=[row.pk])
    assert clerk.get(url).status_code == 405
    make_household(new, "Lê Văn Mới")
    assert "đã có hộ gia đình riêng, không lấy lại được" in told(clerk.post(url, follow=True))[0]
    Household.objects.filter(head_name="Lê Văn Mới").delete()
    response = clerk.post(url, follow=True)
    assert told(response) == ["Đã lấy lại thay đổi, đơn vị như trước."]
    assert response.context["unit"].valid_to is None


def test_others_take_nothing_back(commune: Commune, client: Client, clerk: Client) -> None:
    send(clerk, commune.village, "hop-nhat", confirmed="1", **merger(commune))
    row = UnitSuccession.objects.first()
    assert row is not None
    url = reverse("unit_take_back", args=[row.pk])
    client.force_login(commune.accountant.user)
    assert "Lấy lại" not in words(client.get(reverse("unit", args=[row.successor_id])))
    assert "chưa có quyền" in told(client.post(url, follow=True))[0]
    client.force_login(commune.outsider.user)
    assert client.post(url).status_code == 404
