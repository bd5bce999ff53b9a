from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from django.urls import reverse
from tests.factories.planning import make_plan, make_task
from tests.scenarios.commune import TODAY, decided, registered
from tests.scenarios.refusal import content
from tests.web.reading import MOST_QUERIES, acts, queries, told, words

from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.reports.enums import ReportKind, ReportState
from vinhdanh.reports.models import Report

if TYPE_CHECKING:
    from django.test import Client
    from tests.scenarios.commune import Commune

WRITTEN = {
    "situation": "Xã có hai thôn.",
    "supervision": "Trong kỳ không có đơn thư.",
    "shortcomings": "Một số thôn đăng ký chậm.",
    "next_steps": "Tổng kết năm.",
}
NOT_THE_CLERK = "Anh/chị chưa có quyền soạn báo cáo: việc này của Công chức phụ trách thi đua."
NOT_THE_CHAIR = "Anh/chị chưa có quyền ký ban hành báo cáo: việc này của Chủ tịch."


@pytest.fixture
def report(commune: Commune) -> Report:
    return Report.objects.create(
        body=commune.body, year=2024, kind=ReportKind.SIX_MONTH, cut_off_on=TODAY, **WRITTEN
    )


def url_of(report: Report, name: str = "report") -> str:
    return reverse(name, args=[report.pk])


def form(report: Report, **changes: Any) -> dict[str, Any]:
    return {"cut_off_on": "20/06/2024", "version": report.version, **WRITTEN} | changes


# --- beginning and writing ---------------------------------------------------------------------


def test_the_clerk_begins_the_years_report(commune: Commune, client: Client) -> None:
    client.force_login(commune.clerk.user)
    page = client.get(reverse("reports"))
    assert "Năm 2024 chưa có báo cáo nào" in words(page)
    assert reverse("report_open") in acts(page)
    response = client.post(reverse("report_open"), follow=True)
    report = Report.objects.get()
    assert response.redirect_chain == [(url_of(report), 302)]
    assert (report.year, report.cut_off_on, report.state) == (2024, TODAY, ReportState.DRAFT)
    again = client.post(reverse("report_open"))
    assert again["Location"] == url_of(report)
    assert reverse("report_open") not in acts(client.get(reverse("reports")))


def test_figures_come_from_the_records(commune: Commune, report: Report, client: Client) -> None:
    registered(commune)
    decided(commune)
    client.force_login(commune.clerk.user)
    response = client.get(url_of(report))
    text = words(response)
    assert "Đang soạn; số liệu tính đến ngày 24/06/2024." in text
    assert response.context["sentences"]
    for sentence in response.context["sentences"]:
        assert " ".join(sentence.split()) in text


def test_judgements_are_written(commune: Commune, report: Report, client: Client) -> None:
    client.force_login(commune.clerk.user)
    response = client.post(url_of(report), form(report, situation="Có ba thôn."), follow=True)
    assert told(response) == ["Đã lưu báo cáo."]
    report.refresh_from_db()
    assert (report.situation, report.cut_off_on, report.version) == (
        "Có ba thôn.",
        dt.date(2024, 6, 20),
        2,
    )


@pytest.mark.parametrize(
    ("who", "changes", "sentence"),
    [
        (
            "clerk",
            {"version": 7},
            "Người khác vừa sửa báo cáo này: hãy sao chép phần anh/chị viết, tải lại trang rồi",
        ),
        (
            "clerk",
            {"cut_off_on": "01/07/2024"},
            "Số liệu tính đến ngày: Ngày chốt số liệu phải từ 01/01/2024 đến 30/6/2024",
        ),
        ("clerk", {"cut_off_on": "30/02/2024"}, "Số liệu tính đến ngày: Ngày chưa đúng"),
        ("chair", {}, NOT_THE_CLERK),
    ],
)
def test_a_refused_report_is_said_and_not_kept(
    commune: Commune, client: Client, who: str, changes: dict[str, Any], sentence: str
) -> None:
    report = Report.objects.create(
        body=commune.body, year=2024, kind=ReportKind.SIX_MONTH, cut_off_on=TODAY
    )
    client.force_login(getattr(commune, who).user)
    before = content()
    response = client.post(url_of(report), form(report, **changes))
    (refusal,) = told(response)
    assert refusal.startswith(sentence)
    if who == "clerk":
        assert "Xã có hai thôn." in response.content.decode()
    assert content() == before


@pytest.mark.parametrize("who", ["chair", "village_head", "superior"])
def test_only_the_clerk_begins_a_report(commune: Commune, client: Client, who: str) -> None:
    client.force_login(getattr(commune, who).user)
    response = client.post(reverse("report_open"))
    assert response.status_code == 403
    assert NOT_THE_CLERK in words(response)
    assert reverse("report_open") not in acts(client.get(reverse("reports")))
    assert not Report.objects.exists()


