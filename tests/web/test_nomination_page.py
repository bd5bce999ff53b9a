from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from lxml import html  # type: ignore[import-untyped]
from tests.scenarios.commune import (
    CHECKED,
    appraised,
    decided,
    drafted,
    one_row,
    opened,
    sent,
    voted,
)
from tests.scenarios.refusal import content
from tests.web.reading import acts, told, words

from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination, Submission
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

NO_LONGER = "Việc này không còn làm được ở bước hiện tại: hãy xem tình trạng mới."


def step(client: Client, nomination: Nomination, name: str, **data: object) -> list[str]:
    """Take a step as the page does and return what is told."""
    why = {"reason": CHECKED} if name == "appraise" else {}
    form = {"step": name, "version": nomination.version} | why | data
    url = reverse("nomination_step", args=[nomination.pk])
    return told(client.post(url, form, follow=True))


def first(submission: Submission) -> Nomination:
    return submission.nominations.order_by("order")[0]


def test_a_nomination_shows_its_road(commune: Commune, client: Client) -> None:
    row = first(appraised(commune))
    client.force_login(commune.village_head.user)
    text = words(client.get(reverse("nomination", args=[row.pk])))
    assert "Phạm Văn Đức, Giấy khen" in text
    assert "Đã thẩm định." in text
    assert "Soạn đã xong 24/06/2024 Phạm Văn Tín" in text
    assert "Thẩm định đã xong 24/06/2024 Nguyễn Thị Hạnh" in text
    assert "Hội đồng đưa vào phiên họp Hội đồng" in text
    assert f"Nguyễn Thị Hạnh thẩm định xong hồ sơ của Phạm Văn Đức vì: {CHECKED}." in text


@pytest.mark.parametrize("who", ["clerk", "village_head", "chair"])
def test_a_household_called_neither_ong_nor_ba_is_mended_from_its_dossier(
    commune: Commune, client: Client, who: str
) -> None:
    row = sent(commune).nominations.get(recipient__household=commune.family)
    client.force_login(getattr(commune, who).user)
    asked = "Chưa ghi chủ hộ là ông hay bà: Ghi ngay"
    page = reverse("nomination", args=[row.pk])
    assert (asked in words(client.get(page))) is (who != "chair")
    home = reverse("household", args=[commune.family.pk])
    assert (asked in words(client.get(home))) is (who != "chair")
    commune.family.head_sex = "female"
    commune.family.save()
    assert asked not in words(client.get(page))
    assert asked not in words(client.get(home))


def test_a_decided_nomination_is_at_the_end_of_its_road(commune: Commune, client: Client) -> None:
    row = (
        decided(commune, drafted(commune, voted(commune, opened(commune, one_row(commune)))))
        .lines.get(order=1)
        .nomination
    )
    client.force_login(commune.village_head.user)
    response = client.get(reverse("nomination", args=[row.pk]))
    assert [step["state"] for step in response.context["stepper"]] == ["past"] * 5
    assert acts(response) == set()


def test_a_withdrawn_nomination_goes_no_further(commune: Commune, client: Client) -> None:
    row = first(sent(commune))
    client.force_login(commune.village_head.user)
    assert step(client, row, "withdraw", reason="Chuyển đi nơi khác") == [
        "Đã rút hồ sơ của Phạm Văn Đức."
    ]
    response = client.get(reverse("nomination", args=[row.pk]))
    assert [step["state"] for step in response.context["stepper"]] == ["past"] + ["next"] * 4
    assert "Đã rút." in words(response)


@pytest.mark.parametrize(
    ("who", "labels"),
    [
        (
            "clerk",
            ["Tiếp nhận hồ sơ", "Trả lại để bổ sung", "Thẩm định xong, đủ điều kiện trình"],
        ),
        ("village_head", ["Rút đề nghị"]),
        ("chair", []),
        ("members", []),
    ],
)
def test_steps_are_offered_by_role(
    commune: Commune, client: Client, who: str, labels: list[str]
) -> None:
    row = first(sent(commune))
    actor = commune.members[-1] if who == "members" else getattr(commune, who)
    client.force_login(actor.user)
    response = client.get(reverse("nomination", args=[row.pk]))
    assert [each.step.label for each in response.context["offered"]] == labels
    assert (reverse("nomination_step", args=[row.pk]) in acts(response)) == bool(labels)


