"""The report of achievement: written in the page, kept while typing, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel.errors import DomainError
from vinhdanh.nominations.papers import recorded, report_files
from vinhdanh.nominations.policies import may_rewrite
from vinhdanh.nominations.queries.achievement import (
    previous_reports,
    report_of,
    reports_alike,
)
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.nominations.report_forms import form_of
from vinhdanh.nominations.services.achievement import write_report
from vinhdanh.web.acts import told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.achievement import AchievementForm

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.nominations.models import AchievementReport, Nomination
    from vinhdanh.web.requests import StaffRequest


def nomination_report(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a report beside the recipient's earlier ones, and keep what is written."""
    found = _found(request, pk)
    report = report_of(found)
    form = AchievementForm(request.POST or None, report_form=form_of(found), report=report)
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            _write(request, found, form)
            messages.success(request, "Đã lưu báo cáo thành tích.")
            return redirect("nomination_report", pk=pk)
    return render(request, "web/nominations/report.html", _context(request, found, report, form))


@require_POST
def nomination_report_autosave(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep what is being typed; the answer is the line that says so, or why not."""
    found = _found(request, pk)
    form = AchievementForm(request.POST, report_form=form_of(found), report=None)
    context: dict[str, Any] = {}
    if form.is_valid():
        try:
            context["report"] = _write(request, found, form, is_autosave=True)
        except DomainError as problem:
            context["problem"] = problem.message
    else:
        context["problem"] = "Chưa lưu được: có phần dài quá mức cho phép."
    return render(request, "web/nominations/_report_saved.html", context)


@require_safe
def nomination_report_file(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """Show the report as it would be printed."""
    found = _found(request, pk)
    for file in report_files(found, report_of(found)):
        if file.format == ending:
            return download(file.data, name=file.title, ending=file.format, inline=True)
    raise Http404


def _found(request: StaffRequest, pk: int) -> Nomination:
    found = nominations_for(request.actor).select_related("recipient__person", "body")
    nomination: Nomination = get_object_or_404(found, pk=pk)
    return nomination


def _write(
    request: StaffRequest, found: Nomination, form: AchievementForm, *, is_autosave: bool = False
) -> AchievementReport:
    return write_report(
        actor=request.actor,
        nomination=found,
        sections=form.sections,
        expected_version=form.cleaned_data["version"],
        is_autosave=is_autosave,
    )


def _context(
    request: StaffRequest,
    found: Nomination,
    report: AchievementReport | None,
    form: AchievementForm,
) -> dict[str, Any]:
    titles = {each.slug: each.title for each in form_of(found).sections}
    may_compare = request.actor.may(Act.APPRAISE) or request.actor.heads(found.submission.unit)
    return {
        "nomination": found,
        "report": report,
        "form": form,
        "may_write": bool(may_rewrite(found, request.actor)),
        "parts": [(title, report.sections.get(slug, "")) for slug, title in titles.items()]
        if report
        else [],
        "recorded": recorded(found),
        "previous": previous_reports(found) if may_compare else [],
        "alike": reports_alike(report) if report and may_compare else [],
    }
