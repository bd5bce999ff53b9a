from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from tests.nominations.test_achievement import draft, write
from tests.nominations.test_similarity import OWN
from tests.web.reading import told, words

from vinhdanh.nominations.models import AchievementReport
from vinhdanh.nominations.services.submissions import send_submission
from vinhdanh.organizations.enums import Completion

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune


def test_others_do_not_see_it(commune: Commune, client: Client) -> None:
    nomination = draft(commune)
    client.force_login(commune.other_head.user)
    assert client.get(reverse("nomination_report", args=[nomination.pk])).status_code == 404
    url = reverse("nomination_report_autosave", args=[nomination.pk])
    assert client.post(url, {"version": 0}).status_code == 404
    assert (
        client.get(reverse("nomination_report_file", args=[nomination.pk, "pdf"])).status_code
        == 404
    )


def test_it_is_kept_while_typing(commune: Commune, client: Client) -> None:
    nomination = draft(commune)
    client.force_login(commune.village_head.user)
    url = reverse("nomination_report_autosave", args=[nomination.pk])
    response = client.post(url, {"version": 0, "duties": "", "results": "Đang viết"})
    assert "Đã lưu" in words(response)
    assert 'name="version" value="1"' in response.content.decode()
    response = client.post(url, {"version": 0, "duties": "", "results": "Người khác"})
    assert "Phạm Văn Tín vừa sửa báo cáo này lúc" in words(response)
    response = client.post(url, {"version": 1, "results": "a" * 20000})
    assert "Chưa lưu được: có phần dài quá mức cho phép." in words(response)
    assert AchievementReport.objects.get().sections["results"] == "Đang viết"


def test_it_is_written_printed_and_held_against_others(commune: Commune, client: Client) -> None:
    write(draft(commune, period="năm 2023"), commune.village_head)
    nomination = draft(commune)
    client.force_login(commune.village_head.user)
    url = reverse("nomination_report", args=[nomination.pk])
    data = {"version": 0, "duties": "Hội viên", "results": OWN}
    assert told(client.post(url, data, follow=True)) == ["Đã lưu báo cáo thành tích."]
    text = words(client.get(url))
    assert "% giống báo cáo của Phạm Văn Đức (Thôn Phạm Xá, năm 2024), 3 câu:" in text
    assert "Báo cáo trước đây" in text
    pdf = client.get(reverse("nomination_report_file", args=[nomination.pk, "pdf"]))
    assert pdf.content.startswith(b"%PDF")
    assert (
        client.get(reverse("nomination_report_file", args=[nomination.pk, "exe"])).status_code
        == 404
    )


def test_what_the_records_hold_is_shown(commune: Commune, client: Client) -> None:
    nomination = draft(commune)
    client.force_login(commune.village_head.user)
    url = reverse("nomination_report", args=[nomination.pk])
    assert "Sổ chưa ghi gì về Phạm Văn Đức." in words(client.get(url))
    nomination.recipient.years.create(year=2023, completion=Completion.EXCELLENT)
    text = words(client.get(url))
    assert "Mức độ hoàn thành nhiệm vụ 2023: Hoàn thành xuất sắc" in text


def test_the_office_reads_and_does_not_write(commune: Commune, client: Client) -> None:
    nomination = draft(commune)
    write(nomination, commune.village_head)
    send_submission(actor=commune.village_head, submission=nomination.submission)
    client.force_login(commune.clerk.user)
    url = reverse("nomination_report", args=[nomination.pk])
    assert "Năm 2024, tôi đã vận động 46 hộ" in words(client.get(url))
    assert "Lưu báo cáo" not in words(client.get(url))
    (sentence,) = told(client.post(url, {"version": 1, "results": "Khác"}))
    assert sentence == "Anh/chị không phụ trách Thôn Phạm Xá nên không sửa được."
