from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from django.db import IntegrityError, transaction
from tests.factories.planning import make_document, make_plan, make_task
from tests.scenarios.commune import YEAR, registered
from tests.scenarios.refusal import content, refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.progress import measure
from vinhdanh.planning.services.evidence import link_document
from vinhdanh.reports.enums import ReportKind
from vinhdanh.reports.models import Report
from vinhdanh.reports.papers import report_context
from vinhdanh.reports.queries.figures import figures
from vinhdanh.reports.queries.reports import reports_for
from vinhdanh.reports.services import reports as service
from vinhdanh.reports.services.reports import issue_report, open_report, write_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor

TODAY = dt.date(2024, 6, 24)
FROZEN = "Báo cáo đã ban hành nên không sửa được nữa."
ELSEWHERE = "Việc này thuộc cơ quan khác."
NOT_THE_CLERK = "Anh/chị chưa có quyền soạn báo cáo: việc này của Công chức phụ trách thi đua."


def begin(commune: Commune, *, actor: Actor | None = None) -> Report:
    return open_report(actor=actor or commune.clerk, kind=ReportKind.SIX_MONTH, year=YEAR)


def write(
    commune: Commune,
    report: Report,
    *,
    actor: Actor | None = None,
    cut_off_on: dt.date = TODAY,
    version: int | None = None,
    situation: str = " Thuận lợi.\n\nKhó khăn. ",
) -> Report:
    return write_report(
        actor=actor or commune.clerk,
        report=report,
        cut_off_on=cut_off_on,
        situation=situation,
        supervision="Trong kỳ không có đơn thư.",
        shortcomings="Đăng ký chậm.",
        next_steps="Đôn đốc các thôn.",
        expected_version=version or report.version,
    )


def issue(
    commune: Commune, report: Report, *, actor: Actor | None = None, on: dt.date = TODAY
) -> Report:
    return issue_report(actor=actor or commune.chair, report=report, issued_on=on)


@pytest.fixture
def report(commune: Commune) -> Report:
    """Written, ready to be signed."""
    return write(commune, begin(commune))


# --- beginning and writing ---------------------------------------------------------------------


def test_only_the_clerk_of_the_commune_writes(commune: Commune, report: Report) -> None:
    with refused(NOT_THE_CLERK, error=NotAllowedError):
        begin(commune, actor=commune.chair)
    with refused(NOT_THE_CLERK, error=NotAllowedError):
        write(commune, report, actor=commune.chair)
    with refused(ELSEWHERE, error=NotAllowedError):
        write(commune, report, actor=commune.outsider)


@pytest.mark.parametrize(
    ("today", "cut_off"),
    [
        ("2023-12-20", "2024-01-01"),
        ("2024-03-05", "2024-03-05"),
        ("2024-06-30", "2024-06-30"),
        ("2024-09-01", "2024-06-30"),
    ],
)
def test_a_report_begins_with_the_day_that_is_likely(
    commune: Commune, set_today: Callable[[dt.date], None], today: str, cut_off: str
) -> None:
    set_today(dt.date.fromisoformat(today))
    assert begin(commune).cut_off_on == dt.date.fromisoformat(cut_off)


def test_a_year_has_one_report_of_a_kind(commune: Commune) -> None:
    report = begin(commune)
    assert str(report) == "Báo cáo sơ kết 6 tháng đầu năm 2024"
    before = content()
    assert begin(commune) == report
    assert content() == before
    assert [event.sentence for event in history_of(report)] == [
        "bắt đầu soạn báo cáo sơ kết 6 tháng đầu năm 2024"
    ]


def test_a_stale_report_is_not_overwritten(commune: Commune, report: Report) -> None:
    with refused(
        "Người khác vừa sửa báo cáo này: hãy sao chép phần anh/chị viết, tải lại trang rồi"
        " bổ sung.",
        error=StaleError,
    ):
        write(commune, report, version=1)


@pytest.mark.parametrize("day", ["2023-12-31", "2024-07-01"])
def test_figures_are_cut_off_in_the_half_year(commune: Commune, report: Report, day: str) -> None:
    with refused(
        "Ngày chốt số liệu phải từ 01/01/2024 đến 30/6/2024: hãy ghi lại ngày.",
        field="cut_off_on",
    ):
        write(commune, report, cut_off_on=dt.date.fromisoformat(day))


def test_what_people_write_is_kept(commune: Commune, report: Report) -> None:
    assert (report.version, report.situation) == (2, "Thuận lợi.\n\nKhó khăn.")
    assert history_of(report)[0].sentence == "lưu nội dung báo cáo"


# --- issuing -----------------------------------------------------------------------------------


