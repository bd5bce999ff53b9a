from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.factories.planning import make_document, make_plan, make_task
from tests.scenarios.plans import confirmed, imported
from tests.scenarios.refusal import content
from tests.web.reading import MOST_QUERIES, acts, queries, told, words

from vinhdanh.planning.enums import FulfilmentKind, PlanState
from vinhdanh.planning.models import Plan
from vinhdanh.planning.services.evidence import link_document

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

SEED = Path(__file__).parent.parent / "intake" / "data" / "ke-hoach-11-KH-UBND-minh-tien-2024.txt"
NOT_THE_CLERK = (
    "Anh/chị chưa có quyền nhập và sửa kế hoạch: việc này của Công chức phụ trách thi đua."
)
NOT_THE_OFFICE = (
    "Anh/chị chưa có quyền xác nhận kế hoạch: việc này của Công chức phụ trách thi đua và Chủ tịch."
)
STALE = "Người khác vừa sửa kế hoạch này: hãy xem bản mới rồi làm lại thay đổi của anh/chị."
DAYS = (dt.date(2024, 3, 31), dt.date(2024, 6, 30), dt.date(2024, 9, 30), None)


def head_of(plan: Plan, **changes: Any) -> dict[str, Any]:
    """Return the form of a plan's head as the page sends it."""
    return {
        "title": plan.title,
        "issuing_body": plan.issuing_body,
        "number": plan.number,
        "issued_on": "10/01/2024",
        "year": plan.year,
        "legal_bases": "Luật Thi đua, khen thưởng",
        "recipients": "Các thôn",
        "signer_name": plan.signer_name,
        "version": plan.version,
    } | changes


def fill(plan: Plan, number: int) -> None:
    """Give a plan so many tasks, of every kind in turn, each with a document."""
    kinds = list(FulfilmentKind)
    for at in range(plan.tasks.count(), number):
        task = make_task(plan, kinds[at % len(kinds)], due_on=DAYS[at % 4])
        link_document(task=task, document=make_document(plan.body, 1000 * plan.pk + at))


# --- the board ---------------------------------------------------------------------------------


def test_the_board_shows_the_year_by_quarter(commune: Commune, client: Client) -> None:
    plan = make_plan(commune.body)
    make_task(plan, FulfilmentKind.PLAN_ISSUED, content="Xây dựng kế hoạch", due_on=DAYS[0])
    make_task(plan, content="Tập huấn nghiệp vụ", due_on=DAYS[0])
    make_task(plan, content="Việc thường xuyên")
    client.force_login(commune.accountant.user)
    response = client.get(reverse("board"))
    text = words(response)
    assert "3 nhiệm vụ, 1 xong, 1 quá hạn." in text
    assert "Đã xong: Xây dựng kế hoạch Đã ban hành 11/KH-UBND." in text
    assert "Tập huấn nghiệp vụ" in text
    assert "quá hạn 85 ngày" in text
    labels = [quarter.label for quarter in response.context["quarters"]]
    assert labels == ["Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"]


@pytest.mark.parametrize(("who", "offered"), [("clerk", True), ("chair", False)])
def test_a_year_without_a_plan_offers_to_read_one(
    commune: Commune, client: Client, who: str, *, offered: bool
) -> None:
    client.force_login(getattr(commune, who).user)
    text = words(client.get(reverse("board")))
    assert "Chưa có kế hoạch nào được xác nhận cho năm 2024." in text
    assert ("Nhập kế hoạch từ tệp" in text) == offered


@pytest.mark.parametrize(
    ("who", "told_of_it"), [("clerk", True), ("chair", True), ("village_head", False)]
)
def test_a_draft_waits_for_the_office_only(
    commune: Commune, client: Client, who: str, *, told_of_it: bool
) -> None:
    draft = make_plan(commune.body, is_confirmed=False)
    make_plan(commune.body, year=2023)
    client.force_login(getattr(commune, who).user)
    text = words(client.get(reverse("board")))
    assert "Năm 2024 chưa có kế hoạch" in text
    assert ("Có một kế hoạch đang chờ xem lại" in text) == told_of_it
    expected = 200 if told_of_it else 404
    assert client.get(reverse("plan", args=[draft.pk])).status_code == expected


def test_the_board_names_the_first_finding(commune: Commune, client: Client) -> None:
    plan = make_plan(commune.body)
    for message in ("Nhiệm vụ 7 và 8 trùng nhau.", "Còn chữ “huyện”."):
        plan.findings.create(code="x", severity="warning", message=message)
    client.force_login(commune.clerk.user)
    text = words(client.get(reverse("board")))
    assert "Kế hoạch có hai điểm nên xem lại Nhiệm vụ 7 và 8 trùng nhau." in text


