from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.factories.organizations import make_person
from tests.nominations.test_evidence import photo
from tests.scenarios.refusal import content
from tests.web.reading import told, words

from vinhdanh.nominations.enums import NominationState, Procedure
from vinhdanh.nominations.models import Nomination
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.organizations.models import Person
from vinhdanh.web.forms.sudden import TWICE

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

URL = "sudden_new"


def five_lines(commune: Commune, **changes: object) -> dict[str, object]:
    return {
        "unit": commune.village.pk,
        "kind": "individual",
        "rows": "1",
        "name_1": "Phạm Văn Đức",
        "what": "Đã dũng cảm cứu hai cháu nhỏ đuối nước",
        "happened_on": "24/06/2024",
        "place": "Sông Nghĩa Lý, thôn Phạm Xá",
        "honour_individual": "giay-khen-ca-nhan",
        "honour_household": "giay-khen-ho-gia-dinh",
        "honour_collective": "giay-khen-tap-the",
        **changes,
    }


@pytest.mark.parametrize("who", ["chair", "accountant"])
def test_only_heads_propose(commune: Commune, client: Client, who: str) -> None:
    client.force_login(getattr(commune, who).user)
    assert client.get(reverse(URL)).status_code == 403


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name_1": " "}, "Họ và tên: Chưa ghi họ và tên."),
        ({"kind": "household", "name_1": ""}, "Họ và tên: Chưa ghi họ và tên chủ hộ."),
        ({"kind": "collective"}, "Tập thể: Chưa chọn tập thể."),
        (
            {"name_2": "Phạm Văn Đức", "rows": "2"},
            f"Ngày sinh: {TWICE.format('Phạm Văn Đức')}",
        ),
        ({"what": ""}, "Đã làm gì: Chưa ghi việc đã làm: hãy viết một câu."),
        (
            {"happened_on": "25/06/2024"},
            "Ngày nào: Ngày 25/06/2024 chưa tới: hãy ghi ngày việc đó xảy ra.",
        ),
        (
            {"place": " "},
            "Ở đâu: Chưa ghi nơi xảy ra: hãy ghi thôn, đường hoặc khúc sông.",
        ),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_left(
    commune: Commune, client: Client, changes: dict[str, object], sentence: str
) -> None:
    client.force_login(commune.village_head.user)
    before = content()
    assert told(client.post(reverse(URL), five_lines(commune, **changes))) == [sentence]
    assert content() == before


