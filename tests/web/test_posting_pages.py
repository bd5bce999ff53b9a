from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from tests.nominations.test_postings import NOTICE, SAID
from tests.scenarios.commune import sent
from tests.web.reading import told, words

from vinhdanh.nominations.models import Opinion, Posting
from vinhdanh.nominations.services.postings import post_list, record_opinion
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune


@pytest.fixture
def posting(commune: Commune) -> Posting:
    rows = list(sent(commune).nominations.all())
    return post_list(actor=commune.clerk, nominations=rows, notice=NOTICE)


def test_others_do_not_see_it(commune: Commune, client: Client, posting: Posting) -> None:
    opinion = record_opinion(actor=commune.clerk, posting=posting, said=SAID)
    client.force_login(commune.other_head.user)
    assert client.get(reverse("posting", args=[posting.pk])).status_code == 404
    assert client.get(reverse("posting_notice", args=[posting.pk, "pdf"])).status_code == 404
    assert client.post(reverse("opinion_answer", args=[opinion.pk])).status_code == 404
    assert client.post(reverse("opinion_hold", args=[opinion.pk])).status_code == 404


def test_a_list_is_posted_for_the_days_the_law_asks(commune: Commune, client: Client) -> None:
    submission = sent(commune)
    client.force_login(commune.clerk.user)
    url = reverse("posting_new", args=[submission.pk])
    form = client.get(url).context["form"]
    assert f"{form['closes_on'].value():%d/%m/%Y}" == "04/07/2024"
    data = {
        "title": "đề nghị khen thưởng",
        "posted_on": "24/06/2024",
        "closes_on": "25/06/2024",
        "places": "Bảng tin",
        "contact": "Văn phòng",
    }
    (sentence,) = told(client.post(url, data))
    assert "ít nhất 10 ngày (Nghị định 86/2023/NĐ-CP)" in sentence
    response = client.post(url, {**data, "closes_on": "04/07/2024"}, follow=True)
    assert told(response) == ["Đã lập thông báo: hãy in, ký và niêm yết."]
    row = submission.nominations.all()[0]
    text = words(client.get(reverse("nomination", args=[row.pk])))
    assert "Đang công khai lấy ý kiến Đến hết ngày 04/07/2024" in text
    assert "Đang công khai" in words(client.get(reverse("postings")))


def test_opinions_are_written_down_answered_and_looked_into(
    commune: Commune, client: Client, posting: Posting
) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("posting", args=[posting.pk])
    about = posting.nominations.order_by("order").last()
    assert about is not None
    data = {
        "nomination": about.pk,
        "given_by": "Phạm Thị Mơ",
        "is_withheld": "on",
        "content": "Hộ này mới xích mích.",
        "received_on": "24/06/2024",
    }
    (sentence,) = told(client.post(url, {**data, "content": ""}))
    assert sentence == "Nội dung: Chưa ghi nội dung ý kiến: hãy ghi tóm tắt."
    assert told(client.post(url, data, follow=True)) == ["Đã ghi ý kiến."]
    opinion = Opinion.objects.get()
    assert told(
        client.post(reverse("opinion_answer", args=[opinion.pk]), {"answer": ""}, follow=True)
    ) == ["Chưa ghi trả lời: hãy nêu kết quả xem xét và lý do."]
    assert told(
        client.post(reverse("opinion_hold", args=[opinion.pk]), {"kind": "?"}, follow=True)
    ) == ["Chưa chọn việc cần xem xét: hãy chọn trong danh sách."]
    client.post(reverse("opinion_hold", args=[opinion.pk]), {"kind": "complaint"})
    client.post(reverse("opinion_answer", args=[opinion.pk]), {"answer": "Đã hòa giải."})
    text = words(client.get(url))
    assert "Phạm Thị Mơ" in text
    assert "Trả lời: Đã hòa giải. (Nguyễn Thị Hạnh, 24/06/2024)" in text
    assert "Đang xác minh khiếu nại từ ngày 24/06/2024." in text
    client.force_login(commune.village_head.user)
    text = words(client.get(url))
    assert "Phạm Thị Mơ" not in text
    assert "Người dân (không nêu tên)" in text


def test_the_notice_is_handed_out(commune: Commune, client: Client, posting: Posting) -> None:
    client.force_login(commune.clerk.user)
    pdf = client.get(reverse("posting_notice", args=[posting.pk, "pdf"]))
    assert pdf.content.startswith(b"%PDF")
    assert client.get(reverse("posting_notice", args=[posting.pk, "exe"])).status_code == 404


def test_whoever_calls_a_meeting_is_told(
    commune: Commune, client: Client, posting: Posting
) -> None:
    for nomination in posting.nominations.all():
        take_step(actor=commune.clerk, nomination=nomination, name="appraise", reason="đã xem")
    client.force_login(commune.clerk.user)
    text = words(client.get(reverse("meeting_new")))
    assert "Còn hồ sơ đang công khai lấy ý kiến" in text
    assert "Phạm Văn Đức, Giấy khen : đến hết ngày 04/07/2024" in text