@pytest.mark.parametrize("who", ["clerk", "village_head"])
def test_the_board_and_the_plan_cost_the_same_for_any_size(
    commune: Commune, client: Client, who: str
) -> None:
    plan = make_plan(commune.body)
    draft = make_plan(commune.body, is_confirmed=False)
    client.force_login(getattr(commune, who).user)
    urls = [reverse("board"), reverse("plan", args=[plan.pk])]
    if who == "clerk":
        urls.append(reverse("plan", args=[draft.pk]))
    costs = []
    for number in (8, 50):
        fill(plan, number)
        fill(draft, number)
        costs.append([queries(client, url) for url in urls])
    assert costs[0] == costs[1]
    assert max(costs[1]) <= MOST_QUERIES


# --- reading a file ----------------------------------------------------------------------------


def test_a_file_is_read_and_waits_to_be_looked_over(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    file = SimpleUploadedFile("ke-hoach.txt", SEED.read_bytes())
    response = client.post(reverse("plan_upload"), {"file": file}, follow=True)
    plan = Plan.objects.get()
    assert (plan.state, plan.tasks.count()) == (PlanState.DRAFT, 11)
    assert response.redirect_chain == [(reverse("plan", args=[plan.pk]), 302)]
    assert told(response) == ["Đã đọc 11 nhiệm vụ từ tệp ke-hoach.txt. Hãy xem lại rồi xác nhận."]
    text = words(response)
    assert "11 nhiệm vụ đọc từ tệp ke-hoach.txt; chưa xác nhận nên chưa ai khác thấy." in text
    assert "Khi xác nhận, kế hoạch vào sổ văn bản với số 11/KH-UBND" in text


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ke-hoach.docx", b"PK\x03\x04 khong phai"),
        ("ke-hoach.pdf", b"%PDF-1.7 hong"),
        ("ke-hoach.xlsx", b"PK\x03\x04 bang tinh"),
        ("trong.txt", b""),
    ],
)
def test_a_file_that_cannot_be_read_leaves_nothing(
    commune: Commune, client: Client, name: str, data: bytes
) -> None:
    client.force_login(commune.clerk.user)
    before = content()
    response = client.post(reverse("plan_upload"), {"file": SimpleUploadedFile(name, data)})
    (refusal,) = told(response)
    assert name in refusal
    assert "Chưa đọc được tệp này" in words(response)
    assert content() == before


def test_a_file_must_be_chosen(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    response = client.post(reverse("plan_upload"), {"csrfmiddlewaretoken": "x"})
    assert told(response) == ["Tệp kế hoạch: Chưa chọn tệp: hãy chọn tệp kế hoạch trên máy."]


@pytest.mark.parametrize("who", ["chair", "village_head", "superior"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_only_the_clerk_reads_files_in(
    commune: Commune, client: Client, who: str, method: str
) -> None:
    client.force_login(getattr(commune, who).user)
    response = getattr(client, method)(reverse("plan_upload"))
    assert response.status_code == 403
    assert f"Chưa làm được việc này {NOT_THE_CLERK}" in words(response)


# --- looking it over ---------------------------------------------------------------------------


def test_what_was_read_is_shown_with_its_findings(commune: Commune, client: Client) -> None:
    plan = imported(commune)
    client.force_login(commune.clerk.user)
    response = client.get(reverse("plan", args=[plan.pk]))
    text = words(response)
    assert "Nhiệm vụ 7 và 8 trùng nhau. hàng 8" in text
    assert "1. Xây dựng Kế hoạch công tác thi đua, khen thưởng năm 2024 của UBND xã" in text
    assert "Sửa nhiệm vụ 11" in text
    assert acts(response) >= {
        reverse("plan_confirm", args=[plan.pk]),
        reverse("plan_discard", args=[plan.pk]),
    }


def test_the_chair_may_confirm_and_not_correct(commune: Commune, client: Client) -> None:
    plan = imported(commune)
    client.force_login(commune.chair.user)
    response = client.get(reverse("plan", args=[plan.pk]))
    assert acts(response) == {reverse("plan_confirm", args=[plan.pk])}
    assert "Sửa phần đầu" not in words(response)


def test_the_head_is_corrected(commune: Commune, client: Client) -> None:
    plan = imported(commune)
    client.force_login(commune.clerk.user)
    url = reverse("plan_head", args=[plan.pk])
    assert 'value="10/01/2024"' in client.get(url).content.decode()
    response = client.post(
        url, head_of(plan, title="Thi đua năm 2024", issued_on="12.1.2024"), follow=True
    )
    assert told(response) == ["Đã lưu phần đầu kế hoạch."]
    plan.refresh_from_db()
    assert (plan.title, plan.issued_on, plan.version) == (
        "Thi đua năm 2024",
        dt.date(2024, 1, 12),
        2,
    )
    assert plan.legal_bases == ["Luật Thi đua, khen thưởng"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"version": 7}, STALE),
        (
            {"issued_on": "31/02/2024"},
            "Ngày ban hành: Ngày chưa đúng: hãy ghi ngày/tháng/năm, ví dụ 24/06/2024.",
        ),
    ],
)
def test_a_refused_head_is_said_on_its_form(
    commune: Commune, client: Client, changes: dict[str, Any], sentence: str
) -> None:
    plan = imported(commune)
    client.force_login(commune.clerk.user)
    before = content()
    response = client.post(reverse("plan_head", args=[plan.pk]), head_of(plan, **changes))
    assert told(response) == [sentence]
    assert content() == before


