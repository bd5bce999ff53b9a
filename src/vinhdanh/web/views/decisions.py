"""Award decisions, their certificates, and the register of honours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.queries.meetings import meetings_for
from vinhdanh.decisions.enums import BatchState, DecisionKind, DecisionState
from vinhdanh.decisions.merit import proposed_merit
from vinhdanh.decisions.models import CertificateBatch, Decision
from vinhdanh.decisions.papers import SYMBOL, decision_context, decision_files
from vinhdanh.decisions.queries.decisions import (
    authority_lines,
    awards_of,
    decisions_for,
    names_to_confirm,
    with_counts,
)
from vinhdanh.decisions.queries.fund import shortfall
from vinhdanh.decisions.queries.layouts import STANDARD, choices_for
from vinhdanh.decisions.queries.waiting import next_number, waiting_for_decision
from vinhdanh.decisions.services.batches import draft_decisions
from vinhdanh.decisions.services.certificates import may_order_again, order_certificates
from vinhdanh.decisions.services.decisions import (
    correct_decision,
    discard_decision,
    draft_decision,
    issue_decision,
)
from vinhdanh.decisions.tasks import certificates as certificates_task
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.kernel.wording import count
from vinhdanh.lawbook import honour as honour_of
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.decisions import DecisionSignForm, DraftForm, WaitingForm
from vinhdanh.web.later_page import draft_file, words_of
from vinhdanh.web.pages import ROWS, sent_numbers
from vinhdanh.web.views.corrections import correction_draft, correction_page, correction_sign
from vinhdanh.web.views.other_decisions import other_page
from vinhdanh.web.views.restorations import restoration_draft, restoration_page, restoration_sign
from vinhdanh.web.views.revocations import revocation_draft, revocation_page, revocation_sign

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.http import HttpResponse

    from vinhdanh.decisions.papers import Award
    from vinhdanh.decisions.queries.waiting import Waiting
    from vinhdanh.web.requests import StaffRequest

PAGES: dict[str, Callable[[StaffRequest, Decision], HttpResponse]] = {
    "revocation": revocation_page,
    "restoration": restoration_page,
    "correction": correction_page,
}
"""Pages of decisions on earlier awards, whoever signed them."""
SIGNS: dict[str, Callable[[StaffRequest, Decision], HttpResponse]] = {
    DecisionKind.REVOCATION: revocation_sign,
    DecisionKind.RESTORATION: restoration_sign,
    DecisionKind.CORRECTION: correction_sign,
}
DRAFTS: dict[str, Callable[[Decision, str], HttpResponse]] = {
    DecisionKind.REVOCATION: revocation_draft,
    DecisionKind.RESTORATION: restoration_draft,
    DecisionKind.CORRECTION: correction_draft,
}


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
    return _decision_page(request, found)


def _decision_page(
    request: StaffRequest,
    found: Decision,
    form: DecisionSignForm | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    today = clock.today()
    awards = awards_of(found, as_of=found.decided_on or today)
    form = form or DecisionSignForm(
        initial={"signed_on": today}, confirm=names_to_confirm(awards, as_of=today)
    )
    batch = CertificateBatch.objects.filter(decision=found).first()
    template = "web/decisions/decision.html"
    if request.htmx:
        template += "#certificates"
    return render(
        request,
        template,
        {
            "decision": found,
            "words": words_of(found),
            "awards": awards,
            "money_only": [
                name
                for name in dict.fromkeys(each.nomination.honour_name for each in awards)
                if _is_money_only(awards, name)
            ],
            "total": sum(each.prize_amount or 0 for each in awards),
            "shortfall": _shortfall(found, awards),
            "prize_sources": sorted({each.prize_source for each in awards if each.prize_source}),
            "unknown_prizes": sum(each.prize_amount is None for each in awards),
            "files": list(found.document.files.all()) if found.document else [],
            "batch": batch,
            "revoked": _revoked(found),
            "authority": authority_lines(awards, as_of=found.decided_on or today),
            "next_number": ""
            if found.document
            else next_number(found.body, SYMBOL, year=clock.today().year),
            "may_order_again": batch is not None and may_order_again(batch),
            "form": form,
            "may_draft": bool(request.actor.may(Act.DRAFT_DECISION)),
            "may_sign": request.actor.may(Act.SIGN_DECISION),
            **_layouts(request, batch),
            "may_print": request.actor.may(Act.PRINT_CERTIFICATES),
            "history": history_of(found)[:20],
        },
        status=status,
    )


def _revoked(found: Decision) -> set[int | None]:
    """Return the nominations whose honours were taken back since."""
    if not found.document:
        return set()
    return set(found.honours.exclude(revoked_on=None).values_list("nomination_id", flat=True))


def _shortfall(found: Decision, awards: list[Award]) -> str:
    """Say what the fund lacks for a draft; nothing once it is signed."""
    if found.document:
        return ""
    asked = sum(each.prize_amount or 0 for each in awards)
    return shortfall(found.body, as_of=clock.today(), asked=asked)


def _layouts(request: StaffRequest, batch: CertificateBatch | None) -> dict[str, Any]:
    """Return the layouts to choose from, and the key of the one to begin with."""
    found = choices_for(request.actor)
    used = [each.key for each in found if batch and each.name == batch.layout_name]
    return {"layouts": found, "layout_key": next(iter(used), STANDARD)}


@require_POST
def decision_sign(request: StaffRequest, pk: int) -> HttpResponse:
    """Sign a decision: it takes its number and its honours enter the register."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    if sign := SIGNS.get(found.kind):
        return sign(request, found)
    form = DecisionSignForm(request.POST, confirm=_unsure(found))
    if form.is_valid():
        with told_in(form):
            issue_decision(
                actor=request.actor,
                decision=found,
                decided_on=form.cleaned_data["signed_on"],
                authority_note=form.cleaned_data.get("authority_note", ""),
            )
            messages.success(request, "Đã ký quyết định; các trường hợp khen thưởng đã vào sổ.")
            return redirect("decision", pk=pk)
    for problems in form.errors.values():
        messages.error(request, str(problems[0]))
    if "authority_note" not in form.fields:
        return redirect("decision", pk=pk)
    return _decision_page(request, found, form, status=422)