def test_what_to_do_next_is_read_before_the_rest(commune: Commune, client: Client) -> None:
    nomination = sent(commune).nominations.get(order=1)
    client.force_login(commune.clerk.user)
    text = words(client.get(reverse("nomination", args=[nomination.pk])))
    parts = ["Việc tiếp theo", "Thời gian lập thành tích", "Diễn biến"]
    assert sorted(parts, key=text.index) == parts


def test_the_clerk_appraises(commune: Commune, client: Client) -> None:
    row = first(sent(commune))
    client.force_login(commune.clerk.user)
    assert step(client, row, "appraise") == ["Đã thẩm định xong hồ sơ của Phạm Văn Đức."]
    row.refresh_from_db()
    assert row.state == NominationState.APPRAISED


def test_finding_ready_what_lacks_something_needs_a_reason(
    commune: Commune, client: Client
) -> None:
    row = sent(commune).nominations.get(order=1)
    client.force_login(commune.clerk.user)
    page = reverse("nomination", args=[row.pk])
    assert "Hội đồng, Chủ tịch sẽ đọc câu này" in words(client.get(page))
    (sentence,) = step(client, row, "appraise", reason=" ")
    assert sentence.startswith("Hồ sơ của Phạm Văn Đức còn ")
    assert "báo cáo thành tích hoặc minh chứng chưa có: hãy ghi một câu vì sao" in sentence
    row.refresh_from_db()
    assert row.state == NominationState.SENT
    step(client, row, "appraise", reason="Đã xem bản giấy.")
    text = words(client.get(page))
    assert "Ý kiến thẩm định: đủ điều kiện trình, vì Đã xem bản giấy." in text
    assert "thẩm định xong hồ sơ của Phạm Văn Đức vì: Đã xem bản giấy." in text
    assert "Thẩm định xong, đủ điều kiện trình" not in text


def test_a_reason_that_is_refused_stays_in_its_open_form(commune: Commune, client: Client) -> None:
    row = sent(commune).nominations.get(order=1)
    client.force_login(commune.clerk.user)
    reason = "Đã xem bản giấy. " * 40
    form = {"step": "appraise", "version": row.version, "reason": reason}
    response = client.post(reverse("nomination_step", args=[row.pk]), form)
    assert response.status_code == 422
    page = html.fromstring(response.content.decode())
    (open_form,) = page.xpath("//details[@id='tham-dinh'][@open]")
    assert open_form.xpath(".//textarea")[0].text.strip() == reason.strip()
    assert open_form.xpath(".//*[@class='field-error']")[0].text_content().strip()
    others = page.xpath("//details[not(@id='tham-dinh')]//textarea[@name='reason']")
    assert others
    assert not any((each.text or "").strip() for each in others)


def test_the_council_reads_why_a_nomination_was_found_ready(
    commune: Commune, client: Client
) -> None:
    meeting = opened(commune)
    client.force_login(commune.women_head.user)
    text = words(client.get(reverse("meeting", args=[meeting.pk])))
    assert f"Ý kiến thẩm định: đủ điều kiện trình, vì {CHECKED}." in text


def test_returning_needs_a_reason_that_the_unit_reads(commune: Commune, client: Client) -> None:
    row = first(sent(commune))
    client.force_login(commune.clerk.user)
    before = content()
    assert step(client, row, "return", reason=" ") == [
        "Cần ghi lý do trước khi trả lại để bổ sung: đơn vị sẽ đọc câu này."
    ]
    assert content() == before
    step(client, row, "return", reason="Thiếu biên bản họp thôn")
    client.force_login(commune.village_head.user)
    text = words(client.get(reverse("nomination", args=[row.pk])))
    assert "trả lại hồ sơ của Phạm Văn Đức vì: Thiếu biên bản họp thôn." in text
    assert "Sửa thành tích hoặc chức vụ, rồi gửi lại." in text


