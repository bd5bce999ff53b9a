"""One task: its row while the plan is looked over, its proof once it is carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.organizations.queries.units import units_of
from vinhdanh.planning.enums import MOVEMENT_KINDS, FulfilmentKind
from vinhdanh.planning.models import Evidence
from vinhdanh.planning.queries.plans import plans_for, statuses, tasks_for
from vinhdanh.planning.services.evidence import accept_evidence, add_evidence, refuse_evidence
from vinhdanh.planning.services.tasks import (
    add_task,
    choose_fulfilment,
    correct_task,
    remove_task,
)
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.planning import EvidenceForm, MeasureForm, TaskForm
from vinhdanh.web.pages import sent_number

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.organizations.models import Unit
    from vinhdanh.web.requests import StaffRequest

ROUTES = {
    FulfilmentKind.REGISTRATIONS_COMPLETE: ("emulation", "Xem các bản đăng ký"),
    FulfilmentKind.MOVEMENT_LAUNCHED: ("emulation", "Mở phần Thi đua"),
    FulfilmentKind.THEMATIC_LAUNCHED: ("emulation", "Mở phần Thi đua"),
    FulfilmentKind.SIX_MONTH_REPORT: ("reports", "Mở báo cáo"),
    FulfilmentKind.YEAR_REPORT: ("reports", "Mở báo cáo"),
}
"""Where the records that prove a task are made."""


def task(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a task with its progress, its proof, and how to prove it."""
    found = get_object_or_404(tasks_for(request.actor), pk=pk)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        with told_in(form):
            add_evidence(
                actor=request.actor,
                task=found,
                note=form.cleaned_data["note"],
                file_name=file.name if file else "",
                data=file.data if file else b"",
                suffix=f".{file.kind}" if file else "",
            )
            messages.success(request, "Đã gửi minh chứng, chờ chấp nhận.")
            return redirect("task", pk=pk)
    (status,) = statuses(tasks_for(request.actor).filter(pk=pk), as_of=clock.today())
    return render(
        request,
        "web/planning/task.html",
        {
            "task": found,
            "status": status,
            "form": form,
            "route": ROUTES.get(FulfilmentKind(found.fulfilment)),
            "documents": found.document_links.select_related("document"),
            "evidence": found.evidence.select_related("added_by__person"),
            "history": history_of(found)[:20],
            "may_accept": request.actor.may(Act.IMPORT_PLAN),
            "may_show": request.actor.may(Act.SHOW_EVIDENCE),
            "may_issue": request.actor.may(Act.ISSUE_DOCUMENT),
            "may_launch": found.plan.is_frozen
            and found.fulfilment in MOVEMENT_KINDS
            and request.actor.may(Act.LAUNCH_MOVEMENT),
            "measure_form": MeasureForm(initial={"fulfilment": found.fulfilment}),
        },
    )


def task_edit(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct a row of a plan that is being looked over."""
    found = get_object_or_404(tasks_for(request.actor), pk=pk)
    form = TaskForm.of(found, request.POST or None, plan=found.plan, units=_units(request))
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            correct_task(
                actor=request.actor,
                task=found,
                changes=form.row(),
                expected_version=form.cleaned_data["version"],
            )
            messages.success(request, f"Đã lưu nhiệm vụ {found.no or found.order}.")
            return redirect("plan", pk=found.plan_id)
    return render(
        request, "web/planning/task_form.html", {"plan": found.plan, "task": found, "form": form}
    )


def task_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Add a row to a plan that is being looked over."""
    plan = get_object_or_404(plans_for(request.actor), pk=pk)
    form = TaskForm.of(None, request.POST or None, plan=plan, units=_units(request))
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            add_task(
                actor=request.actor,
                plan=plan,
                values=form.row(),
                expected_version=form.cleaned_data["version"],
            )
            messages.success(request, "Đã thêm nhiệm vụ.")
            return redirect("plan", pk=pk)
    return render(request, "web/planning/task_form.html", {"plan": plan, "form": form})


@require_POST
def task_remove(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a row out of a plan that is being looked over."""
    found = get_object_or_404(tasks_for(request.actor), pk=pk)
    label, version = found.no or found.order, sent_number(request, "version")
    return act_then_go(
        request,
        lambda: remove_task(actor=request.actor, task=found, expected_version=version),
        done=f"Đã bỏ nhiệm vụ {label}.",
        to="plan",
        pk=found.plan_id,
    )


@require_POST
def task_measure(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose by which record a task is measured."""
    found = get_object_or_404(tasks_for(request.actor), pk=pk)
    form = MeasureForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Chưa chọn cách đo: hãy chọn một dòng trong danh sách rồi lưu.")
        return redirect("task", pk=pk)
    kind = FulfilmentKind(form.cleaned_data["fulfilment"])
    return act_then_go(
        request,
        lambda: choose_fulfilment(actor=request.actor, task=found, kind=kind),
        done="Đã lưu cách đo của nhiệm vụ.",
        to="task",
        pk=pk,
    )


def evidence_file(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the file of a piece of evidence."""
    pieces = Evidence.objects.filter(task__in=tasks_for(request.actor)).exclude(path="")
    piece = get_object_or_404(pieces, pk=pk)
    ending = piece.path.rpartition(".")[2]
    return download(load(piece.path), name=piece.file_name, ending=ending)


@require_POST
def evidence_accept(request: StaffRequest, pk: int) -> HttpResponse:
    """Accept a piece of evidence."""
    piece = get_object_or_404(Evidence.objects.filter(task__in=tasks_for(request.actor)), pk=pk)
    return act_then_go(
        request,
        lambda: accept_evidence(actor=request.actor, evidence=piece),
        done="Đã chấp nhận minh chứng.",
        to="task",
        pk=piece.task_id,
    )


@require_POST
def evidence_refuse(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that a piece of evidence does not count, and why."""
    piece = get_object_or_404(Evidence.objects.filter(task__in=tasks_for(request.actor)), pk=pk)
    reason = request.POST.get("reason", "")
    return act_then_go(
        request,
        lambda: refuse_evidence(actor=request.actor, evidence=piece, reason=reason),
        done="Đã ghi không chấp nhận minh chứng; người gửi đọc được lý do.",
        to="task",
        pk=piece.task_id,
    )


def _units(request: StaffRequest) -> list[Unit]:
    body = request.actor.body
    return [body, *units_of(body, as_of=clock.today())]
