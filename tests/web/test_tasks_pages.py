from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from tests.factories.planning import make_document, make_plan, make_task
from tests.scenarios.refusal import content
from tests.web.reading import acts, told, words

from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.models import Evidence, Plan, Task
from vinhdanh.planning.services.evidence import add_evidence, link_document

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

NOT_THE_CLERK = (
    "Anh/chị chưa có quyền nhập và sửa kế hoạch: việc này của Công chức phụ trách thi đua."
)
FROZEN = "Kế hoạch 11/KH-UBND đã xác nhận nên không sửa được nữa: hãy lập kế hoạch bổ sung."
NOT_YOURS = (
    "Anh/chị chưa có quyền đính kèm minh chứng: việc này của Công chức phụ trách thi đua, Phụ trách"
    " đơn vị và Cán bộ tuyên truyền."
)
EMPTY = "Minh chứng còn trống: hãy ghi một câu hoặc đính kèm một tệp."


@pytest.fixture
def plan(commune: Commune) -> Plan:
    return make_plan(commune.body)


@pytest.fixture
def draft(commune: Commune) -> Plan:
    return make_plan(commune.body, is_confirmed=False)


def photo() -> bytes:
    data = BytesIO()
    Image.new("RGB", (2, 2), "white").save(data, format="PNG")
    return data.getvalue()


def row(**changes: Any) -> dict[str, Any]:
    """Return a row of the annex as the page sends it."""
    return {
        "content": "Tập huấn nghiệp vụ",
        "no": "1",
        "lead": "UBND xã",
        "period": "Quý III/2024",
        "due_on": "30/09/2024",
        "fulfilment": FulfilmentKind.EVIDENCE,
    } | changes


# --- a task in force ---------------------------------------------------------------------------


def test_a_task_shows_its_progress_its_proof_and_its_day(
    commune: Commune, plan: Plan, client: Client
) -> None:
    day = dt.date(2024, 6, 30)
    task = make_task(plan, FulfilmentKind.DOCUMENT_ISSUED, content="Công văn chỉ đạo", due_on=day)
    client.force_login(commune.clerk.user)
    url = reverse("task", args=[task.pk])
    text = words(client.get(url))
    assert "Công văn chỉ đạo Chưa có văn bản nào được ban hành. Còn 6 ngày." in text
    assert "Ban hành văn bản" in text
    link_document(task=task, document=make_document(commune.body, 5))
    text = words(client.get(url))
    assert "Văn bản chứng minh" in text
    assert "Đã ban hành 05/CV-UBND." in text
    assert "Thời hạn" not in text


@pytest.mark.parametrize(
    ("kind", "route"),
    [
        (FulfilmentKind.REGISTRATIONS_COMPLETE, ("emulation", "Xem các bản đăng ký")),
        (FulfilmentKind.MOVEMENT_LAUNCHED, ("emulation", "Mở phần Thi đua")),
        (FulfilmentKind.THEMATIC_LAUNCHED, ("emulation", "Mở phần Thi đua")),
        (FulfilmentKind.SIX_MONTH_REPORT, ("reports", "Mở báo cáo")),
        (FulfilmentKind.YEAR_REPORT, ("reports", "Mở báo cáo")),
    ],
)
def test_a_task_leads_to_where_its_proof_is_made(
    commune: Commune, plan: Plan, client: Client, kind: FulfilmentKind, route: tuple[str, str]
) -> None:
    task = make_task(plan, kind)
    client.force_login(commune.clerk.user)
    response = client.get(reverse("task", args=[task.pk]))
    assert response.context["route"] == route
    assert route[1] in words(response)


def test_only_the_office_is_offered_to_issue(commune: Commune, plan: Plan, client: Client) -> None:
    task = make_task(plan, FulfilmentKind.DOCUMENT_ISSUED)
    client.force_login(commune.village_head.user)
    assert "Ban hành văn bản" not in words(client.get(reverse("task", args=[task.pk])))


# --- evidence ----------------------------------------------------------------------------------


