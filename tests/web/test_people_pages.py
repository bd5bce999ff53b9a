"""Pages of people, households, years of units, initiatives and changes of units."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.factories.organizations import make_household, make_person
from tests.scenarios.commune import decided, person_of
from tests.web.reading import MOST_QUERIES, queries, told, words

from vinhdanh.organizations.models import (
    Discipline,
    Household,
    Initiative,
    Person,
    Position,
    Unit,
    UnitSuccession,
    YearRecord,
)
from vinhdanh.organizations.services.recipients import recipient_for_person
from vinhdanh.web.views.unit_changes import SHOWN_FIRST

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

BORN = dt.date(1991, 2, 3)


# --- who sees and writes what -----------------------------------------------------------------


def test_an_outsider_finds_nobody(commune: Commune, client: Client) -> None:
    client.force_login(commune.outsider.user)
    for url in (
        reverse("person", args=[commune.farmer.pk]),
        reverse("household", args=[commune.family.pk]),
        reverse("unit_year", args=[commune.village.pk]),
        reverse("unit_change", args=[commune.village.pk, "doi-ten"]),
    ):
        assert client.get(url).status_code == 404
    assert "Phạm Văn Đức" not in words(client.get(reverse("people")))
    found = client.get(reverse("person_candidates"), {"full_name": "Phạm Văn Đức"})
    assert "Có thể nhất" not in found.content.decode()


def test_others_neither_write_nor_see_what_is_close(commune: Commune, client: Client) -> None:
    Discipline.objects.create(person=commune.farmer, level="khien-trach", since=BORN)
    url = reverse("person", args=[commune.farmer.pk])
    for actor, sees_birth, sees_discipline in (
        (commune.accountant, False, False),
        (commune.other_head, False, False),
        (commune.village_head, True, False),
        (commune.chair, True, True),
    ):
        client.force_login(actor.user)
        text = words(client.get(url))
        assert ("01/05/1980" in text) is sees_birth, actor.name
        assert ("Khiển trách" in text) is sees_discipline, actor.name
    client.force_login(commune.other_head.user)
    assert client.get(reverse("person_edit", args=[commune.farmer.pk])).status_code == 403
    assert client.get(reverse("unit_year", args=[commune.village.pk])).status_code == 403
    client.force_login(commune.accountant.user)
    assert client.get(reverse("person_new")).status_code == 403
    assert client.get(reverse("person_candidates"), {"full_name": "A"}).status_code == 403
    assert client.get(reverse("unit_new")).status_code == 403
    assert "Không có đơn vị nào để ghi" in words(client.get(reverse("years")))


# --- people -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"tu": "duc"}, ["Phạm Văn Đức"]),
        ({"tu": "đức"}, ["Phạm Văn Đức"]),
        ({"tu": "dục"}, []),
        ({"nhom": "truc-tiep"}, ["Phạm Văn Đức"]),
        ({"tt": "thoi"}, ["Lê Văn Ba"]),
        ({"tu": "lê", "tt": "dang"}, ["Lê Thị Đào"]),
    ],
)
def test_people_are_searched_and_filtered(
    commune: Commune, client: Client, query: dict[str, str], found: list[str]
) -> None:
    make_person(commune.body, "Lê Văn Ba")
    client.force_login(commune.clerk.user)
    page = client.get(reverse("people"), query).context["page"]
    assert [person.full_name for person in page] == found


def test_the_list_is_by_given_name_and_costs_the_same(commune: Commune, client: Client) -> None:
    decided(commune)
    client.force_login(commune.clerk.user)
    before = queries(client, reverse("people"))
    for number in range(30):
        make_person(commune.body, f"Lê Văn {number}", post="Tổ viên", unit=commune.village)
    assert queries(client, reverse("people")) == before <= MOST_QUERIES
    page = client.get(reverse("people"), {"don-vi": commune.women.pk}).context["page"]
    assert [person.full_name for person in page] == ["Trần Thị Lụa"]
    assert queries(client, reverse("person", args=[commune.farmer.pk])) <= MOST_QUERIES + 3


def test_a_head_adds_corrects_and_retires_somebody(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    form = {"full_name": "Lê Văn Mới", "unit": commune.village.pk, "title": "Tổ viên"}
    wrong = client.post(reverse("person_new"), {**form, "full_name": " ", "birth_date": "35/1"})
    assert "Chưa ghi họ và tên." in " ".join(told(wrong))
    client.post(reverse("person_new"), form)
    person = Person.objects.get(full_name="Lê Văn Mới")
    client.post(
        reverse("person_edit", args=[person.pk]),
        {"full_name": "Lê Văn Mới", "sex": "male", "version": 1},
    )
    person.refresh_from_db()
    assert person.sex == "male"
    client.post(
        reverse("person_post", args=[person.pk]),
        {"unit": commune.village.pk, "title": "Đội trưởng", "since": "01/02/2024"},
    )
    second = person.positions.get(title="Đội trưởng")
    client.post(reverse("post_end", args=[person.pk, second.pk]), {"on": "01/03/2024"})
    client.post(
        reverse("person_retire", args=[person.pk]), {"on": "24/06/2024", "reason": "Nghỉ hưu"}
    )
    assert not Position.objects.filter(person=person, valid_to__isnull=True).exists()
    text = words(client.get(reverse("person", args=[person.pk])))
    assert "từ 01/02/2024 đến trước 01/03/2024" in text
    assert client.get(reverse("person_move", args=[person.pk])).status_code == 403


def test_the_clerk_moves_merges_and_removes(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    twin = make_person(commune.body, "Phạm Văn Dục", post="Tổ viên", unit=commune.village)
    client.post(
        reverse("person_move", args=[twin.pk]), {"unit": commune.women.pk, "since": "01/06/2024"}
    )
    url = reverse("person_merge", args=[commune.farmer.pk])
    assert "Phạm Văn Dục, chưa ghi ngày sinh, Hội Liên hiệp Phụ nữ xã" in words(client.get(url))
    unsure = client.post(url, {"other": twin.pk})
    assert "Hãy đánh dấu sau khi đã kiểm tra" in " ".join(told(unsure))
    client.post(url, {"other": twin.pk, "is_sure": "on"})
    assert not Person.objects.filter(pk=twin.pk).exists()
    extra = make_person(commune.body, "Lê Văn Thừa")
    client.post(reverse("person_remove", args=[extra.pk]))
    assert not Person.objects.filter(pk=extra.pk).exists()
    kept = client.post(reverse("person_remove", args=[person_of(commune.chair).pk]), follow=True)
    assert "trong sổ, không bỏ được" in words(kept)


def test_who_may_be_meant_is_shown_while_typing(commune: Commune, client: Client) -> None:
    decided(commune)
    client.force_login(commune.village_head.user)
    query = {"full_name": "pham van duc", "unit": str(commune.village.pk), "birth_date": "1/5/1980"}
    found = words(client.get(reverse("person_candidates"), query))
    assert "sinh 01/05/1980" in found
    assert "đã được khen 1 lượt" in found
    assert "Họ tên khác dấu, trùng ngày sinh và đang ở Thôn Phạm Xá." in found
    assert client.get(reverse("person_candidates"), {"full_name": "Ai Đó"}).content.strip() == b""


# --- households -------------------------------------------------------------------------------


def test_households_are_kept_on_pages(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    client.post(
        reverse("household_new"),
        {"unit": commune.village.pk, "head_name": "Lê Thị Sáu", "address": "Xóm 1"},
    )
    family = Household.objects.get(head_name="Lê Thị Sáu")
    page = client.get(reverse("households"), {"tu": "le thi sau"}).context["page"]
    assert list(page) == [family]
    edited = {"unit": commune.village.pk, "head_name": "Lê Thị Sáu", "address": "Xóm 2"}
    client.post(reverse("household_edit", args=[family.pk]), edited)
    client.post(reverse("household_leave", args=[family.pk]), {"on": "01/06/2024"})
    text = words(client.get(reverse("household", args=[family.pk])))
    assert "Thôn Phạm Xá, Xóm 2; không còn ở đây từ ngày 01/06/2024." in text
    client.force_login(commune.clerk.user)
    twin = make_household(commune.other_village, "Lê Thị Sáu")
    client.post(reverse("household_merge", args=[family.pk]), {"other": twin.pk, "is_sure": "on"})
    assert not Household.objects.filter(pk=twin.pk).exists()
    client.post(reverse("household_remove", args=[family.pk]))
    assert not Household.objects.filter(pk=family.pk).exists()
    assert queries(client, reverse("households")) <= MOST_QUERIES


# --- the year of a unit -----------------------------------------------------------------------


def test_a_unit_year_is_typed_as_a_table(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    url = reverse("unit_year", args=[commune.village.pk])
    farmer, head = commune.farmer.pk, person_of(commune.village_head).pk
    form = {
        f"nguoi-{farmer}-completion": "hoan-thanh-tot",
        f"nguoi-{farmer}-absent_months": "1,5",
        f"nguoi-{farmer}-seen": "||0",
        f"nguoi-{head}-absent_months": "13",
        f"nguoi-{head}-seen": "||0",
    }
    text = words(client.post(url, form))
    assert "Đã lưu số liệu năm 2024 của 1 người." in text
    assert "1 dòng chưa lưu được, các dòng khác đã lưu" in text
    assert "Ghi số tháng từ 0 đến 12, ví dụ 1,5." in text
    kept = YearRecord.objects.get()
    assert (kept.completion, str(kept.absent_months)) == ("hoan-thanh-tot", "1.5")
    stale = words(client.post(url, form | {f"nguoi-{farmer}-completion": "hoan-thanh"}))
    assert "Người khác vừa ghi “hoàn thành tốt nhiệm vụ, nghỉ 1.5 tháng”" in stale
    again = client.get(url)
    assert 'value="hoan-thanh-tot|1.5|0' in again.content.decode()
    client.force_login(commune.clerk.user)
    assert "đơn vị chưa ghi đủ" in words(client.get(reverse("years")))
    assert queries(client, reverse("years")) <= MOST_QUERIES
    assert queries(client, url) <= MOST_QUERIES
    client.force_login(commune.chair.user)
    assert "Lưu các dòng đã đổi" not in words(client.get(url))


# --- initiatives ------------------------------------------------------------------------------


def test_initiatives_are_kept_on_pages(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    form = {
        "title": "Máy tuốt lúa cải tiến",
        "kind": "initiative",
        "scope": "grassroots",
        "recognised_by": "12/QĐ-UBND",
        "recognised_on": "01/03/2024",
        "author_1": commune.farmer.pk,
        "author_1_share": "70",
        "author_2": person_of(commune.village_head).pk,
        "author_2_share": "40",
    }
    wrong = client.post(reverse("initiative_new"), form)
    assert "Tổng tỷ lệ đóng góp là 110%, quá 100%" in " ".join(told(wrong))
    missing = client.post(reverse("initiative_new"), form | {"author_2_share": ""})
    assert "Chưa ghi tỷ lệ đóng góp, ví dụ 50." in " ".join(told(missing))
    client.post(reverse("initiative_new"), form | {"author_2_share": "30"})
    client.post(
        reverse("initiative_new"),
        form | {"title": "Cải tiến máy tuốt lúa", "author_2": "", "author_2_share": ""},
    )
    first, second = Initiative.objects.order_by("pk")
    text = words(client.get(reverse("initiatives"), {"tu": "tin"}))
    assert "Tên gần giống Cải tiến máy tuốt lúa" in text
    assert "Phạm Văn Tín 30%" in text
    assert "Có sáng kiến tên gần giống" in words(
        client.get(reverse("initiative", args=[second.pk]))
    )
    edit = reverse("initiative_edit", args=[second.pk])
    assert client.get(edit).status_code == 200
    client.post(edit, form | {"title": "Máy cấy", "author_2_share": "10"})
    client.post(reverse("initiative_remove", args=[second.pk]))
    assert list(Initiative.objects.all()) == [first]
    assert queries(client, reverse("initiatives")) <= MOST_QUERIES
    assert "Máy tuốt lúa cải tiến" in words(client.get(reverse("person", args=[commune.farmer.pk])))


# --- units ------------------------------------------------------------------------------------


def test_units_are_added_and_changed_on_pages(commune: Commune, client: Client) -> None:
    decided(commune)
    client.force_login(commune.clerk.user)
    body = {"kind": "village", "parent": commune.body.pk, "takes_part": "on"}
    client.post(reverse("unit_new"), body | {"name": "Thôn Ba"})
    third = Unit.objects.get(name="Thôn Ba")
    client.post(reverse("unit_edit", args=[third.pk]), body | {"name": "Thôn Bốn"})
    change = {"on": "01/06/2024", "basis": "Nghị quyết 12/NQ-HĐND"}

    def turn(unit: Unit, kind: str, **more: object) -> None:
        url = reverse("unit_change", args=[unit.pk, kind])
        assert client.get(url).status_code == 200
        confirmed = {"confirmed": "1"} if kind in SHOWN_FIRST else {}
        response = client.post(url, change | more | confirmed, follow=True)
        assert told(response) == ["Đã ghi."], (kind, told(response))

    turn(commune.village, "doi-ten", name="Thôn Xanh")
    renamed = Unit.objects.get(name="Thôn Xanh")
    text = words(client.get(reverse("unit", args=[renamed.pk])))
    assert "Đổi tên từ Thôn Phạm Xá" in text
    assert "Đổi tên vẫn là một đơn vị" in text
    assert "Tập thể 1 lượt" in text
    change["on"] = "02/06/2024"
    others = [commune.other_village.pk]
    turn(renamed, "hop-nhat", others=others, name="Thôn Chung", led_by=commune.other_village.pk)
    merged = Unit.objects.get(name="Thôn Chung")
    assert "cần xác minh" in words(client.get(reverse("unit", args=[merged.pk])))
    change["on"] = "03/06/2024"
    split = {"names": "Thôn Trên\nThôn Dưới"}
    asked = client.post(reverse("unit_change", args=[merged.pk, "chia-tach"]), change | split)
    assert "Phạm Văn Đức về Nông dân" in words(asked)
    fields = asked.context["form"].fields
    chosen = dict.fromkeys((name for name in fields if "_" in name), 1)
    turn(merged, "chia-tach", placed="1", rest=0, **split, **chosen)
    assert "(0 người, 0 hộ) và Thôn Dưới (3 người, 1 hộ)" in words(
        client.get(reverse("unit", args=[merged.pk]))
    )
    turn(third, "sap-nhap", successor=Unit.objects.get(name="Thôn Trên").pk)
    turn(Unit.objects.get(name="Thôn Dưới"), "ket-thuc", on="04/06/2024")
    assert UnitSuccession.objects.count() == 6
    assert client.get(reverse("unit_change", args=[third.pk, "khac"])).status_code == 404


def test_the_superior_is_written_by_day(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("superiors")
    assert "Hiện nay: Ủy ban nhân dân huyện Phù Cừ." in words(client.get(url))
    form = {
        "superior_name": "Ủy ban nhân dân tỉnh Hưng Yên",
        "office_name": "Sở Nội vụ",
        "since": "01/07/2025",
    }
    wrong = client.post(url, form | {"since": "01/01/1990"})
    assert "đứng trước ngày của cơ quan cấp trên hiện ghi" in words(wrong)
    text = words(client.post(url, form, follow=True))
    assert "từ 01/07/2025" in text
    client.force_login(commune.accountant.user)
    assert client.post(url, form).status_code == 403


def test_the_office_sees_what_a_person_could_be_proposed_for(
    commune: Commune, client: Client
) -> None:
    of_farmer = reverse("person", args=[commune.farmer.pk])
    url = reverse("person_outlook", args=[commune.farmer.pk])
    client.force_login(commune.clerk.user)
    assert url in client.get(of_farmer).content.decode()
    assert "nên chưa đối chiếu được" in client.get(url).content.decode()
    recipient_for_person(commune.farmer)
    text = client.get(url).content.decode()
    assert "Lao động tiên tiến" in text
    assert "Xét cho năm 2025" in text
    client.force_login(commune.village_head.user)
    assert url not in client.get(of_farmer).content.decode()
    assert client.get(url).status_code == 404