def test_the_chair_is_told_that_the_clerk_corrects(commune: Commune, client: Client) -> None:
    plan = imported(commune)
    client.force_login(commune.chair.user)
    before = content()
    response = client.post(reverse("plan_head", args=[plan.pk]), head_of(plan, title="Khác"))
    assert told(response) == [NOT_THE_CLERK]
    response = client.post(reverse("plan_discard", args=[plan.pk]), follow=True)
    assert told(response) == [NOT_THE_CLERK]
    assert content() == before


def test_a_draft_is_thrown_away(commune: Commune, client: Client) -> None:
    plan = imported(commune)
    client.force_login(commune.clerk.user)
    response = client.post(reverse("plan_discard", args=[plan.pk]), follow=True)
    assert told(response) == ["Đã bỏ bản đọc từ tệp ke-hoach-11.TXT."]
    assert not Plan.objects.exists()


# --- confirming --------------------------------------------------------------------------------


def test_confirming_goes_to_the_board_and_the_plan_stays(commune: Commune, client: Client) -> None:
    plan = imported(commune)
    client.force_login(commune.chair.user)
    url = reverse("plan_confirm", args=[plan.pk])
    response = client.post(url, {"version": plan.version}, follow=True)
    assert response.redirect_chain == [(reverse("board"), 302)]
    assert told(response) == ["Đã xác nhận kế hoạch. Mỗi nhiệm vụ nay có tiến độ đo từ sổ sách."]
    plan.refresh_from_db()
    assert (plan.state, plan.number) == (PlanState.CONFIRMED, "11/KH-UBND")

    page = client.get(reverse("plan", args=[plan.pk]))
    text = words(page)
    assert "Kế hoạch số 11/KH-UBND" in text
    assert "ban hành ngày 10/01/2024" in text
    assert ".pdf" in text
    assert not acts(page) & {url, reverse("plan_discard", args=[plan.pk])}
    before = content()
    again = client.post(url, {"version": plan.version}, follow=True)
    assert told(again)[0].startswith("Kế hoạch 11/KH-UBND đã xác nhận nên không sửa được nữa")
    assert content() == before


@pytest.mark.parametrize("version", ["7", "", "abc", "9" * 5000])
def test_what_changed_meanwhile_is_not_confirmed(
    commune: Commune, client: Client, version: str
) -> None:
    plan = imported(commune)
    client.force_login(commune.clerk.user)
    before = content()
    url = reverse("plan_confirm", args=[plan.pk])
    response = client.post(url, {"version": version}, follow=True)
    assert told(response) == [STALE]
    assert content() == before


def test_a_second_plan_of_a_year_is_refused(commune: Commune, client: Client) -> None:
    make_plan(commune.body)
    plan = imported(commune)
    client.force_login(commune.clerk.user)
    url = reverse("plan_confirm", args=[plan.pk])
    response = client.post(url, {"version": plan.version}, follow=True)
    assert told(response) == [
        "Năm 2024 đã có kế hoạch 11/KH-UBND: hãy kiểm tra lại năm của kế hoạch này."
    ]
    assert response.redirect_chain == [(reverse("plan", args=[plan.pk]), 302)]


def test_an_issued_plan_is_read_by_all(commune: Commune, client: Client) -> None:
    plan = confirmed(commune)
    client.force_login(commune.village_head.user)
    response = client.get(reverse("plan", args=[plan.pk]))
    assert response.status_code == 200
    assert [file.format for file in response.context["files"]] == ["pdf", "docx"]


@pytest.mark.parametrize("name", ["plan", "plan_head", "plan_confirm", "plan_discard", "task_add"])
def test_an_outsider_finds_no_plan(commune: Commune, client: Client, name: str) -> None:
    plan = make_plan(commune.body, is_confirmed=False)
    client.force_login(commune.outsider.user)
    method = client.post if name in ("plan_confirm", "plan_discard") else client.get
    assert method(reverse(name, args=[plan.pk])).status_code == 404


@pytest.mark.parametrize(
    ("name", "method"),
    [("board", "post"), ("plan", "post"), ("plan_confirm", "get"), ("plan_discard", "get")],
)
def test_the_wrong_verb_is_refused(
    commune: Commune, client: Client, name: str, method: str
) -> None:
    plan = make_plan(commune.body, is_confirmed=False)
    client.force_login(commune.clerk.user)
    url = reverse(name) if name == "board" else reverse(name, args=[plan.pk])
    assert getattr(client, method)(url).status_code == 405