def test_only_the_chair_of_the_commune_signs(commune: Commune, report: Report) -> None:
    with refused(
        "Anh/chị chưa có quyền ký ban hành báo cáo: việc này của Chủ tịch.", error=NotAllowedError
    ):
        issue(commune, report, actor=commune.clerk)
    with refused(ELSEWHERE, error=NotAllowedError):
        issue(commune, report, actor=commune.outsider)


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("situation", "đặc điểm, tình hình"),
        ("supervision", "kiểm tra, giải quyết đơn thư, kiến nghị"),
        ("shortcomings", "hạn chế, nguyên nhân"),
        ("next_steps", "nhiệm vụ 6 tháng cuối năm"),
    ],
)
def test_a_report_without_a_judgement_is_not_signed(
    commune: Commune, report: Report, field: str, name: str
) -> None:
    Report.objects.update(**{field: ""})
    with refused(f"Báo cáo chưa viết phần {name}: hãy nhờ người soạn bổ sung rồi ký.", field=field):
        issue(commune, report)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2024-06-25", "Ngày ban hành 25/06/2024 chưa tới: hãy ghi ngày hôm nay."),
        (
            "2024-06-23",
            "Ngày ban hành đứng trước ngày chốt số liệu 24/06/2024: hãy kiểm tra lại.",
        ),
    ],
)
def test_a_report_is_issued_after_its_cut_off_and_not_ahead(
    commune: Commune, report: Report, day: str, sentence: str
) -> None:
    with refused(sentence, field="issued_on"):
        issue(commune, report, on=dt.date.fromisoformat(day))


def test_an_issued_report_is_frozen_with_its_figures_and_fulfils_the_plan(
    commune: Commune, report: Report
) -> None:
    plan = make_plan(commune.body)
    seven, eight = (make_task(plan, FulfilmentKind.SIX_MONTH_REPORT) for _ in range(2))
    year_end = make_task(plan, FulfilmentKind.YEAR_REPORT)
    report = issue(commune, report)
    assert report.document is not None
    assert (report.state, report.version, report.document.code) == ("issued", 3, "01/BC-UBND")
    assert [each.title for each in report.document.files.all()] == [
        "Báo cáo 01-BC-UBND.pdf",
        "Báo cáo 01-BC-UBND.docx",
    ]
    assert history_of(report)[0].sentence == "ký ban hành báo cáo 01/BC-UBND"
    tasks = plan.tasks.select_related("plan__body")
    assert {key: each.is_complete for key, each in measure(tasks).items()} == {
        seven.pk: True,
        eight.pk: True,
        year_end.pk: False,
    }
    report.refresh_from_db()
    frozen = report.figures
    registered(commune)
    assert figures(commune.body, year=YEAR, until=TODAY).units_registered == 4
    report.refresh_from_db()
    assert report.figures == frozen
    assert frozen["units_registered"] == 0
    with refused(FROZEN):
        write(commune, report)
    with refused(FROZEN):
        issue(commune, report)


def test_a_report_fulfils_a_plan_that_comes_after_it(
    commune: Commune, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "report_files", lambda _: [])

    def told(*, year: int = YEAR) -> str:
        task = make_task(make_plan(commune.body, year=year), FulfilmentKind.SIX_MONTH_REPORT)
        return measure([task])[task.pk].sentence

    assert told(year=2023) == "Báo cáo chưa ban hành."
    issue(commune, report)
    assert told() == "Đã ban hành báo cáo 01/BC-UBND."
    assert told(year=2022) == "Báo cáo chưa ban hành."


def test_a_draft_report_fulfils_nothing_nor_does_a_linked_letter(
    commune: Commune, report: Report
) -> None:
    task = make_task(make_plan(commune.body), FulfilmentKind.SIX_MONTH_REPORT)
    link_document(task=task, document=make_document(commune.body, 1))
    assert measure([task])[task.pk].done == 0


def test_a_draft_plan_is_not_fulfilled(
    commune: Commune, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "report_files", lambda _: [])
    task = make_task(make_plan(commune.body, is_confirmed=False), FulfilmentKind.SIX_MONTH_REPORT)
    issue(commune, report)
    assert not task.document_links.exists()


def test_a_report_has_its_number_exactly_when_issued(report: Report) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.update(state="issued")


def test_drafts_are_the_offices(
    commune: Commune, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    for actor in (commune.clerk, commune.chair):
        assert list(reports_for(actor)) == [report]
    for actor in (commune.village_head, commune.superior):
        assert not reports_for(actor).exists()
    monkeypatch.setattr(service, "report_files", lambda _: [])
    issue(commune, report)
    assert list(reports_for(commune.village_head)) == [report]


# --- the paper ----------------------------------------------------------------------------------


def test_the_paper_goes_to_the_superior_of_its_day(commune: Commune, report: Report) -> None:
    counted = figures(commune.body, year=YEAR, until=TODAY)
    context = report_context(report, counted, signer_name="Ngô Văn Quyên")
    assert (context.paper.number, context.paper.date) == (None, None)
    assert context.paper.recipients == (
        "Phòng Nội vụ huyện",
        "Các ngành, đoàn thể, các thôn",
        "Lưu: VT",
    )
    assert context.situation.paragraphs == ("Thuận lợi.", "Khó khăn.")
    assert context.commendation.tables == ()
