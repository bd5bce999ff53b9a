"""Opening, writing and issuing a report."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.services.audit import record
from vinhdanh.planning.enums import FulfilmentKind, PlanState
from vinhdanh.planning.models import Task
from vinhdanh.planning.services.evidence import link_document
from vinhdanh.records.enums import DocumentKind
from vinhdanh.records.services.documents import issue_document
from vinhdanh.reports.enums import ReportKind, ReportState
from vinhdanh.reports.models import Report
from vinhdanh.reports.papers import SYMBOL, report_context, report_files
from vinhdanh.reports.queries.figures import figures

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.content import FileContent
    from vinhdanh.records.models import OfficialDocument

FULFILS = {ReportKind.SIX_MONTH: FulfilmentKind.SIX_MONTH_REPORT}


@transaction.atomic
def open_report(*, actor: Actor, kind: ReportKind, year: int) -> Report:
    """Return the year's report of a kind, begun on first use."""
    actor.require(Act.WRITE_REPORT)
    report, is_new = Report.objects.get_or_create(
        body=actor.body,
        year=year,
        kind=kind,
        defaults={"cut_off_on": min(dt.date(year, 6, 30), max(clock.today(), dt.date(year, 1, 1)))},
    )
    if is_new:
        record(
            scope=actor.scope,
            actor=actor.name,
            action="report.opened",
            target=report,
            sentence=f"bắt đầu soạn {str(report)[:1].lower()}{str(report)[1:]}",
        )
    return report


@transaction.atomic
def write_report(
    *,
    actor: Actor,
    report: Report,
    cut_off_on: dt.date,
    situation: str,
    supervision: str,
    shortcomings: str,
    next_steps: str,
    expected_version: int,
) -> Report:
    """Keep what people judge; figures are read anew each time the report is shown.

    Raises:
        DomainError: the report is issued, or its cut-off lies outside its half year.
        StaleError: somebody else wrote in between.
    """
    actor.require(Act.WRITE_REPORT)
    report = _draft(actor, report)
    if report.version != expected_version:
        raise StaleError(
            "Người khác vừa sửa báo cáo này: hãy sao chép phần anh/chị viết, tải lại trang rồi"
            " bổ sung."
        )
    if not dt.date(report.year, 1, 1) <= cut_off_on <= dt.date(report.year, 6, 30):
        raise DomainError(
            f"Ngày chốt số liệu phải từ 01/01/{report.year} đến 30/6/{report.year}:"
            " hãy ghi lại ngày.",
            field="cut_off_on",
        )
    report.cut_off_on = cut_off_on
    report.situation, report.supervision = situation.strip(), supervision.strip()
    report.shortcomings = shortcomings.strip()
    report.next_steps = next_steps.strip()
    report.version += 1
    report.save()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="report.written",
        target=report,
        sentence="lưu nội dung báo cáo",
    )
    return report


@transaction.atomic
def issue_report(*, actor: Actor, report: Report, issued_on: dt.date) -> Report:
    """Sign and issue the report: its figures are frozen, and the plan's task is fulfilled.

    Raises:
        DomainError: it is issued already, a judgement is still missing, or the day is before
            the cut-off or in the future.
    """
    actor.require(Act.ISSUE_REPORT)
    report = _draft(actor, report)
    _require_ready(report, issued_on)
    counted = figures(report.body, year=report.year, until=report.cut_off_on)

    def render(document: OfficialDocument) -> list[FileContent]:
        return report_files(
            report_context(
                report, counted, signer_name=actor.name, number=document.number, date=issued_on
            )
        )

    report.document = issue_document(
        actor=actor,
        kind=DocumentKind.REPORT,
        symbol=SYMBOL,
        abstract=f"Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm {report.year}",
        issued_on=issued_on,
        signer_position="CHỦ TỊCH",
        signer_name=actor.name,
        render=render,
    )
    report.figures = counted.to_json()
    report.state = ReportState.ISSUED
    report.version += 1
    report.save()
    for task in Task.objects.filter(
        plan__body=report.body,
        plan__year=report.year,
        plan__state=PlanState.CONFIRMED,
        fulfilment=FULFILS[ReportKind(report.kind)],
    ):
        link_document(task=task, document=report.document)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="report.issued",
        target=report,
        sentence=f"ký ban hành báo cáo {report.document.code}",
    )
    return report


def _draft(actor: Actor, report: Report) -> Report:
    actor.require_own(report.body_id)
    report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if report.state == ReportState.ISSUED:
        raise DomainError("Báo cáo đã ban hành nên không sửa được nữa.")
    return report


def _require_ready(report: Report, issued_on: dt.date) -> None:
    for value, field, name in (
        (report.situation, "situation", "đặc điểm, tình hình"),
        (report.supervision, "supervision", "kiểm tra, giải quyết đơn thư, kiến nghị"),
        (report.shortcomings, "shortcomings", "hạn chế, nguyên nhân"),
        (report.next_steps, "next_steps", "nhiệm vụ 6 tháng cuối năm"),
    ):
        if not value:
            raise DomainError(
                f"Báo cáo chưa viết phần {name}: hãy nhờ người soạn bổ sung rồi ký.", field=field
            )
    if issued_on > clock.today():
        raise DomainError(
            f"Ngày ban hành {issued_on:%d/%m/%Y} chưa tới: hãy ghi ngày hôm nay.",
            field="issued_on",
        )
    if issued_on < report.cut_off_on:
        raise DomainError(
            f"Ngày ban hành đứng trước ngày chốt số liệu {report.cut_off_on:%d/%m/%Y}:"
            " hãy kiểm tra lại.",
            field="issued_on",
        )
