"""The clock and the procedure on the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.scenarios.commune import sent, village_rows
from tests.web.reading import told, words

from vinhdanh.nominations.models import Nomination

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune


def page(client: Client, nomination: Nomination) -> str:
    return words(client.get(reverse("nomination", args=[nomination.pk])))


def choosing(nomination: Nomination, **changes: object) -> dict[str, object]:
    return {
        "procedure": "simplified",
        "case": "nguoi-dung-dau-phat-hien",
        "reason": "Chủ tịch phát hiện khi đi thực địa",
        "version": nomination.version,
        **changes,
    }


@pytest.fixture
def nomination(commune: Commune) -> Nomination:
    found: Nomination = sent(commune, rows=village_rows(commune)[:1]).nominations.get()
    return found


def test_others_do_not_choose(commune: Commune, client: Client, nomination: Nomination) -> None:
    url = reverse("nomination_procedure", args=[nomination.pk])
    for actor, code in ((commune.other_head, 404), (commune.outsider, 404)):
        client.force_login(actor.user)
        assert client.post(url, choosing(nomination)).status_code == code
    client.force_login(commune.chair.user)
    (sentence,) = told(client.post(url, choosing(nomination)))
    assert sentence.startswith("Anh/chị chưa có quyền thẩm định đề nghị")


def test_a_refused_choice_is_said_at_its_field(
    commune: Commune, client: Client, nomination: Nomination
) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("nomination_procedure", args=[nomination.pk])
    assert told(client.post(url, choosing(nomination, reason=" "))) == [
        "Lý do: Chưa ghi lý do đổi thủ tục: hãy ghi một câu, đơn vị sẽ đọc câu này."
    ]
    (sentence,) = told(client.post(url, choosing(nomination, case="")))
    assert sentence.endswith("hãy chọn một trường hợp trong danh sách.")
    (sentence,) = told(client.post(url, choosing(nomination, version=1)))
    assert sentence.endswith("hãy xem bản mới rồi làm tiếp.")


def test_the_clerk_chooses_and_the_road_changes(
    commune: Commune, client: Client, nomination: Nomination
) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("nomination_procedure", args=[nomination.pk])
    assert told(client.post(url, choosing(nomination), follow=True)) == [
        "Đã đổi thủ tục xét của hồ sơ."
    ]
    text = page(client, nomination)
    assert "Chủ tịch duyệt" in text
    assert "Người đứng đầu cơ quan, tổ chức, đơn vị phát hiện để khen thưởng. (Điểm c" in text


def test_where_no_text_names_days_the_page_says_so(
    commune: Commune, client: Client, nomination: Nomination
) -> None:
    client.force_login(commune.clerk.user)
    text = page(client, nomination)
    assert "Hồ sơ đang ở đâu Công chức phụ trách thi đua, khen thưởng" in text
    assert "Quy định đã đọc không nêu thời hạn cho bước này." in text


def test_the_days_left_are_told_with_their_source(commune: Commune, client: Client) -> None:
    family = sent(commune, rows=village_rows(commune)[2:]).nominations.get()
    client.force_login(commune.clerk.user)
    text = page(client, family)
    assert "còn 8 ngày làm việc 04/07/2024" in text
    assert "kể từ khi đủ hồ sơ: Nghị định 86/2023/NĐ-CP." in text
    assert "Quy định yêu cầu công khai" in text


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("approved", "trình cấp trên"),
        ("forwarded", "cấp trên trả lời"),
        ("returned_above", "bổ sung rồi trình lại"),
        ("refused_above", "Cấp trên không khen thưởng."),
    ],
)
def test_what_others_decide_has_its_own_road(
    commune: Commune, client: Client, nomination: Nomination, state: str, sentence: str
) -> None:
    Nomination.objects.filter(pk=nomination.pk).update(state=state, is_decided_above=True)
    client.force_login(commune.clerk.user)
    assert sentence in page(client, nomination)
