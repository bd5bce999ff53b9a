from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from tests.factories.organizations import make_household, make_person, make_unit
from tests.scenarios.commune import CERTIFICATE, FAMILY, PERIOD, sent, written
from tests.scenarios.refusal import content
from tests.web.reading import told, words

from vinhdanh.organizations.models import Household, Person

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

    from vinhdanh.nominations.models import Nomination, Submission

ACHIEVEMENT = "Hiến 80 m2 đất"


@pytest.fixture
def submission(commune: Commune) -> Submission:
    return written(commune, rows=[])


def url_of(submission: Submission, kind: str) -> str:
    return reverse("nominee_new", args=[submission.pk, kind])


def row(kind: str = "ca-nhan", **who: Any) -> dict[str, Any]:
    """Return a nominee as the page sends it."""
    return {"honour": f"giay-khen-{kind}", "achievement": ACHIEVEMENT, "period": PERIOD} | who


def add(client: Client, submission: Submission, kind: str, **who: Any) -> Nomination:
    response = client.post(url_of(submission, kind), row(kind, **who), follow=True)
    nomination = submission.nominations.latest("order")
    assert told(response) == [f"Đã thêm {nomination.recipient.name} vào danh sách."]
    assert response.redirect_chain == [(reverse("submission", args=[submission.pk]), 302)]
    return nomination


# --- a person ----------------------------------------------------------------------------------


