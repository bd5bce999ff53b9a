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


def row(plan: Plan, **changes: Any) -> dict[str, Any]:
    """Return a row of the annex as the page sends it."""
    return {
        "content": "Tập huấn nghiệp vụ",
        "no": "1",
        "lead": "UBND xã",
        "period": "Quý III/2024",
        "due_on": "30/09/2024",
        "fulfilment": FulfilmentKind.EVIDENCE,
        "version": 1,
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


def test_the_clerk_refuses_evidence_and_says_why(
    commune: Commune, plan: Plan, client: Client
) -> None:
    task = make_task(plan)
    piece = add_evidence(actor=commune.village_head, task=task, note="Đã họp")
    url, refuse = reverse("task", args=[task.pk]), reverse("evidence_refuse", args=[piece.pk])
    client.force_login(commune.clerk.user)
    assert refuse in acts(client.get(url))
    response = client.post(refuse, {"reason": " "}, follow=True)
    assert told(response) == [
        "Chưa ghi lý do không chấp nhận minh chứng: hãy ghi một câu, người gửi sẽ đọc câu này."
    ]
    response = client.post(refuse, {"reason": "Thiếu biên bản"}, follow=True)
    assert told(response) == ["Đã ghi không chấp nhận minh chứng; người gửi đọc được lý do."]
    client.force_login(commune.village_head.user)
    response = client.get(url)
    assert "Lý do: Thiếu biên bản" in words(response)
    assert "Minh chứng đã gửi không được chấp nhận: cần minh chứng khác." in words(response)
    assert refuse not in acts(response)


def test_refused_evidence_no_longer_waits_for_the_clerk(
    commune: Commune, plan: Plan, client: Client
) -> None:
    piece = add_evidence(actor=commune.village_head, task=make_task(plan), note="Đã họp")
    client.force_login(commune.clerk.user)
    assert "chờ anh/chị chấp nhận" in words(client.get(reverse("today")))
    client.post(reverse("evidence_refuse", args=[piece.pk]), {"reason": "Thiếu biên bản"})
    assert "chờ anh/chị chấp nhận" not in words(client.get(reverse("today")))


# --- how a task is measured --------------------------------------------------------------------


def test_the_clerk_chooses_how_a_task_is_measured(
    commune: Commune, plan: Plan, client: Client
) -> None:
    task = make_task(plan, FulfilmentKind.YEAR_REPORT)
    url = reverse("task_measure", args=[task.pk])
    client.force_login(commune.chair.user)
    assert url not in acts(client.get(reverse("task", args=[task.pk])))
    assert told(client.post(url, {"fulfilment": "evidence"}, follow=True)) == [NOT_THE_CLERK]
    client.force_login(commune.clerk.user)
    response = client.get(reverse("task", args=[task.pk]))
    assert url in acts(response)
    assert "Lưu cách đo" in words(response)
    response = client.post(url, {"fulfilment": "what"}, follow=True)
    assert told(response) == ["Chưa chọn cách đo: hãy chọn một dòng trong danh sách rồi lưu."]
    response = client.post(url, {"fulfilment": "evidence"}, follow=True)
    assert told(response) == ["Đã lưu cách đo của nhiệm vụ."]
    assert "Chưa có minh chứng." in words(response)


def test_a_movement_is_launched_from_its_task(commune: Commune, plan: Plan, client: Client) -> None:
    task = make_task(plan, FulfilmentKind.THEMATIC_LAUNCHED)
    url = f"{reverse('movement_form')}?nhiem-vu={task.pk}"
    client.force_login(commune.village_head.user)
    assert url not in client.get(reverse("task", args=[task.pk])).content.decode()
    client.force_login(commune.clerk.user)
    assert url in client.get(reverse("task", args=[task.pk])).content.decode()
    form = client.get(url).context["form"]
    assert (form["task"].value(), form["kind"].value()) == (task.pk, "thematic")
    response = client.post(
        url,
        {
            "title": "Giúp nhau",
            "kind": "thematic",
            "launched_on": "24/06/2024",
            "task": task.pk,
        },
    )
    movement = task.movements.get()
    assert response["Location"] == reverse("movement", args=[movement.pk])


@pytest.mark.parametrize("asked", ["", "x", "0", "99999999999999999999999"])
def test_a_movement_without_a_known_task_is_launched_freely(
    commune: Commune, client: Client, asked: str
) -> None:
    client.force_login(commune.clerk.user)
    form = client.get(reverse("movement_form"), {"nhiem-vu": asked}).context["form"]
    assert form["task"].value() is None


# --- rows of a plan that is looked over --------------------------------------------------------


def test_a_row_is_corrected(commune: Commune, draft: Plan, client: Client) -> None:
    task = make_task(draft, content="Tập huấn")
    client.force_login(commune.clerk.user)
    url = reverse("task_edit", args=[task.pk])
    assert "Sửa nhiệm vụ 1" in words(client.get(url))
    response = client.post(url, row(draft, lead_unit=commune.body.pk), follow=True)
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
    response = client.post(url, row(draft, no=""), follow=True)
    assert told(response) == ["Đã thêm nhiệm vụ."]
    assert [task.no for task in draft.tasks.all()] == ["1", "2"]


def test_a_row_is_taken_out(commune: Commune, draft: Plan, client: Client) -> None:
    task = make_task(draft)
    client.force_login(commune.clerk.user)
    response = client.post(reverse("task_remove", args=[task.pk]), {"version": 1}, follow=True)
    assert told(response) == ["Đã bỏ nhiệm vụ 1."]
    assert response.redirect_chain == [(reverse("plan", args=[draft.pk]), 302)]
    assert not draft.tasks.exists()


def test_a_stale_row_is_not_saved(commune: Commune, draft: Plan, client: Client) -> None:
    task = make_task(draft)
    client.force_login(commune.clerk.user)
    client.post(reverse("task_add", args=[draft.pk]), row(draft), follow=True)
    stale = "Người khác vừa sửa kế hoạch này: hãy xem bản mới rồi làm lại thay đổi của anh/chị."
    before = content()
    assert told(client.post(reverse("task_edit", args=[task.pk]), row(draft))) == [stale]
    response = client.post(reverse("task_remove", args=[task.pk]), {"version": 1}, follow=True)
    assert told(response) == [stale]
    assert content() == before


@pytest.mark.parametrize("version", ["", "7"])
def test_a_row_of_an_old_page_is_not_kept(
    commune: Commune, draft: Plan, client: Client, version: str
) -> None:
    task = make_task(draft)
    client.force_login(commune.clerk.user)
    before = content()
    old = row(draft, version=version)
    assert len(told(client.post(reverse("task_edit", args=[task.pk]), old))) == 1
    assert len(told(client.post(reverse("task_add", args=[draft.pk]), old))) == 1
    remove = reverse("task_remove", args=[task.pk])
    assert len(told(client.post(remove, {"version": version}, follow=True))) == 1
    assert content() == before


def test_a_row_needs_content(commune: Commune, draft: Plan, client: Client) -> None:
    client.force_login(commune.clerk.user)
    response = client.post(reverse("task_add", args=[draft.pk]), row(draft, content=" "))
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
    response = client.post(url, row(draft, lead_unit=commune.outsider.units[0].pk))
    assert len(told(response)) == 1
    assert not Task.objects.exists()


@pytest.mark.parametrize("who", ["chair", "village_head"])
def test_rows_are_the_clerks(commune: Commune, plan: Plan, client: Client, who: str) -> None:
    task = make_task(plan)
    client.force_login(getattr(commune, who).user)
    before = content()
    assert told(client.post(reverse("task_edit", args=[task.pk]), row(plan))) == [NOT_THE_CLERK]
    assert told(client.post(reverse("task_add", args=[plan.pk]), row(plan))) == [NOT_THE_CLERK]
    remove = reverse("task_remove", args=[task.pk])
    response = client.post(remove, {"version": plan.version}, follow=True)
    assert told(response) == [NOT_THE_CLERK]
    assert content() == before


def test_a_plan_in_force_keeps_its_rows(commune: Commune, plan: Plan, client: Client) -> None:
    task = make_task(plan)
    client.force_login(commune.clerk.user)
    before = content()
    assert told(client.post(reverse("task_edit", args=[task.pk]), row(plan))) == [FROZEN]
    assert told(client.post(reverse("task_add", args=[plan.pk]), row(plan))) == [FROZEN]
    remove = reverse("task_remove", args=[task.pk])
    response = client.post(remove, {"version": plan.version}, follow=True)
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
        assert client.post(reverse(name, args=[task.pk]), row(plan)).status_code == 404
    assert client.post(reverse("task_remove", args=[task.pk])).status_code == 404
    assert client.post(reverse("evidence_accept", args=[piece.pk])).status_code == 404


@pytest.mark.parametrize(
    "name", ["task_remove", "task_measure", "evidence_accept", "evidence_refuse"]
)
def test_acts_are_posted(commune: Commune, plan: Plan, client: Client, name: str) -> None:
    client.force_login(commune.clerk.user)
    assert client.get(reverse(name, args=[make_task(plan).pk])).status_code == 405
