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

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

URL = "sudden_new"


def five_lines(commune: Commune, **changes: object) -> dict[str, object]:
    return {
        "unit": commune.village.pk,
        "full_name": "Phạm Văn Đức",
        "what": "Đã dũng cảm cứu hai cháu nhỏ đuối nước",
        "happened_on": "24/06/2024",
        "place": "Sông Nghĩa Lý, thôn Phạm Xá",
        "honour": "giay-khen-ca-nhan",
        **changes,
    }


@pytest.mark.parametrize("who", ["chair", "accountant"])
def test_only_heads_propose(commune: Commune, client: Client, who: str) -> None:
    client.force_login(getattr(commune, who).user)
    assert client.get(reverse(URL)).status_code == 403


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"full_name": " "}, "Ai: Chưa ghi họ và tên."),
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
    assert sentence.startswith("Tệp a.jpg không phải ảnh chụp")
    assert content() == before


def test_people_of_one_name_are_told_apart(commune: Commune, client: Client) -> None:
    other = make_person(
        commune.body,
        "Lê Văn Bền",
        unit=commune.other_village,
        post="Bí thư chi đoàn",
        birth_date=dt.date(2001, 2, 3),
    )
    lines = five_lines(commune, full_name="Lê Văn Bền")
    client.force_login(commune.village_head.user)
    response = client.post(reverse(URL), lines)
    assert "Sổ đã có người cùng tên Lê Văn Bền: hãy chọn đúng người" in words(response)
    assert "Lê Văn Bền, sinh 03/02/2001, Bí thư chi đoàn, Thôn Kim Phương" in words(response)
    client.post(reverse(URL), {**lines, "person": other.pk})
    assert Nomination.objects.get().recipient.person == other
    client.post(reverse(URL), {**lines, "person": "new"})
    assert Nomination.objects.count() == 2


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
    take_step(actor=commune.clerk, nomination=nomination, name="appraise")
    client.force_login(commune.chair.user)
    first = client.get(reverse("today")).context["lines"][0]
    assert (first.verb, first.url) == (
        "Xem và duyệt",
        reverse("nomination", args=[nomination.pk]),
    )
    text = words(client.get(first.url))
    assert "Đồng ý khen thưởng" in text
    assert "Thủ tục đơn giản Điều 85 Luật Thi đua, khen thưởng 2022" in text
