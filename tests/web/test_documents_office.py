"""The pages of drafts, of incoming documents, of numbers set apart, and the Excel files."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook
from tests.factories.honours import make_decision
from tests.factories.planning import make_document
from tests.records.test_drafts import signed
from tests.records.test_incoming import arrived, forwarded
from tests.records.test_kept_numbers import reserve
from tests.scenarios.refusal import refused
from tests.web.reading import MOST_QUERIES, queries, told, words

from vinhdanh.records.enums import DocumentState, IncomingState, KeptState
from vinhdanh.records.models import IncomingDocument, KeptNumber, OfficialDocument
from vinhdanh.records.services.steps import take_step

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

DRAFT: dict[str, Any] = {
    "series": "UBND-VP",
    "abstract": "Tham gia hội thi",
    "content": "Các thôn cử người dự",
    "signer_authority": "head",
    "signer_name": "Ngô Văn Quyên",
    "other_recipients": "Các thôn",
}
ARRIVAL: dict[str, Any] = {
    "arrived_on": "20/06/2024",
    "author": "Phòng Nội vụ huyện",
    "code": "123/PNV",
    "kind_name": "Công văn",
    "abstract": "Báo cáo sơ kết",
}
OFFICE = (
    "drafts", "draft_new", "document_new", "kept_numbers", "incoming_new", "outgoing_register",
    "incoming_register",
)  # fmt: skip


@pytest.mark.parametrize("name", OFFICE)
def test_the_pages_of_the_office_are_closed_to_heads(
    commune: Commune, client: Client, name: str
) -> None:
    client.force_login(commune.village_head.user)
    assert client.get(reverse(name)).status_code == 403


def test_a_draft_goes_its_way_on_the_pages(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    page = client.post(reverse("draft_new"), DRAFT, follow=True)
    draft = OfficialDocument.objects.get()
    step = reverse("document_step", args=[draft.pk])
    assert told(page) == ["Đã lưu dự thảo."]
    client.post(step, {"step": "submit"})
    page = client.get(reverse("document", args=[draft.pk]))
    assert "Bấm khi Ngô Văn Quyên đã ký trên bản giấy." in words(page)
    client.post(step, {"step": "sign"})
    page = client.post(
        reverse("draft_issue", args=[draft.pk]),
        {"issued_on": "24/06/2024", "version": "3", "addressees": [commune.village.pk]},
        follow=True,
    )
    assert told(page)[-1] == "Đã cấp số 01/UBND-VP."
    draft.refresh_from_db()
    assert (draft.state, draft.files.count(), draft.receipts.count()) == ("issued", 2, 1)


def test_a_stale_draft_is_not_written_over(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    client.post(reverse("draft_new"), DRAFT)
    draft = OfficialDocument.objects.get()
    url = reverse("draft_edit", args=[draft.pk])
    client.post(url, DRAFT | {"abstract": "Bản mới", "version": "1"})
    page = client.post(url, DRAFT | {"version": "1"})
    assert "vừa được người khác sửa" in words(page)
    draft.refresh_from_db()
    assert draft.abstract == "Bản mới"


def test_a_refused_draft_says_where(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    page = client.post(reverse("draft_new"), DRAFT | {"signer_authority": "deputy"})
    assert list(page.context["form"].errors) == ["signer_position"]
    assert not OfficialDocument.objects.exists()


def test_the_paper_of_a_draft_is_shown_and_nobody_elses_business(
    commune: Commune, client: Client
) -> None:
    draft = signed(commune)
    url = reverse("draft_paper", args=[draft.pk])
    client.force_login(commune.clerk.user)
    assert client.get(url).content.startswith(b"%PDF")
    client.force_login(commune.village_head.user)
    assert client.get(url).status_code == 404
    assert client.get(reverse("document", args=[draft.pk])).status_code == 404


def test_a_draft_is_discarded_and_an_unknown_step_refused(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    client.post(reverse("draft_new"), DRAFT)
    draft = OfficialDocument.objects.get()
    for step in ("issue", "bay", ""):
        page = client.post(reverse("document_step", args=[draft.pk]), {"step": step}, follow=True)
        assert told(page)[-1] == "Chưa rõ việc cần làm: hãy tải lại trang rồi chọn lại."
    client.post(reverse("draft_discard", args=[draft.pk]))
    assert not OfficialDocument.objects.exists()


def test_the_recall_asks_why(commune: Commune, client: Client) -> None:
    draft = signed(commune)
    client.force_login(commune.chair.user)
    client.post(
        reverse("draft_issue", args=[draft.pk]), {"issued_on": "24/06/2024", "version": "3"}
    )
    url = reverse("document_step", args=[draft.pk])
    assert (
        told(client.post(url, {"step": "recall"}, follow=True))[-1]
        == "Chưa ghi lý do thu hồi: hãy ghi một câu, câu này ở lại trong diễn biến."
    )
    page = client.post(url, {"step": "recall", "reason": "Sai tên"}, follow=True)
    assert "Đã thu hồi" in words(page)


@pytest.mark.parametrize("step", ["amend", "recall", "replace", "reinstate"])
def test_an_award_is_not_changed_behind_the_register(
    commune: Commune, client: Client, step: str
) -> None:
    document, other = (make_decision(commune.body, number=at).document for at in (1, 2))
    assert document
    assert other
    if step == "reinstate":
        OfficialDocument.objects.filter(pk=document.pk).update(state=DocumentState.RECALLED)
    client.force_login(commune.clerk.user)
    page = client.get(reverse("document", args=[document.pk]))
    assert step not in page.context["step_names"]
    assert reverse("decision", args=[document.decision.pk]) in page.content.decode()
    with refused(
        f"Sổ khen thưởng ghi theo {document}: hãy soạn quyết định hủy bỏ, đính chính hoặc"
        " khôi phục ở trang của quyết định đó, tình trạng của văn bản sẽ đổi theo."
    ):
        take_step(
            actor=commune.clerk, document=document, name=step, reason="Sai tên", successor=other
        )
    if step == "recall":
        url = reverse("document_step", args=[document.pk])
        page = client.post(url, {"step": step, "reason": "Sai tên"}, follow=True)
        assert told(page)[-1].startswith(f"Sổ khen thưởng ghi theo {document}")


@pytest.mark.parametrize(
    ("step", "state"), [("amend", DocumentState.AMENDED), ("replace", DocumentState.REPLACED)]
)
def test_a_document_is_amended_or_replaced_by_another_from_its_page(
    commune: Commune, client: Client, step: str, state: DocumentState
) -> None:
    document, other = (make_document(commune.body, number=at) for at in (1, 2))
    client.force_login(commune.clerk.user)
    page = client.get(reverse("document", args=[document.pk])).content.decode()
    assert f'<option value="{other.pk}">' in page
    facts = {"step": step, "reason": "Đổi thời gian", "successor": other.pk}
    client.post(reverse("document_step", args=[document.pk]), facts)
    document.refresh_from_db()
    assert (document.state, document.changed_by) == (state, other)


def test_an_arrival_is_entered_forwarded_and_closed(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    page = client.post(reverse("incoming_new"), ARRIVAL, follow=True)
    assert told(page) == ["Đã vào sổ với số đến 01."]
    found = IncomingDocument.objects.get()
    url = reverse("incoming_document", args=[found.pk])
    page = client.post(
        url,
        {
            "viec": "chuyen",
            "handler": commune.culture.pk,
            "forwarded_on": "21/06/2024",
            "working_days": "5",
        },
        follow=True,
    )
    assert "hạn Thứ Sáu, 28/06/2024" in words(page)
    page = client.post(url, {"viec": "xong", "finished_on": "24/06/2024"})
    assert list(page.context["finish_form"].errors) == ["outcome"]
    client.post(url, {"viec": "xong", "finished_on": "24/06/2024", "outcome": "Đã báo cáo"})
    found.refresh_from_db()
    assert (found.state, found.due_on) == (IncomingState.DONE, dt.date(2024, 6, 28))


def test_a_refused_arrival_says_where(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    page = client.post(reverse("incoming_new"), ARRIVAL | {"author": "", "pages": "0"})
    assert list(page.context["form"].errors) == ["author", "pages"]


def test_a_head_sees_what_the_unit_deals_with(commune: Commune, client: Client) -> None:
    found = forwarded(commune)
    url = reverse("incoming_document", args=[found.pk])
    client.force_login(commune.culture_head.user)
    assert "Báo cáo sơ kết 6 tháng" in words(client.get(reverse("incoming")))
    assert "Ghi kết quả" not in words(client.get(url))
    client.force_login(commune.village_head.user)
    assert client.get(url).status_code == 404


def test_the_incoming_register_is_searched_at_one_price(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("incoming") + "?tu=so+ket&viec=chua-xong"
    arrived(commune)
    first = queries(client, url)
    for at in range(12):
        arrived(commune, code=f"{at}/X")
    assert queries(client, url) == first <= MOST_QUERIES
    assert client.get(url).context["page"].paginator.count == 13
    assert client.get(reverse("incoming") + "?tu=sở").context["page"].paginator.count == 0


def test_numbers_are_reserved_cancelled_and_used(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    page = client.post(
        reverse("kept_numbers"),
        {"symbol": "UBND-VP", "count": "2", "note": "Hội nghị"},
        follow=True,
    )
    assert told(page) == ["Đã để dành 2 số, bắt đầu từ 01/UBND-VP."]
    first, second = KeptNumber.objects.all()
    url = reverse("number_cancel", args=[first.pk])
    assert "Chưa ghi lý do hủy số" in told(client.post(url, follow=True))[0]
    client.post(url, {"reason": "Không dùng"})
    first.refresh_from_db()
    assert first.state == KeptState.CANCELLED
    client.post(reverse("document_new"), DRAFT | {"issued_on": "24/06/2024", "kept": second.pk})
    assert OfficialDocument.objects.get().code == "02/UBND-VP"


@pytest.mark.parametrize(
    ("address", "title", "columns"),
    [
        ("/van-ban/so-van-ban-di.xlsx", "SỔ ĐĂNG KÝ VĂN BẢN ĐI", 10),
        ("/van-ban/den/so-van-ban-den.xlsx", "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN", 10),
        ("/van-ban/den/so-van-ban-den.xlsx?so=theo-doi", "SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN", 7),
    ],
)
def test_the_registers_are_taken_away(
    commune: Commune, client: Client, address: str, title: str, columns: int
) -> None:
    forwarded(commune)
    reserve(commune.clerk)
    client.force_login(commune.chair.user)
    data = BytesIO(client.get(address).getvalue())
    rows = CalamineWorkbook.from_filelike(data).get_sheet_by_index(0).to_python()
    assert rows[0][0] == title
    assert len(rows[3]) == columns
    assert len(rows) > 4