def test_who_was_faster_is_named(commune: Commune, client: Client) -> None:
    row = first(sent(commune))
    before = Nomination.objects.get(pk=row.pk)
    take_step(actor=commune.clerk, nomination=row, name="return", reason="Thiếu biên bản")
    take_step(actor=commune.village_head, nomination=row, name="send")
    client.force_login(commune.clerk.user)
    (sentence,) = step(client, before, "appraise")
    assert sentence.startswith("Nguyễn Thị Hạnh vừa trả lại hồ sơ của Phạm Văn Đức vì: Thiếu")
    assert " và Phạm Văn Tín vừa gửi hồ sơ của Phạm Văn Đức lúc" in sentence
    row.refresh_from_db()
    assert row.state == NominationState.SENT


@pytest.mark.parametrize("version", ["", "abc", "9" * 5000])
def test_a_lost_version_counts_as_an_old_one(
    commune: Commune, client: Client, version: str
) -> None:
    row = first(sent(commune))
    client.force_login(commune.clerk.user)
    before = content()
    (sentence,) = step(client, row, "appraise", version=version)
    assert sentence.endswith("hãy xem bản mới rồi làm tiếp.")
    assert content() == before


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("chair", "appraise"),
        ("village_head", "appraise"),
        ("other_head", ""),
        ("clerk", "send"),
        ("clerk", "approve"),
        ("clerk", "decide"),
        ("chair", "decide"),
        ("clerk", "bay"),
    ],
)
def test_no_step_is_taken_that_is_not_offered(
    commune: Commune, client: Client, who: str, name: str
) -> None:
    row = first(sent(commune))
    client.force_login(getattr(commune, who).user)
    before = content()
    if who == "other_head":
        url = reverse("nomination_step", args=[row.pk])
        assert client.post(url, {"step": "withdraw"}).status_code == 404
    else:
        assert step(client, row, name) == [NO_LONGER]
    assert content() == before


# --- correcting --------------------------------------------------------------------------------


def returned(commune: Commune) -> Nomination:
    row = first(sent(commune))
    return take_step(actor=commune.clerk, nomination=row, name="return", reason="Thiếu biên bản")


def correction(row: Nomination, **changes: object) -> dict[str, object]:
    form = {"detail": "Nông dân", "achievement": "Hiến 150 m2 đất.", "version": row.version}
    return form | changes


def test_a_returned_nomination_is_corrected(commune: Commune, client: Client) -> None:
    row = returned(commune)
    client.force_login(commune.village_head.user)
    url = reverse("nomination_edit", args=[row.pk])
    assert "Bổ sung hồ sơ của Phạm Văn Đức" in words(client.get(url))
    assert told(client.post(url, correction(row), follow=True)) == ["Đã lưu hồ sơ."]
    row.refresh_from_db()
    assert (row.recipient_detail, row.achievement) == ("Nông dân", "Hiến 150 m2 đất")


@pytest.mark.parametrize(
    ("who", "changes", "sentence"),
    [
        ("village_head", {"version": 0}, "hãy xem bản mới rồi làm tiếp."),
        (
            "village_head",
            {"achievement": " "},
            "Thành tích: Chưa ghi thành tích: hãy viết một câu.",
        ),
        ("clerk", {}, "Anh/chị không phụ trách Thôn Phạm Xá nên không sửa được."),
    ],
)
def test_a_refused_correction_is_said_on_its_form(
    commune: Commune, client: Client, who: str, changes: dict[str, object], sentence: str
) -> None:
    row = returned(commune)
    client.force_login(getattr(commune, who).user)
    before = content()
    url = reverse("nomination_edit", args=[row.pk])
    response = client.post(url, correction(row, **changes))
    (said,) = told(response)
    assert said.endswith(sentence)
    assert content() == before