@require_POST
def decision_correct(request: StaffRequest, pk: int) -> HttpResponse:
    """Rewrite why a draft honours."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    form = DraftForm(request.POST)
    if not form.is_valid():
        for problems in form.errors.values():
            messages.error(request, str(problems[0]))
        return redirect("decision", pk=pk)
    return act_then_go(
        request,
        lambda: correct_decision(actor=request.actor, decision=found, **form.cleaned_data),
        done="Đã lưu dự thảo.",
        to="decision",
        pk=pk,
    )


@require_POST
def decision_discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Drop a draft."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    try:
        discard_decision(actor=request.actor, decision=found)
    except DomainError as problem:
        messages.error(request, problem.message)
        return redirect("decision", pk=pk)
    messages.success(request, f"Đã bỏ dự thảo; {words_of(found).discarded}.")
    return redirect("meeting", pk=found.meeting_id) if found.meeting_id else redirect("decisions")


@require_safe
def decision_draft(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """Show the draft as it would be printed; an issued decision has its own files."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk, state=DecisionState.DRAFT)
    if draft := DRAFTS.get(found.kind):
        return draft(found, ending)
    today = clock.today()
    context = decision_context(
        found, awards_of(found, as_of=today), number=None, date=None, as_of=today
    )
    return draft_file(decision_files(context), ending)


@require_POST
def certificates_order(request: StaffRequest, pk: int) -> HttpResponse:
    """Order the certificates; the worker makes them while the page can be left."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)

    def order() -> None:
        layout = request.POST.get("layout", "")
        batch = order_certificates(actor=request.actor, decision=found, layout=layout)
        if batch.state == BatchState.WAITING:
            transaction.on_commit(lambda: certificates_task.enqueue(batch.pk))

    return act_then_go(
        request,
        order,
        done="Đang tạo tệp giấy khen; anh/chị có thể làm việc khác.",
        to="decision",
        pk=pk,
    )


@require_safe
def certificates(request: StaffRequest, pk: int) -> HttpResponse:
    """Download the finished certificates."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    batch = get_object_or_404(CertificateBatch, decision=found, state=BatchState.DONE)
    name = f"Giấy khen kèm {found}.pdf".replace("/", "-")
    inline = request.GET.get("xem") == "1"
    return download(load(batch.path), name=name, ending="pdf", inline=inline)


def _unsure(decision: Decision) -> list[str]:
    """The honours whose authority is to be confirmed if the draft is signed today."""
    today = clock.today()
    return names_to_confirm(awards_of(decision, as_of=today), as_of=today)


def _is_money_only(awards: list[Award], name: str) -> bool:
    slug = next(each.nomination.honour for each in awards if each.nomination.honour_name == name)
    return honour_of(slug, as_of=clock.today()).money_only
