from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.decisions.forwarding.test_answers import GRANTED, ISSUER, answer_file
from tests.scenarios.forwarding import MERIT, approved_above, forwarded, in_system
from tests.web.reading import MOST_QUERIES, queries, told, words

from vinhdanh.decisions.bundle import fingerprint, read_bundle
from vinhdanh.decisions.models import Forwarding, Honour, ReceivedProposal
from vinhdanh.decisions.services.forwarding.receiving import receive_bundle
from vinhdanh.kernel.files import load
from vinhdanh.lawbook import Level

if TYPE_CHECKING:
    from django.test import Client
    from pytest_django import Settings
    from tests.scenarios.commune import Commune

GRANT = {
    "verdict": "granted",
    "decision_code": "99/QĐ-UBND",
    "decided_on": "24/06/2024",
    "issuer": ISSUER,
    "reason": "",
}


@pytest.fixture
def forwarding(commune: Commune) -> Forwarding:
    return forwarded(commune)


@pytest.fixture
def proposal(commune: Commune, forwarding: Forwarding) -> ReceivedProposal:
    """What the other office took in from a file."""
    return receive_bundle(actor=commune.outsider, data=load(forwarding.path), is_compared=True)


@pytest.mark.parametrize("name", ["forwardings", "proposals"])
def test_only_the_office_comes_here(commune: Commune, client: Client, name: str) -> None:
    client.force_login(commune.village_head.user)
    assert client.get(reverse(name)).status_code == 403


