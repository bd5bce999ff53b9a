from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.nominations.test_similarity import OTHER, OWN
from tests.scenarios.commune import sent, village_rows, written
from tests.scenarios.refusal import refused

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.kernel.errors import StaleError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.nominations.papers import report_files
from vinhdanh.nominations.queries.achievement import previous_reports, report_of, reports_alike
from vinhdanh.nominations.report_forms import COLLECTIVE, INDIVIDUAL, LONGEST, SUDDEN, form_of
from vinhdanh.nominations.services.achievement import write_report

if TYPE_CHECKING:
    from pytest_django import Settings
    from tests.scenarios.commune import Commune

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.nominations.models import AchievementReport, Nomination


def draft(commune: Commune, at: int = 0, period: str = "năm 2024") -> Nomination:
    row = replace(village_rows(commune)[at], period=period)
    return written(commune, rows=[row]).nominations.get()


def write(
    nomination: Nomination, actor: Actor, results: str = OWN, version: int = 0
) -> AchievementReport:
    return write_report(
        actor=actor,
        nomination=nomination,
        sections={"results": results, "unknown": "?"},
        expected_version=version,
    )


def test_only_the_unit_writes_and_only_before_it_sends(commune: Commune) -> None:
    nomination = draft(commune)
    for actor in (commune.clerk, commune.other_head, commune.outsider):
        with refused(
            "Anh/chị không phụ trách Thôn Phạm Xá nên không sửa được.", error=NotAllowedError
        ):
            write(nomination, actor)
    gone = sent(commune, rows=village_rows(commune)[1:2]).nominations.get()
    with refused(
        "Hồ sơ của Thôn Phạm Xá đã gửi nên không sửa được: hãy nhờ công chức phụ trách thi đua"
        " trả lại."
    ):
        write(gone, commune.village_head)


def test_a_section_has_its_length(commune: Commune) -> None:
    nomination = draft(commune)
    with refused(
        f"Phần “Thành tích đạt được” dài quá {LONGEST} chữ cái: hãy rút gọn, bản in chỉ nên dưới"
        " năm trang.",
        field="results",
    ):
        write(nomination, commune.village_head, "a" * (LONGEST + 1))


def test_the_second_writer_is_told(commune: Commune, settings: Settings) -> None:
    settings.TODAY = "2024-06-24T08:00"
    nomination = draft(commune)
    write(nomination, commune.village_head)
    with refused(
        "Phạm Văn Tín vừa sửa báo cáo này lúc 08:00 ngày 24/06/2024: hãy chép phần anh/chị vừa"
        " viết ra chỗ khác, tải lại trang rồi viết tiếp.",
        error=StaleError,
    ):
        write(nomination, commune.village_head, OTHER)


def test_a_report_is_kept_and_typing_is_not_told(commune: Commune) -> None:
    nomination = draft(commune)
    first = write(nomination, commune.village_head)
    report = write_report(
        actor=commune.village_head,
        nomination=nomination,
        sections={"results": "Khác"},
        expected_version=first.version,
        is_autosave=True,
    )
    assert report.sections == {"duties": "", "results": "Khác"}
    assert report.version == 2
    assert str(report_of(nomination)) == "Báo cáo thành tích của Phạm Văn Đức"
    told = [event.sentence for event in history_of(nomination)]
    assert told.count("viết báo cáo thành tích") == 1
    assert not report.fingerprints.exists()


def test_the_form_follows_the_kind_and_the_recipient(commune: Commune) -> None:
    rows = written(commune).nominations.all()
    assert [form_of(each) for each in rows] == [INDIVIDUAL, COLLECTIVE, COLLECTIVE]
    rows[0].submission.kind = CommendationKind.SUDDEN
    assert form_of(rows[0]) is SUDDEN


def test_earlier_reports_stand_beside(commune: Commune) -> None:
    old = write(draft(commune, period="năm 2023"), commune.village_head)
    assert previous_reports(draft(commune)) == [old]


def test_a_copy_across_years_and_people_is_named(commune: Commune) -> None:
    old = draft(commune, period="năm 2023")
    write(old, commune.village_head)
    write(draft(commune, 1), commune.village_head, OTHER)
    copied = write(draft(commune, 2), commune.village_head, f"{OWN} Gia đình tôi gương mẫu.")
    (alike,) = reports_alike(copied)
    assert (alike.nomination, alike.percent > 80, len(alike.likeness.sentences)) == (old, True, 3)


def test_candidates_cost_the_same_for_any_number(commune: Commune) -> None:
    costs = []
    report = write(draft(commune), commune.village_head)
    for years in ((2001,), range(2002, 2006)):
        for year in years:
            write(draft(commune, period=f"năm {year}"), commune.village_head)
        with CaptureQueriesContext(connection) as queries:
            reports_alike(report)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 3


@pytest.mark.parametrize("at", [0, 1, 2])
def test_the_report_is_printed(commune: Commune, at: int) -> None:
    nomination = draft(commune, at)
    report = write(nomination, commune.village_head)
    files = report_files(nomination, report)
    assert [each.format for each in files] == ["pdf", "docx"]
    assert files[0].data.startswith(b"%PDF")


def test_a_sudden_deed_is_printed_with_day_and_place(commune: Commune) -> None:
    nomination = draft(commune)
    nomination.submission.kind = CommendationKind.SUDDEN
    nomination.place = "Sông Nghĩa Lý"
    (pdf, _) = report_files(nomination, None)
    assert pdf.manifest["context"]["happened"] == "năm 2024, Sông Nghĩa Lý"
