"""The year's plan: reading a file in, looking it over, confirming it, and the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.intake import read_plan_bytes
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.planning.enums import PlanState
from vinhdanh.planning.queries.plans import board as board_of
from vinhdanh.planning.queries.plans import plans_for
from vinhdanh.planning.services.plans import confirm_plan, correct_plan, discard_plan, import_plan
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.forms.planning import PlanFileForm, PlanHeadForm
from vinhdanh.web.middleware import YEAR_KEY
from vinhdanh.web.pages import sent_number
from vinhdanh.web.words import board_state

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


@require_safe
def board(request: StaffRequest) -> HttpResponse:
    """Show the year by quarter, or why it is empty and what fills it."""
    actor = request.actor
    plans = list(plans_for(actor).filter(Q(year=request.year) | Q(state=PlanState.DRAFT)))
    drafts = [each for each in plans if not each.is_frozen]
    plan = next((each for each in plans if each.is_frozen), None)
    if plan is None:
        return render(
            request,
            "web/planning/no_plan.html",
            {"drafts": drafts, "may_import": actor.may(Act.IMPORT_PLAN)},
        )
    quarters = board_of(plan, as_of=clock.today())
    return render(
        request,
        "web/planning/board.html",
        {
            "plan": plan,
            "quarters": quarters,
            "state": board_state(quarters),
            "findings": list(plan.findings.all()),
            "drafts": drafts,
            "this_quarter": (clock.today().month - 1) // 3 + 1,
        },
    )


def plan_upload(request: StaffRequest) -> HttpResponse:
    """Take a plan file in; nothing is kept of a file that cannot be read."""
    request.actor.require(Act.IMPORT_PLAN)
    form = PlanFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        with told_in(form):
            draft = read_plan_bytes(data, file.name)
            plan = import_plan(actor=request.actor, draft=draft, source_name=file.name, source=data)
            messages.success(
                request,
                f"Đã đọc {len(draft.tasks)} nhiệm vụ từ tệp {file.name}. Hãy xem lại rồi xác nhận.",
            )
            return redirect("plan", pk=plan.pk)
    return render(request, "web/planning/upload.html", {"form": form})


@require_safe
def plan(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a plan: to look over while it is a draft, to read once it is confirmed."""
    found = get_object_or_404(plans_for(request.actor).select_related("document"), pk=pk)
    return render(
        request,
        "web/planning/plan.html",
        {
            "plan": found,
            "tasks": list(found.tasks.select_related("lead_unit")),
            "findings": list(found.findings.all()),
            "history": history_of(found)[:20],
            "files": list(found.document.files.all()) if found.document else [],
            "may_edit": request.actor.may(Act.IMPORT_PLAN),
            "may_confirm": request.actor.may(Act.CONFIRM_PLAN),
        },
    )


def plan_head(request: StaffRequest, pk: int) -> HttpResponse:
    """Correct what was read of the plan's head."""
    found = get_object_or_404(plans_for(request.actor), pk=pk)
    form = PlanHeadForm.of(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        changes = {name: form.cleaned_data[name] for name in form.fields if name != "version"}
        with told_in(form):
            correct_plan(
                actor=request.actor,
                plan=found,
                changes=changes,
                expected_version=form.cleaned_data["version"],
            )
            messages.success(request, "Đã lưu phần đầu kế hoạch.")
            return redirect("plan", pk=pk)
    return render(request, "web/planning/head.html", {"plan": found, "form": form})


@require_POST
def plan_confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """Confirm a plan and go to its year's board."""
    found = get_object_or_404(plans_for(request.actor), pk=pk)
    version = sent_number(request, "version")
    response = act_then_go(
        request,
        lambda: confirm_plan(actor=request.actor, plan=found, expected_version=version),
        done="Đã xác nhận kế hoạch. Mỗi nhiệm vụ nay có tiến độ đo từ sổ sách.",
        to="plan",
        pk=pk,
    )
    found.refresh_from_db()
    if found.is_frozen:
        request.session[YEAR_KEY] = found.year
        return redirect("board")
    return response


@require_POST
def plan_discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    found = get_object_or_404(plans_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: discard_plan(actor=request.actor, plan=found),
        done=f"Đã bỏ bản đọc từ tệp {found.source_name}.",
        to="board",
    )