def test_a_known_person_is_not_added_twice(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    known = Person.objects.count()
    nomination = add(client, submission, "ca-nhan", full_name=" phạm văn đức".title())
    assert nomination.recipient.person == commune.farmer
    assert nomination.recipient_detail == "Nông dân, Thôn Phạm Xá"
    assert (nomination.achievement, nomination.period) == (ACHIEVEMENT, PERIOD)
    assert Person.objects.count() == known


def test_a_new_person_is_added_with_a_post(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    nomination = add(client, submission, "ca-nhan", full_name="Lê Thị Na", title="Giáo viên")
    person = Person.objects.get(full_name="Lê Thị Na")
    assert (nomination.recipient.person, person.body) == (person, commune.body)
    assert nomination.recipient_detail == "Giáo viên, Thôn Phạm Xá"


def test_one_of_two_of_a_name_is_told_by_birth(
    commune: Commune, submission: Submission, client: Client
) -> None:
    make_person(commune.body, "Phạm Văn Đức", unit=commune.village, post="Nông dân")
    client.force_login(commune.village_head.user)
    before = content()
    response = client.post(url_of(submission, "ca-nhan"), row(full_name="Phạm Văn Đức"))
    (sentence,) = told(response)
    assert sentence.startswith(
        "Trùng tên: là ai trong những người này: Sổ đã có 2 người cùng tên Phạm Văn Đức: hãy chọn"
    )
    assert "sinh 01/05/1980, Nông dân, Thôn Phạm Xá, chưa được khen lần nào." in words(response)
    assert content() == before
    nomination = add(
        client, submission, "ca-nhan", full_name="Phạm Văn Đức", birth_date="01/05/1980"
    )
    assert nomination.recipient.person == commune.farmer


def test_one_of_another_unit_is_chosen_not_guessed(
    commune: Commune, submission: Submission, client: Client
) -> None:
    there = make_person(commune.body, "Lê Văn Bền", unit=commune.other_village, post="Tổ viên")
    client.force_login(commune.village_head.user)
    before = content()
    response = client.post(url_of(submission, "ca-nhan"), row(full_name="Lê Văn Bền"))
    assert "Trùng họ tên, sổ chưa ghi ngày sinh và không ở Thôn Phạm Xá." in words(response)
    assert content() == before
    nomination = add(client, submission, "ca-nhan", full_name="Lê Văn Bền", person=str(there.pk))
    assert nomination.recipient.person == there


def test_somebody_new_is_written_into_the_unit_that_is_said(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    form = client.get(url_of(submission, "ca-nhan")).context["form"]
    assert form["unit"].value() == str(commune.village.pk)
    nomination = add(
        client, submission, "ca-nhan", full_name="Lê Thị Na", title="Hội viên",
        unit=commune.women.pk,
    )  # fmt: skip
    assert Person.objects.get(full_name="Lê Thị Na").positions.get().unit == commune.women
    assert nomination.recipient_detail == "Hội viên, Hội Liên hiệp Phụ nữ xã"


def test_the_unit_that_is_said_tells_who_is_meant(
    commune: Commune, submission: Submission, client: Client
) -> None:
    there = make_person(commune.body, "Lê Văn Bền", unit=commune.other_village, post="Tổ viên")
    client.force_login(commune.village_head.user)
    unit = commune.other_village.pk
    nomination = add(client, submission, "ca-nhan", full_name="Lê Văn Bền", unit=unit)
    assert nomination.recipient.person == there


@pytest.mark.parametrize("kind", ["ca-nhan", "ho-gia-dinh"])
def test_nobody_is_written_into_a_unit_of_another_commune(
    commune: Commune, submission: Submission, client: Client, kind: str
) -> None:
    client.force_login(commune.village_head.user)
    strange = make_unit(commune.outsider.body, "Thôn Lạ")
    before = content()
    who = {"full_name": "Lê Thị Na", "head_name": "Lê Thị Na", "unit": strange.pk}
    assert len(told(client.post(url_of(submission, kind), row(kind, **who)))) == 1
    assert content() == before


def test_titles_before_a_typed_name_are_no_part_of_it(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    one = add(client, submission, "ca-nhan", full_name="Ông PHẠM VĂN ĐỨC")
    assert one.recipient.person == commune.farmer
    home = add(client, submission, "ho-gia-dinh", head_name="Hộ bà Lê Thị Na")
    assert home.recipient.name == "Gia đình bà Lê Thị Na"


# --- a collective ------------------------------------------------------------------------------


def test_the_own_unit_is_the_first_collective(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    form = client.get(url_of(submission, "tap-the")).context["form"]
    assert [name for _, name in form.fields["unit"].choices] == [
        "Thôn Phạm Xá",
        "Thôn Kim Phương",
        "Hội Liên hiệp Phụ nữ xã",
        "Ngành Văn hóa – Xã hội",
    ]
    nomination = add(client, submission, "tap-the", unit=commune.women.pk)
    assert nomination.recipient.unit == commune.women
    assert nomination.recipient_detail == "xã Minh Tiến"


def test_a_unit_of_another_commune_is_no_choice(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    strange = make_unit(commune.outsider.body, "Thôn Lạ")
    before = content()
    response = client.post(url_of(submission, "tap-the"), row("tap-the", unit=strange.pk))
    assert len(told(response)) == 1
    assert content() == before


# --- a household -------------------------------------------------------------------------------


def test_a_household_is_found_or_added(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    found = add(client, submission, "ho-gia-dinh", head_name="Phạm Thị Mến", honour=FAMILY)
    assert found.recipient.household == commune.family
    assert found.recipient_detail == "Thôn Phạm Xá"
    add(client, submission, "ho-gia-dinh", head_name="Lê Văn Sáu", honour=FAMILY, address="Xóm 2")
    added = Household.objects.get(head_name="Lê Văn Sáu")
    assert (added.unit, added.address) == (commune.village, "Xóm 2")


def test_the_head_of_a_household_is_called_ong_or_ba(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    assert "Chủ hộ là ông hay bà" in words(client.get(url_of(submission, "ho-gia-dinh")))
    who = {"head_name": "Lê Thị Na", "head_sex": "female", "honour": FAMILY}
    assert add(client, submission, "ho-gia-dinh", **who).recipient.name == "Gia đình bà Lê Thị Na"


# --- the form ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("ca-nhan", ["Phạm Văn Tín", "Phạm Văn Đức"]),
        ("tap-the", []),
        ("ho-gia-dinh", ["Phạm Thị Mến"]),
    ],
)
def test_the_form_suggests_names_of_the_own_unit(
    commune: Commune, submission: Submission, client: Client, kind: str, known: list[str]
) -> None:
    make_household(commune.other_village, "Lê Văn Xa")
    make_person(commune.body, "Lê Văn Xa", post="Nông dân", unit=commune.other_village)
    client.force_login(commune.village_head.user)
    response = client.get(url_of(submission, kind))
    assert sorted(response.context["suggestions"]) == known
    assert "Đề nghị khen thưởng 6 tháng đầu năm" in words(response)
    assert 'value="năm 2024"' in response.content.decode()


def test_honours_are_grouped_by_who_decides(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    response = client.get(url_of(submission, "ca-nhan"))
    groups = dict(response.context["form"].fields["honour"].choices)
    here = dict(groups["Chủ tịch Ủy ban nhân dân xã quyết định"])
    above = dict(groups["Cấp trên quyết định, xã xét rồi trình"])
    assert here[CERTIFICATE] == "Giấy khen của Chủ tịch UBND xã"
    assert FAMILY not in {**here, **above}
    assert "bang-khen-tinh-ca-nhan" in above


def test_what_others_decide_is_proposed(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    client.post(
        url_of(submission, "ca-nhan"),
        {
            "full_name": "Phạm Văn Đức",
            "honour": "bang-khen-tinh-ca-nhan",
            "achievement": "Hiến đất làm đường",
            "period": "năm 2024",
        },
    )
    nomination = submission.nominations.get()
    assert nomination.is_decided_above
    text = words(client.get(reverse("nomination", args=[nomination.pk])))
    assert "Cấp trên quyết định: được thông qua thì lập hồ sơ trình." in text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"full_name": " "}, "Họ và tên: Chưa ghi họ và tên."),
        ({"achievement": " "}, "Thành tích: Chưa ghi thành tích: hãy viết một câu."),
        ({"birth_date": "1980"}, "Ngày sinh: Ngày chưa đúng: hãy ghi ngày/tháng/năm"),
        ({"honour": "huan_chuong"}, "Danh hiệu, hình thức đề nghị: "),
    ],
)
def test_what_is_missing_is_said_at_its_field(
    commune: Commune, submission: Submission, client: Client, changes: dict[str, str], sentence: str
) -> None:
    client.force_login(commune.village_head.user)
    before = content()
    form = row(full_name="Lê Thị Na") | changes
    (refusal,) = told(client.post(url_of(submission, "ca-nhan"), form))
    assert refusal.startswith(sentence)
    assert content() == before


def test_the_same_is_not_proposed_twice(
    commune: Commune, submission: Submission, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    add(client, submission, "ca-nhan", full_name="Phạm Văn Đức")
    before = content()
    response = client.post(url_of(submission, "ca-nhan"), row(full_name="Phạm Văn Đức"))
    (refusal,) = told(response)
    assert refusal.startswith("Phạm Văn Đức đã được đề nghị Giấy khen cho 6 tháng đầu năm 2024")
    assert content() == before


# --- who gets where ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("village_head", "Danh sách đã gửi nên không thêm bớt được"),
        ("clerk", "Anh/chị không phụ trách Thôn Phạm Xá"),
        ("chair", "Anh/chị chưa có quyền lập và gửi đề nghị khen thưởng"),
    ],
)
def test_a_sent_list_takes_no_more_and_leaves_no_new_person(
    commune: Commune, client: Client, who: str, sentence: str
) -> None:
    submission = sent(commune)
    client.force_login(getattr(commune, who).user)
    before = content()
    response = client.post(url_of(submission, "ca-nhan"), row(full_name="Lê Thị Na"))
    assert told(response)[0].startswith(sentence)
    assert content() == before


@pytest.mark.parametrize("who", ["outsider", "other_head", "clerk"])
def test_others_find_no_open_list(
    commune: Commune, submission: Submission, client: Client, who: str
) -> None:
    client.force_login(getattr(commune, who).user)
    for method in (client.get, client.post):
        assert method(url_of(submission, "ca-nhan")).status_code == 404


def test_there_are_three_kinds(commune: Commune, submission: Submission, client: Client) -> None:
    client.force_login(commune.village_head.user)
    assert client.get(url_of(submission, "doanh-nghiep")).status_code == 404
