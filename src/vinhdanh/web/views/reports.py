"""Reports: figures from the records, judgements from people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.reports.enums import ReportKind, ReportState
from vinhdanh.reports.papers import (
    commendation_sentences,
    fairness_sentences,
    leadership_sentences,
    movement_sentences,
    report_context,
    report_files,
)
from vinhdanh.reports.queries.figures import figures
from vinhdanh.reports.queries.reports import reports_for
from vinhdanh.reports.services.reports import issue_report, open_report, write_report
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.decisions import SignForm
from vinhdanh.web.forms.reports import ReportForm

if TYPE_CHECKING:
    from vinhdanh.reports.models import Report
    from vinhdanh.web.requests import StaffRequest

WRITTEN = ("cut_off_on", "situation", "supervision", "shortcomings", "next_steps")


@require_safe
def reports(request: StaffRequest) -> HttpResponse:
    """Show the year's reports."""
    found = list(reports_for(request.actor).filter(year=request.year))
    return render(
        request,
        "web/reports/list.html",
        {"reports": found, "may_write": request.actor.may(Act.WRITE_REPORT)},
    )


@require_POST
def report_open(request: StaffRequest) -> HttpResponse:
    """Begin the year's six-month report, or open the one begun."""
    report = open_report(actor=request.actor, kind=ReportKind.SIX_MONTH, year=request.year)
    return redirect("report", pk=report.pk)


def report(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a report: to write and sign while it is a draft, to read once issued."""
    found = get_object_or_404(reports_for(request.actor), pk=pk)
    may_write = request.actor.may(Act.WRITE_REPORT)
    form = ReportForm(
        request.POST or None,
        initial={name: getattr(found, name) for name in (*WRITTEN, "version")},
    )
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            write_report(
                actor=request.actor,
                report=found,
                expected_version=form.cleaned_data["version"],
                **{name: form.cleaned_data[name] for name in WRITTEN},
            )
            messages.success(request, "Đã lưu báo cáo.")
            return redirect("report", pk=pk)
    return render(
        request,
        "web/reports/report.html",
        {
            "report": found,
            "form": form,
            "sentences": _sentences(found),
            "is_draft": found.state == ReportState.DRAFT,
            "may_write": may_write,
            "may_sign": request.actor.may(Act.ISSUE_REPORT),
            "sign_form": SignForm(initial={"signed_on": clock.today()}),
            "files": list(found.document.files.all()) if found.document else [],
            "history": history_of(found)[:20],
        },
    )


@require_safe
def report_draft(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """Show the draft as it would be printed."""
    found = get_object_or_404(reports_for(request.actor), pk=pk, document=None)
    counted = figures(found.body, year=found.year, until=found.cut_off_on)
    for file in report_files(report_context(found, counted, signer_name="")):
        if file.format == ending:
            return download(file.data, name=file.title, ending=file.format, inline=True)
    raise Http404


@require_POST
def report_sign(request: StaffRequest, pk: int) -> HttpResponse:
    """Sign and issue a report."""
    found = get_object_or_404(reports_for(request.actor), pk=pk)
    form = SignForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["signed_on"][0]))
        return redirect("report", pk=pk)
    return act_then_go(
        request,
        lambda: issue_report(
            actor=request.actor, report=found, issued_on=form.cleaned_data["signed_on"]
        ),
        done="Đã ký ban hành báo cáo; nhiệm vụ trong kế hoạch đã được ghi hoàn thành.",
        to="report",
        pk=pk,
    )


def _sentences(found: Report) -> list[str]:
    """What the paper will say of the period; of an issued report its frozen paper says it."""
    if found.document:
        return []
    counted = figures(found.body, year=found.year, until=found.cut_off_on)
    return [
        *leadership_sentences(counted),
        *movement_sentences(counted),
        *commendation_sentences(counted),
        *fairness_sentences(found),
    ]