def test_empty_pages_say_what_comes(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    assert "Chưa trình cấp trên lần nào" in words(client.get(reverse("forwardings")))
    assert "Chưa có hồ sơ cấp dưới trình" in words(client.get(reverse("proposals")))


def test_what_waits_is_sent_in_one_form(commune: Commune, client: Client) -> None:
    (row,) = approved_above(commune)
    client.force_login(commune.clerk.user)
    url = reverse("forwardings")
    page = words(client.get(url))
    assert "1 hồ sơ chờ trình Ủy ban nhân dân huyện Phù Cừ." in page
    response = client.post(url, {"nominations": [], "merit": "", "sent_on": ""})
    assert response.status_code == 422
    assert "Chưa chọn hồ sơ nào: hãy chọn ít nhất một hồ sơ." in words(response)
    facts = {
        "nominations": [row.pk],
        "merit": MERIT,
        "signer_name": "Ngô Văn Quyên",
        "sent_on": "24/06/2024",
        "sent_how": "Thư điện tử",
    }
    response = client.post(url, facts, follow=True)
    found = Forwarding.objects.get()
    assert response.redirect_chain == [(reverse("forwarding", args=[found.pk]), 302)]
    assert "Còn 1/1 trường hợp chờ trả lời." in words(response)


def test_papers_are_ticked_before_the_letter(commune: Commune, client: Client) -> None:
    (row,) = approved_above(commune)
    client.force_login(commune.clerk.user)
    url = reverse("forwardings")
    page = words(client.get(url))
    assert "Chủ tịch UBND cấp tỉnh quyết định" in page
    assert "Báo cáo thành tích của Phạm Văn Đức" in page
    facts = {
        "nominations": [row.pk], "papers": [f"{row.pk}:khong-co"], "merit": MERIT,
        "signer_name": "Ngô Văn Quyên", "sent_on": "24/06/2024", "answer_by": "20/07/2024",
    }  # fmt: skip
    response = client.post(url, facts)
    assert response.status_code == 422
    assert "Danh sách giấy tờ đã thay đổi: hãy tải lại trang rồi đánh dấu lại." in words(response)
    papers = [f"{row.pk}:{name}" for name in ("bao-cao-thanh-tich", "bien-ban-xet-khen-thuong")]
    client.post(url, facts | {"papers": papers})
    found = Forwarding.objects.get()
    assert (found.cases.get().missing, found.answer_by) == ([], dt.date(2024, 7, 20))
    assert "còn 26 ngày" in words(client.get(url))


def test_a_late_superior_is_reminded_from_today(
    commune: Commune, client: Client, settings: Settings
) -> None:
    forwarding = forwarded(commune, answer_by=dt.date(2024, 7, 1))
    client.force_login(commune.clerk.user)
    late = "Ủy ban nhân dân huyện Phù Cừ chưa trả lời Tờ trình số 01/TTr-UBND"
    assert late not in words(client.get(reverse("today")))
    settings.TODAY = "2024-07-03T08:00"
    page = words(client.get(reverse("today")))
    assert late in page
    assert "quá hạn 2 ngày" in page
    url = reverse("forwarding_remind", args=[forwarding.pk])
    response = client.post(url, {})
    assert response.status_code == 422
    assert "Chưa ghi đã nhắc bằng cách nào: hãy ghi một câu." in words(response)
    response = client.post(url, {"how": "gọi điện"}, follow=True)
    assert told(response) == ["Đã ghi việc nhắc Ủy ban nhân dân huyện Phù Cừ."]
    assert "Đã nhắc ngày 03/07/2024" in words(client.get(reverse("today")))


def test_without_a_superior_nothing_is_sent(commune: Commune, client: Client) -> None:
    approved_above(commune)
    commune.body.supervisions.all().delete()
    client.force_login(commune.clerk.user)
    assert "Chưa ghi cơ quan cấp trên" in words(client.get(reverse("forwardings")))


def test_an_answer_file_is_taken_in(
    commune: Commune, client: Client, forwarding: Forwarding
) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("answer_import")
    response = client.post(url, {})
    assert response.status_code == 422
    assert "Chưa chọn tệp." in words(response)
    wrong = SimpleUploadedFile("a.zip", b"%PDF")
    page = words(client.post(url, {"file": wrong}))
    assert "Đây không phải tệp hồ sơ do phần mềm tạo" in page
    data = answer_file(forwarding, GRANTED)
    page = words(client.post(url, {"file": SimpleUploadedFile("a.zip", data)}))
    assert fingerprint(read_bundle(data).public_key) in page
    assert not Honour.objects.exists()
    compared = {"file": SimpleUploadedFile("a.zip", data), "is_compared": "on"}
    response = client.post(url, compared, follow=True)
    assert told(response) == ["Đã ghi trả lời của 1 trường hợp."]
    assert "Quyết định 99/QĐ-UBND ngày 24/06/2024" in words(response)
    response = client.post(url, {"file": SimpleUploadedFile("a.zip", data)}, follow=True)
    assert told(response) == ["Trả lời này đã ghi từ trước, không có gì thay đổi."]


def test_an_answer_on_paper_is_typed(
    commune: Commune, client: Client, forwarding: Forwarding
) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("case_answer", args=[forwarding.cases.get().pk])
    prefilled = f'value="{forwarding.superior_name}"'
    for level, is_prefilled in ((Level.DISTRICT_CHAIR, True), (Level.PRIME_MINISTER, False)):
        Forwarding.objects.update(level=level)
        page = client.get(url)
        assert (prefilled in page.content.decode()) is is_prefilled
    assert words(page).count("không bắt buộc") == 1  # the scan
    response = client.post(url, GRANT | {"issuer": "", "decided_on": ""})
    assert response.status_code == 422
    assert told(response) == [
        "Ngày quyết định: Chưa ghi ngày: hãy ghi theo quyết định tặng.",
        "Cơ quan quyết định: Chưa ghi cơ quan: hãy ghi nơi ký quyết định tặng.",
    ]
    picture = SimpleUploadedFile("qd.pdf", b"\xff\xd8\xff")
    response = client.post(url, GRANT | {"scan": picture})
    assert "Tệp qd.pdf không phải PDF" in words(response)
    response = client.post(url, GRANT, follow=True)
    assert told(response) == ["Đã ghi trả lời về Phạm Văn Đức."]
    decision = Honour.objects.get().decision
    assert decision.issuer == ISSUER
    shown, add = (reverse(name, args=[decision.pk]) for name in ("decision", "decision_scan_add"))
    assert add in client.get(shown).content.decode()
    assert told(client.post(add, follow=True)) == ["Chưa chọn tệp: hãy chọn bản quét trên máy."]
    scan = SimpleUploadedFile("qd.pdf", b"%PDF-1.4")
    assert told(client.post(add, {"scan": scan}, follow=True)) == ["Đã bổ sung bản quét."]
    kept = client.get(shown).context["scan_form"]["replaced"].value()
    right = SimpleUploadedFile("qd.pdf", b"%PDF-1.5")
    wrong = told(client.post(add, {"scan": right, "replaced": kept}, follow=True))
    assert wrong == [
        "Chưa ghi lý do thay bản quét: hãy viết một câu, ví dụ quét nhầm văn bản khác."
    ]
    right.seek(0)
    said = {"scan": right, "replaced": kept, "reason": "quét nhầm"}
    assert told(client.post(add, said, follow=True)) == ["Đã thay bản quét."]
    assert client.get(reverse("decision_scan", args=[decision.pk])).content == b"%PDF-1.5"
    client.force_login(commune.chair.user)
    assert add not in client.get(shown).content.decode()
    client.force_login(commune.clerk.user)
    assert client.get(url).status_code == 404


def test_the_signed_file_is_handed_out(
    commune: Commune, client: Client, forwarding: Forwarding
) -> None:
    url = reverse("forwarding_bundle", args=[forwarding.pk])
    client.force_login(commune.clerk.user)
    assert client.get(url).content == load(forwarding.path)
    client.force_login(commune.outsider.user)
    assert client.get(url).status_code == 404


def test_a_lower_office_is_compared_then_taken_in(
    commune: Commune, client: Client, forwarding: Forwarding
) -> None:
    client.force_login(commune.outsider.user)
    url, data = reverse("proposals"), load(forwarding.path)
    response = client.post(url, {"file": SimpleUploadedFile("a.zip", data)})
    assert response.status_code == 422
    assert "Mã khóa của tệp này" in words(response)
    response = client.post(
        url, {"file": SimpleUploadedFile("a.zip", data), "is_compared": "on"}, follow=True
    )
    found = ReceivedProposal.objects.get()
    assert told(response) == [f"Đã nhận {found}."]
    assert "Còn 1/1 trường hợp chưa ghi kết quả." in words(response)


def test_each_case_is_judged_and_the_answer_sent(
    commune: Commune, client: Client, proposal: ReceivedProposal
) -> None:
    client.force_login(commune.outsider.user)
    case = proposal.cases.get()
    url = reverse("case_judge", args=[case.pk])
    assert client.post(url, {"verdict": "returned"}).status_code == 422
    assert told(client.post(url, GRANT, follow=True)) == ["Đã ghi kết quả của Phạm Văn Đức."]
    response = client.post(reverse("answer_send", args=[proposal.pk]), follow=True)
    assert told(response) == ["Đã lập trả lời. Hãy tải tệp và gửi."]
    assert client.get(reverse("answer_file", args=[proposal.pk])).content[:2] == b"PK"
    assert client.get(url).status_code == 404


def test_one_decision_is_written_for_several_cases(
    commune: Commune, client: Client, proposal: ReceivedProposal
) -> None:
    case = proposal.cases.get()
    other = proposal.cases.create(key="b", order=2, recipient="Lê Thị Mơ", honour_name="Bằng khen")
    client.force_login(commune.outsider.user)
    url = reverse("case_judge", args=[case.pk])
    assert "Lê Thị Mơ – Bằng khen" in words(client.get(url))
    assert client.post(url, GRANT | {"others": [case.pk]}).status_code == 422
    response = client.post(url, GRANT | {"others": [other.pk]}, follow=True)
    assert "Đã ghi đủ kết quả, chờ gửi trả lời." in words(response)


def test_papers_of_a_proposal_are_read(
    commune: Commune, client: Client, proposal: ReceivedProposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked, unpack = [], ZipFile.open

    def watched(archive: ZipFile, name: str, *rest: Any, **more: Any) -> Any:
        unpacked.append(name)
        return unpack(archive, name, *rest, **more)

    monkeypatch.setattr(ZipFile, "open", watched)
    client.force_login(commune.outsider.user)
    assert "Tờ trình" in words(client.get(reverse("proposal", args=[proposal.pk])))
    assert unpacked == ["manifest.json"]
    assert client.get(reverse("proposal_piece", args=[proposal.pk, 2])).content[:4] == b"%PDF"
    assert client.get(reverse("proposal_piece", args=[proposal.pk, 9])).status_code == 404
    client.force_login(commune.clerk.user)
    assert client.get(reverse("proposal", args=[proposal.pk])).status_code == 404


def test_an_answer_inside_the_system_is_one_click(commune: Commune, client: Client) -> None:
    in_system(commune)
    forwarding = forwarded(commune)
    proposal = ReceivedProposal.objects.get()
    client.force_login(commune.outsider.user)
    assert "chờ xét" in words(client.get(reverse("today")))
    client.post(reverse("case_judge", args=[proposal.cases.get().pk]), GRANT)
    client.post(reverse("answer_send", args=[proposal.pk]))
    client.force_login(commune.clerk.user)
    assert "đã trả lời" in words(client.get(reverse("today")))
    url = reverse("forwarding", args=[forwarding.pk])
    assert "Cấp trên đã trả lời" in words(client.get(url))
    by_hand = client.get(reverse("case_answer", args=[forwarding.cases.get().pk]))
    assert "Ủy ban nhân dân huyện Phù Cừ đã gửi trả lời ngày 24/06/2024" in words(by_hand)
    assert f'href="{url}">mở {forwarding.letter}' in by_hand.content.decode()
    response = client.post(reverse("answer_take", args=[forwarding.pk]), follow=True)
    assert told(response) == ["Đã ghi trả lời của 1 trường hợp."]


def test_the_list_costs_the_same_for_any_number(
    commune: Commune, client: Client, forwarding: Forwarding
) -> None:
    client.force_login(commune.clerk.user)
    before = queries(client, reverse("forwardings"))
    forwarded(commune, approved_above(commune, period="năm 2024"))
    assert forwarding.pk
    assert queries(client, reverse("forwardings")) == before <= MOST_QUERIES