def test_a_head_shows_evidence_and_the_clerk_accepts_it(
    commune: Commune, plan: Plan, client: Client
) -> None:
    task = make_task(plan)
    url = reverse("task", args=[task.pk])
    client.force_login(commune.village_head.user)
    file = SimpleUploadedFile("anh.png", photo())
    response = client.post(url, {"note": "Họp ngày 20/6", "file": file}, follow=True)
    assert told(response) == ["Đã gửi minh chứng, chờ chấp nhận."]
    text = words(response)
    assert "Họp ngày 20/6" in text
    assert "kèm anh.png" in text
    assert "Chờ chấp nhận" in text
    piece = Evidence.objects.get()
    assert (piece.task, piece.added_by) == (task, commune.village_head.user)
    handed_out = client.get(reverse("evidence_file", args=[piece.pk]))
    assert handed_out.content == photo()
    assert handed_out["Content-Disposition"].startswith("attachment;")
    accept = reverse("evidence_accept", args=[piece.pk])
    assert accept not in acts(response)

    client.force_login(commune.clerk.user)
    assert accept in acts(client.get(url))
    response = client.post(accept, follow=True)
    assert told(response) == ["Đã chấp nhận minh chứng."]
    piece.refresh_from_db()
    assert piece.accepted_by == commune.clerk.user
    assert "Đã chấp nhận 1 minh chứng." in words(response)
    assert accept not in acts(response)


@pytest.mark.parametrize(
    ("who", "data", "sentence"),
    [
        ("village_head", {"note": "  "}, f"Minh chứng: {EMPTY}"),
        ("accountant", {"note": "Xong"}, NOT_YOURS),
    ],
)
def test_refused_evidence_is_said_and_not_kept(
    commune: Commune, client: Client, who: str, data: dict[str, str], sentence: str
) -> None:
    task = make_task(make_plan(commune.body))
    client.force_login(getattr(commune, who).user)
    before = content()
    response = client.post(reverse("task", args=[task.pk]), data)
    assert told(response) == [sentence]
    assert content() == before


def test_a_file_that_is_too_large_is_named(commune: Commune, plan: Plan, client: Client) -> None:
    task = make_task(plan)
    client.force_login(commune.village_head.user)
    file = SimpleUploadedFile("phim.mp4", b"0" * (20 * 1024 * 1024 + 1))
    response = client.post(reverse("task", args=[task.pk]), {"note": "Phim", "file": file})
    assert told(response)[0].startswith("Tệp kèm theo: Tệp phim.mp4 nặng 20 MB, quá mức 20 MB")
    assert not Evidence.objects.exists()


def test_only_the_clerk_accepts_evidence(commune: Commune, plan: Plan, client: Client) -> None:
    piece = add_evidence(actor=commune.village_head, task=make_task(plan), note="Đã họp")
    client.force_login(commune.chair.user)
    before = content()
    response = client.post(reverse("evidence_accept", args=[piece.pk]), follow=True)
    assert told(response) == [NOT_THE_CLERK]
    assert content() == before


# --- rows of a plan that is looked over --------------------------------------------------------


def test_a_row_is_corrected(commune: Commune, draft: Plan, client: Client) -> None:
    task = make_task(draft, content="Tập huấn")
    client.force_login(commune.clerk.user)
    url = reverse("task_edit", args=[task.pk])
    assert "Sửa nhiệm vụ 1" in words(client.get(url))
    response = client.post(url, row(lead_unit=commune.body.pk), follow=True)
    assert told(response) == ["Đã lưu nhiệm vụ 1."]
    task.refresh_from_db()
    assert (task.content, task.lead_unit, task.due_on) == (
        "Tập huấn nghiệp vụ",
        commune.body,
        dt.date(2024, 9, 30),
    )


def test_a_row_is_added_at_the_end(commune: Commune, draft: Plan, client: Client) -> None:
    make_task(draft)
    client.force_login(commune.clerk.user)
    url = reverse("task_add", args=[draft.pk])
    assert "Thêm nhiệm vụ" in words(client.get(url))
    response = client.post(url, row(no=""), follow=True)
    assert told(response) == ["Đã thêm nhiệm vụ."]
    assert [task.no for task in draft.tasks.all()] == ["1", "2"]


