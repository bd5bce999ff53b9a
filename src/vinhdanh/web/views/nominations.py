"""Lists of nominations, and each nomination as a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.enums import OPEN_TO_UNIT, CommendationKind
from vinhdanh.nominations.queries.assessments import counted, with_verdicts
from vinhdanh.nominations.queries.lists import list_findings
from vinhdanh.nominations.queries.nominations import (
    nominations_for,
    offered_steps,
    submissions_for,
    with_counts,
)
from vinhdanh.nominations.services.submissions import (
    correct_nomination,
    open_submission,
    remove_nomination,
    send_submission,
)
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.dossier import dossier_of
from vinhdanh.web.forms.nominations import CorrectionForm, SubmissionForm
from vinhdanh.web.pages import ROWS, sent_number
from vinhdanh.web.road import returned_for

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


@require_safe
def submissions(request: StaffRequest) -> HttpResponse:
    """Show the year's lists with how far each is."""
    found = with_counts(submissions_for(request.actor).filter(year=request.year))
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    return render(
        request,
        "web/nominations/list.html",
        {"page": page, "may_nominate": bool(request.actor.units)},
    )


def submission_new(request: StaffRequest) -> HttpResponse:
    """Begin a list."""
    request.actor.require(Act.NOMINATE)
    units = request.actor.units
    form = SubmissionForm(request.POST or None, units=units)
    if request.method == "POST" and form.is_valid():
        unit = next(each for each in units if str(each.pk) == form.cleaned_data["unit"])
        with told_in(form):
            submission = open_submission(
                actor=request.actor,
                unit=unit,
                year=request.year,
                kind=CommendationKind(form.cleaned_data["kind"]),
                title=form.cleaned_data["title"],
            )
            return redirect("submission", pk=submission.pk)
    return render(request, "web/nominations/new.html", {"form": form})


@require_safe
def submission(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a list: to write while it is open, to follow once it is sent."""
    found = get_object_or_404(submissions_for(request.actor), pk=pk)
    rows = list(with_verdicts(found.nominations.select_related("recipient__person")))
    is_own = request.actor.heads(found.unit)
    return render(
        request,
        "web/nominations/submission.html",
        {
            "submission": found,
            "rows": rows,
            "findings": list_findings(found, rows, as_of=clock.today()),
            "checks": counted(row for row in rows if row.state in OPEN_TO_UNIT),
            "is_open": found.sent_on is None and is_own,
            "may_send": is_own and any(row.state in OPEN_TO_UNIT for row in rows),
            "may_appraise": request.actor.may(Act.APPRAISE),
            "history": history_of(found)[:20],
        },
    )


@require_POST
def submission_send(request: StaffRequest, pk: int) -> HttpResponse:
    """Send every open row of a list."""
    found = get_object_or_404(submissions_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: send_submission(actor=request.actor, submission=found),
        done="Đã gửi đề nghị tới công chức phụ trách thi đua, khen thưởng.",
        to="submission",
        pk=pk,
    )


@require_safe
def nomination(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one nomination: where it stands, what it says, who acts next."""
    found = get_object_or_404(nominations_for(request.actor).prefetch_related("steps"), pk=pk)
    return render(request, "web/nominations/nomination.html", dossier_of(found, request.actor))


@require_POST
def nomination_step(request: StaffRequest, pk: int) -> HttpResponse:
    """Take one step on a nomination; a refusal of a step with a reason keeps what was written."""
    found = get_object_or_404(nominations_for(request.actor).prefetch_related("steps"), pk=pk)
    name = request.POST.get("step", "")
    offered = {each.step.name: each.step for each in offered_steps(found, request.actor)}
    if name not in offered:
        messages.error(
            request, "Việc này không còn làm được ở bước hiện tại: hãy xem tình trạng mới."
        )
        return redirect("nomination", pk=pk)
    reason = request.POST.get("reason", "")
    try:
        take_step(
            actor=request.actor,
            nomination=found,
            name=name,
            reason=reason,
            expected_version=sent_number(request, "version"),
        )
    except DomainError as problem:
        messages.error(request, problem.message)
        if "reason" in request.POST:
            refused = {"step": name, "reason": reason, "told": problem.message}
            context = dossier_of(found, request.actor) | {"refused": refused}
            return render(request, "web/nominations/nomination.html", context, status=422)
    else:
        messages.success(request, f"Đã {offered[name].told} hồ sơ của {found.recipient.name}.")
    return redirect("nomination", pk=pk)


def nomination_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Rewrite a draft or returned nomination."""
    found = get_object_or_404(nominations_for(request.actor), pk=pk)
    form = CorrectionForm(
        request.POST or None,
        initial={
            "detail": found.recipient_detail,
            "achievement": found.achievement,
            "version": found.version,
        },
    )
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            correct_nomination(
                actor=request.actor,
                nomination=found,
                achievement=form.cleaned_data["achievement"],
                detail=form.cleaned_data["detail"],
                expected_version=form.cleaned_data["version"],
            )
            messages.success(request, "Đã lưu hồ sơ.")
            return redirect("nomination", pk=pk)
    return render(
        request,
        "web/nominations/edit.html",
        {"nomination": found, "form": form, "returned_for": returned_for(found)},
    )


@require_POST
def nomination_remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a row out of an open list."""
    found = get_object_or_404(nominations_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: remove_nomination(actor=request.actor, nomination=found),
        done=f"Đã bỏ {found.recipient.name} khỏi danh sách.",
        to="submission",
        pk=found.submission_id,
    )