def test_a_bad_photo_leaves_nothing(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    before = content()
    data = five_lines(commune, photo=SimpleUploadedFile("a.jpg", b"MZ"))
    (sentence,) = told(client.post(reverse(URL), data))
    assert sentence.startswith("Ảnh chụp: Tệp a.jpg không phải ảnh chụp")
    assert content() == before


def test_people_of_one_name_are_told_apart(commune: Commune, client: Client) -> None:
    other = make_person(
        commune.body,
        "Lê Văn Bền",
        unit=commune.other_village,
        post="Bí thư chi đoàn",
        birth_date=dt.date(2001, 2, 3),
    )
    lines = five_lines(commune, name_1="Ông Lê Văn Bền")
    client.force_login(commune.village_head.user)
    response = client.post(reverse(URL), lines)
    assert "Sổ đã có người cùng tên Lê Văn Bền: hãy chọn đúng người" in words(response)
    assert "Lê Văn Bền, sinh 03/02/2001, Bí thư chi đoàn, Thôn Kim Phương" in words(response)
    client.post(reverse(URL), {**lines, "person_1": other.pk})
    assert Nomination.objects.get().recipient.person == other
    client.post(reverse(URL), {**lines, "person_1": "new"})
    assert Nomination.objects.count() == 2


def test_two_new_people_of_one_name_are_told_apart_by_birth(
    commune: Commune, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    lines = five_lines(commune, rows="2", name_1="Lê Văn Bền", name_2="ông LÊ VĂN BỀN")
    before = content()
    one = {"birth_1": "03/02/2001"}
    for births, label in (
        ({}, "Ngày sinh"), (one, "Ngày sinh 2"), (one | {"birth_2": "03/02/2001"}, "Ngày sinh 2"),
    ):  # fmt: skip
        response = client.post(reverse(URL), lines | births)
        assert told(response) == [f"{label}: {TWICE.format('Lê Văn Bền')}"]
    assert content() == before
    client.post(reverse(URL), lines | {"birth_1": "03/02/2001", "birth_2": "04/05/1990"})
    doers = Nomination.objects.order_by("order")
    born = doers.values_list("recipient__person__birth_date", flat=True)
    assert list(born) == [dt.date(2001, 2, 3), dt.date(1990, 5, 4)]


def test_who_is_known_without_a_birth_date_is_chosen_among_two_of_a_name(
    commune: Commune, client: Client
) -> None:
    Person.objects.filter(pk=commune.farmer.pk).update(birth_date=None)
    client.force_login(commune.village_head.user)
    births = {"birth_1": "03/02/2001", "birth_2": "04/05/1990"}
    lines = five_lines(commune, rows="2", name_2="Phạm Văn Đức") | births
    assert "hãy chọn đúng người" in words(client.post(reverse(URL), lines))
    client.post(reverse(URL), lines | {"person_1": "new", "person_2": commune.farmer.pk})
    first, second = (each.recipient.person for each in Nomination.objects.order_by("order"))
    assert first is not None
    assert (first.birth_date, second) == (dt.date(2001, 2, 3), commune.farmer)


def test_an_answer_outlives_another_row(commune: Commune, client: Client) -> None:
    make_person(commune.body, "Lê Văn Bền", unit=commune.other_village)
    client.force_login(commune.village_head.user)
    given = {"person_1": "new", "birth_1": "03/02/2001", "add": "1"}
    response = client.post(reverse(URL), five_lines(commune, name_1="Lê Văn Bền", **given))
    form = response.context["form"]
    assert [form[name].value() for name in ("person_1", "birth_1")] == ["new", "03/02/2001"]
    assert told(response) == []


def test_several_people_of_one_deed_get_a_nomination_each(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    rows = {"rows": "3", "name_2": "Bà LÊ THỊ NA", "name_3": " "}
    data = five_lines(commune, **rows, photo=SimpleUploadedFile("a.jpg", photo()))
    response = client.post(reverse(URL), data, follow=True)
    assert told(response) == ["Đã gửi đề nghị khen 2 trường hợp cùng lập thành tích."]
    first, second = Nomination.objects.order_by("order")
    assert (first.recipient.person, second.recipient.name) == (commune.farmer, "Lê Thị Na")
    assert first.submission == second.submission
    assert first.submission.title == "Đề nghị khen thưởng đột xuất Phạm Văn Đức và Lê Thị Na"
    for each in (first, second):
        assert (each.achievement, each.state) == (
            "Đã dũng cảm cứu hai cháu nhỏ đuối nước",
            NominationState.SENT,
        )
        assert [proof.note for proof in each.evidence.all()] == ["Ảnh tại chỗ"]


def test_a_household_is_of_the_village(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    data = five_lines(commune, kind="household", name_1="Hộ ông Lê Văn Bền, Xóm 2")
    client.post(reverse(URL), data)
    one = Nomination.objects.get()
    assert one.recipient.household is not None
    assert (one.recipient.household.unit, one.honour) == (commune.village, "giay-khen-ho-gia-dinh")
    assert (one.recipient.name, one.recipient_detail) == ("Gia đình ông Lê Văn Bền", "Xóm 2")


def test_the_head_of_a_household_is_called_ong_or_ba(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    asked = client.get(reverse(URL)).content.decode()
    assert 'name="sex_1"' in asked
    assert "Chủ hộ là ông hay bà" in asked
    two = {"rows": "2", "name_1": "Lê Thị Na", "sex_1": "female", "name_2": "Lê Văn Bền"}
    grown = client.post(reverse(URL), five_lines(commune, kind="household", add="1", **two))
    assert grown.context["form"]["sex_1"].value() == "female"
    client.post(reverse(URL), five_lines(commune, kind="household", **two))
    names = sorted(one.recipient.name for one in Nomination.objects.all())
    assert names == ["Gia đình bà Lê Thị Na", "Gia đình ông (bà) Lê Văn Bền"]


def test_an_association_says_in_which_village_a_household_lives(
    commune: Commune, client: Client
) -> None:
    client.force_login(commune.women_head.user)
    data = five_lines(commune, unit=commune.women.pk, kind="household", name_1="Bà Lê Thị Na")
    assert told(client.post(reverse(URL), data)) == [
        "Hộ ở thôn, tổ dân phố: Chưa chọn thôn, tổ dân phố của hộ."
    ]
    client.post(reverse(URL), {**data, "village": commune.other_village.pk})
    household = Nomination.objects.get().recipient.household
    assert household is not None
    assert household.unit == commune.other_village


def test_a_collective_is_one_of_the_commune(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    data = five_lines(commune, kind="collective", collective_1=commune.women.pk)
    client.post(reverse(URL), data)
    one = Nomination.objects.get()
    assert (one.recipient.unit, one.honour) == (commune.women, "giay-khen-tap-the")


def test_what_is_wrong_of_a_collective_is_said_where_it_is_chosen(
    commune: Commune, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    chosen = {f"collective_{row}": commune.women.pk for row in (1, 2)}
    response = client.post(reverse(URL), five_lines(commune, kind="collective", rows="2", **chosen))
    assert list(response.context["form"].errors) == ["collective_1"]


def test_another_row_is_asked_for_without_sending(commune: Commune, client: Client) -> None:
    client.force_login(commune.village_head.user)
    before = content()
    response = client.post(reverse(URL), five_lines(commune, add="1", kind="household"))
    form = response.context["form"]
    assert [row.name.value() for row in form.who_rows] == ["Phạm Văn Đức", None]
    assert form["kind"].value() == "household"
    assert told(response) == []
    assert content() == before
    many = client.post(reverse(URL), five_lines(commune, add="1", rows="999"))
    assert len(many.context["form"].who_rows) == 20


def test_five_lines_and_a_photo_reach_the_chair_the_same_day(
    commune: Commune, client: Client
) -> None:
    client.force_login(commune.village_head.user)
    assert "Năm dòng và một tấm ảnh" in words(client.get(reverse(URL)))
    data = five_lines(commune, photo=SimpleUploadedFile("a.jpg", photo()))
    response = client.post(reverse(URL), data, follow=True)
    assert told(response) == ["Đã gửi đề nghị khen Phạm Văn Đức."]
    assert "Ngày 24/06/2024, Sông Nghĩa Lý, thôn Phạm Xá." in words(response)
    nomination = Nomination.objects.get()
    assert (nomination.state, nomination.procedure) == (
        NominationState.SENT,
        Procedure.SIMPLIFIED,
    )
    assert nomination.evidence.count() == 1

    client.force_login(commune.clerk.user)
    first = client.get(reverse("today")).context["lines"][0]
    assert first.sentence == ("Khen đột xuất Phạm Văn Đức: Đã dũng cảm cứu hai cháu nhỏ đuối nước")
    take_step(actor=commune.clerk, nomination=nomination, name="appraise", reason="đã xem")
    client.force_login(commune.chair.user)
    first = client.get(reverse("today")).context["lines"][0]
    assert (first.verb, first.url) == (
        "Xem và duyệt",
        reverse("nomination", args=[nomination.pk]),
    )
    text = words(client.get(first.url))
    assert "Đồng ý khen thưởng" in text
    assert "Thủ tục đơn giản Điều 85 Luật Thi đua, khen thưởng 2022" in text
