"""Award decisions: what waits for one, the list of all, each on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.queries.meetings import meetings_for
from vinhdanh.decisions.enums import DecisionKind
from vinhdanh.decisions.merit import proposed_merit
from vinhdanh.decisions.queries.decisions import decisions_for, with_counts
from vinhdanh.decisions.queries.waiting import waiting_for_decision
from vinhdanh.decisions.services.batches import draft_decisions
from vinhdanh.decisions.services.drafts import draft_decision
from vinhdanh.kernel.wording import count
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.decision_page import decision_page
from vinhdanh.web.forms.decisions import WaitingForm
from vinhdanh.web.pages import ROWS, sent_numbers
from vinhdanh.web.views.corrections import correction_page
from vinhdanh.web.views.other_decisions import other_page
from vinhdanh.web.views.restorations import restoration_page
from vinhdanh.web.views.revocations import revocation_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision
    from vinhdanh.decisions.queries.waiting import Waiting
    from vinhdanh.web.requests import StaffRequest

PAGES: dict[str, Callable[[StaffRequest, Decision], HttpResponse]] = {
    "revocation": revocation_page,
    "restoration": restoration_page,
    "correction": correction_page,
}
"""Pages of decisions on earlier awards, whoever signed them."""


@require_safe
def decisions(request: StaffRequest) -> HttpResponse:
    """Show what waits for a decision, and the decisions, newest first."""
    return _decisions_page(request, None)


@require_POST
def decisions_draft(request: StaffRequest) -> HttpResponse:
    """Draft decisions on the rows chosen among those that wait."""
    request.actor.require(Act.DRAFT_DECISION)
    numbers = [each.nomination.pk for each in waiting_for_decision(request.actor)]
    form = WaitingForm(request.POST, numbers=numbers)
    drafted: list[Decision] = []
    if form.is_valid():
        with told_in(form):
            drafted = draft_decisions(actor=request.actor, **form.cleaned_data)
    if not drafted:
        return _decisions_page(request, form, status=422)
    if len(drafted) == 1:
        messages.success(request, "Đã soạn dự thảo quyết định, chờ Chủ tịch ký.")
        return redirect("decision", pk=drafted[0].pk)
    told = f"Đã soạn {count(len(drafted))} dự thảo quyết định, chờ Chủ tịch ký."
    messages.success(request, told)
    return redirect("decisions")


def _decisions_page(
    request: StaffRequest, form: WaitingForm | None, *, status: int = 200
) -> HttpResponse:
    found = with_counts(decisions_for(request.actor))
    may_draft = bool(request.actor.may(Act.DRAFT_DECISION))
    waiting = waiting_for_decision(request.actor) if may_draft else []
    return render(
        request,
        "web/decisions/list.html",
        {
            "page": Paginator(found, ROWS).get_page(request.GET.get("page")),
            "waiting": waiting,
            "form": form or WaitingForm(numbers=[], initial={"merit": _proposed(waiting)}),
            "chosen": set(sent_numbers(request, "chosen")),
        },
        status=status,
    )


def _proposed(waiting: Sequence[Waiting]) -> str:
    titles = {each.meeting.title for each in waiting if each.meeting}
    title = titles.pop() if len(titles) == 1 else ""
    return proposed_merit([each.nomination for each in waiting], title=title)


@require_POST
def decision_draft_new(request: StaffRequest, meeting_pk: int) -> HttpResponse:
    """Draft the decision of a closed meeting."""
    meeting = get_object_or_404(meetings_for(request.actor), pk=meeting_pk)
    response = act_then_go(
        request,
        lambda: draft_decision(
            actor=request.actor, meeting=meeting, merit=request.POST.get("merit", "")
        ),
        done="Đã soạn dự thảo quyết định, chờ Chủ tịch ký.",
        to="meeting",
        pk=meeting_pk,
    )
    drafted = meeting.decisions.order_by("-id").first()
    return redirect("decision", pk=drafted.pk) if drafted else response


@require_safe
def decision(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a decision with its list, papers, certificates and signature."""
    found = get_object_or_404(decisions_for(request.actor).select_related("body", *PAGES), pk=pk)
    for later, page in PAGES.items():
        if hasattr(found, later):
            return page(request, found)
    if found.kind == DecisionKind.EXTERNAL:
        return other_page(request, found)
    return decision_page(request, found)