@pytest.mark.parametrize(("ending", "start"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")])
def test_a_draft_is_read_as_it_will_be_printed(
    commune: Commune, report: Report, client: Client, ending: str, start: bytes
) -> None:
    client.force_login(commune.chair.user)
    response = client.get(reverse("report_draft", args=[report.pk, ending]))
    assert response.content.startswith(start)
    assert client.get(reverse("report_draft", args=[report.pk, "exe"])).status_code == 404


# --- signing -----------------------------------------------------------------------------------


def test_the_chair_signs_and_the_task_is_done(
    commune: Commune, report: Report, client: Client
) -> None:
    task = make_task(make_plan(commune.body), FulfilmentKind.SIX_MONTH_REPORT)
    client.force_login(commune.chair.user)
    page = client.get(url_of(report))
    assert "Xã có hai thôn." in words(page)
    assert acts(page) == {url_of(report, "report_sign")}
    sign = {"signed_on": "24/06/2024"}
    response = client.post(url_of(report, "report_sign"), sign, follow=True)
    assert told(response) == [
        "Đã ký ban hành báo cáo; nhiệm vụ trong kế hoạch đã được ghi hoàn thành."
    ]
    report.refresh_from_db()
    assert report.document is not None
    assert task.document_links.get().document == report.document
    assert f"Đã ban hành số {report.document.code} ngày 24/06/2024." in words(response)
    assert acts(response) == set()

    client.force_login(commune.superior.user)
    response = client.get(url_of(report))
    assert "Một số thôn đăng ký chậm." in words(response)
    assert [file.format for file in response.context["files"]] == ["pdf", "docx"]
    assert report.document.code in words(client.get(reverse("reports")))
    assert client.get(reverse("report_draft", args=[report.pk, "pdf"])).status_code == 404

    client.force_login(commune.clerk.user)
    before = content()
    assert told(client.post(url_of(report), form(report))) == [
        "Báo cáo đã ban hành nên không sửa được nữa."
    ]
    assert content() == before


@pytest.mark.parametrize(
    ("who", "day", "changes", "sentence"),
    [
        ("chair", "25/06/2024", {}, "Ngày ban hành 25/06/2024 chưa tới: hãy ghi ngày hôm nay."),
        ("chair", "23/06/2024", {}, "Ngày ban hành đứng trước ngày chốt số liệu 24/06/2024"),
        ("chair", "", {}, "Chưa ghi ngày: hãy ghi ngày/tháng/năm, ví dụ 24/06/2024."),
        ("chair", "24/06/2024", {"shortcomings": ""}, "Báo cáo chưa viết phần hạn chế"),
        ("clerk", "24/06/2024", {}, NOT_THE_CHAIR),
    ],
)
def test_a_refused_signature_is_told(  # noqa: PLR0917
    commune: Commune,
    client: Client,
    who: str,
    day: str,
    changes: dict[str, str],
    sentence: str,
) -> None:
    report = Report.objects.create(
        body=commune.body,
        year=2024,
        kind=ReportKind.SIX_MONTH,
        cut_off_on=TODAY,
        **(WRITTEN | changes),
    )
    client.force_login(getattr(commune, who).user)
    before = content()
    response = client.post(url_of(report, "report_sign"), {"signed_on": day}, follow=True)
    (refusal,) = told(response)
    assert refusal.startswith(sentence)
    assert content() == before


# --- prices and doors --------------------------------------------------------------------------


def test_reports_cost_the_same_for_any_year(
    commune: Commune, report: Report, client: Client
) -> None:
    client.force_login(commune.clerk.user)
    before = queries(client, reverse("reports"))
    of_report = queries(client, url_of(report))
    plan = make_plan(commune.body)
    for at in range(50):
        make_task(plan, list(FulfilmentKind)[at % 8])
    filled = queries(client, url_of(report))
    for at in range(50):
        make_task(plan, list(FulfilmentKind)[at % 8])
    assert before == queries(client, reverse("reports")) <= MOST_QUERIES
    assert of_report < filled == queries(client, url_of(report))


@pytest.mark.parametrize("who", ["village_head", "superior", "accountant"])
def test_a_draft_is_the_offices(commune: Commune, report: Report, client: Client, who: str) -> None:
    client.force_login(getattr(commune, who).user)
    assert client.get(url_of(report)).status_code == 404
    assert "Năm 2024 chưa có báo cáo nào" in words(client.get(reverse("reports")))


def test_an_outsider_finds_no_report(commune: Commune, report: Report, client: Client) -> None:
    client.force_login(commune.outsider.user)
    for method in (client.get, client.post):
        assert method(url_of(report), form(report)).status_code == 404
    assert client.get(reverse("report_draft", args=[report.pk, "pdf"])).status_code == 404
    assert client.post(url_of(report, "report_sign")).status_code == 404


@pytest.mark.parametrize(
    ("name", "method"), [("report_open", "get"), ("report_sign", "get"), ("reports", "post")]
)
def test_the_wrong_verb_is_refused(
    commune: Commune, report: Report, client: Client, name: str, method: str
) -> None:
    client.force_login(commune.clerk.user)
    url = url_of(report, name) if name == "report_sign" else reverse(name)
    assert getattr(client, method)(url).status_code == 405