def test_a_row_is_taken_out(commune: Commune, draft: Plan, client: Client) -> None:
    task = make_task(draft)
    client.force_login(commune.clerk.user)
    response = client.post(reverse("task_remove", args=[task.pk]), follow=True)
    assert told(response) == ["Đã bỏ nhiệm vụ 1."]
    assert response.redirect_chain == [(reverse("plan", args=[draft.pk]), 302)]
    assert not draft.tasks.exists()


def test_a_row_needs_content(commune: Commune, draft: Plan, client: Client) -> None:
    client.force_login(commune.clerk.user)
    response = client.post(reverse("task_add", args=[draft.pk]), row(content=" "))
    assert told(response) == [
        "Nội dung nhiệm vụ: Nhiệm vụ chưa có nội dung: hãy ghi việc phải làm."
    ]
    assert not Task.objects.exists()


def test_units_of_other_communes_are_no_choice(
    commune: Commune, draft: Plan, client: Client
) -> None:
    client.force_login(commune.clerk.user)
    url = reverse("task_add", args=[draft.pk])
    assert "Thôn Phan Xá" not in client.get(url).content.decode()
    response = client.post(url, row(lead_unit=commune.outsider.units[0].pk))
    assert len(told(response)) == 1
    assert not Task.objects.exists()


@pytest.mark.parametrize("who", ["chair", "village_head"])
def test_rows_are_the_clerks(commune: Commune, plan: Plan, client: Client, who: str) -> None:
    task = make_task(plan)
    client.force_login(getattr(commune, who).user)
    before = content()
    assert told(client.post(reverse("task_edit", args=[task.pk]), row())) == [NOT_THE_CLERK]
    assert told(client.post(reverse("task_add", args=[plan.pk]), row())) == [NOT_THE_CLERK]
    response = client.post(reverse("task_remove", args=[task.pk]), follow=True)
    assert told(response) == [NOT_THE_CLERK]
    assert content() == before


def test_a_plan_in_force_keeps_its_rows(commune: Commune, plan: Plan, client: Client) -> None:
    task = make_task(plan)
    client.force_login(commune.clerk.user)
    before = content()
    assert told(client.post(reverse("task_edit", args=[task.pk]), row())) == [FROZEN]
    assert told(client.post(reverse("task_add", args=[plan.pk]), row())) == [FROZEN]
    response = client.post(reverse("task_remove", args=[task.pk]), follow=True)
    assert told(response) == [FROZEN]
    assert content() == before


# --- who gets where ----------------------------------------------------------------------------


def test_a_draft_row_is_not_seen_by_units(commune: Commune, draft: Plan, client: Client) -> None:
    task = make_task(draft)
    client.force_login(commune.village_head.user)
    assert client.get(reverse("task", args=[task.pk])).status_code == 404
    client.force_login(commune.chair.user)
    assert client.get(reverse("task", args=[task.pk])).status_code == 200


def test_an_outsider_finds_no_task(commune: Commune, plan: Plan, client: Client) -> None:
    task = make_task(plan)
    piece = add_evidence(actor=commune.village_head, task=task, note="Đã họp")
    client.force_login(commune.outsider.user)
    for name in ("task", "task_edit"):
        assert client.get(reverse(name, args=[task.pk])).status_code == 404
        assert client.post(reverse(name, args=[task.pk]), row()).status_code == 404
    assert client.post(reverse("task_remove", args=[task.pk])).status_code == 404
    assert client.post(reverse("evidence_accept", args=[piece.pk])).status_code == 404


@pytest.mark.parametrize("name", ["task_remove", "evidence_accept"])
def test_acts_are_posted(commune: Commune, plan: Plan, client: Client, name: str) -> None:
    client.force_login(commune.clerk.user)
    assert client.get(reverse(name, args=[make_task(plan).pk])).status_code == 405
