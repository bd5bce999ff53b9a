"""Award decisions, their certificates, and the register of honours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.queries.meetings import meetings_for
from vinhdanh.decisions.enums import BatchState
from vinhdanh.decisions.models import CertificateBatch, Decision
from vinhdanh.decisions.papers import decision_context, decision_files
from vinhdanh.decisions.queries.decisions import awards_of, decisions_for, with_counts
from vinhdanh.decisions.services.certificates import order_certificates
from vinhdanh.decisions.services.decisions import draft_decision, issue_decision
from vinhdanh.decisions.tasks import certificates as certificates_task
from vinhdanh.kernel import clock
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.lawbook import honour as honour_of
from vinhdanh.web.acts import act_then_go
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.decisions import SignForm
from vinhdanh.web.pages import ROWS

if TYPE_CHECKING:
    from vinhdanh.decisions.papers import Award
    from vinhdanh.web.requests import StaffRequest


@require_safe
def decisions(request: StaffRequest) -> HttpResponse:
    """Show the decisions, newest first."""
    found = with_counts(decisions_for(request.actor))
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    return render(request, "web/decisions/list.html", {"page": page})


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
    drafted = Decision.objects.filter(meeting=meeting).first()
    return redirect("decision", pk=drafted.pk) if drafted else response


@require_safe
def decision(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a decision with its list, papers, certificates and signature."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    as_of = found.decided_on or clock.today()
    awards = awards_of(found, as_of=as_of)
    batch = CertificateBatch.objects.filter(decision=found).first()
    template = "web/decisions/decision.html"
    if request.htmx:
        template += "#certificates"
    return render(
        request,
        template,
        {
            "decision": found,
            "awards": awards,
            "money_only": [
                name
                for name in dict.fromkeys(each.nomination.honour_name for each in awards)
                if _is_money_only(awards, name)
            ],
            "total": sum(each.prize_amount or 0 for each in awards),
            "prize_sources": sorted({each.prize_source for each in awards if each.prize_source}),
            "unknown_prizes": sum(each.prize_amount is None for each in awards),
            "files": list(found.document.files.all()) if found.document else [],
            "batch": batch,
            "form": SignForm(initial={"signed_on": clock.today()}),
            "may_sign": request.actor.may(Act.SIGN_DECISION),
            "may_print": request.actor.may(Act.PRINT_CERTIFICATES),
            "history": history_of(found)[:20],
        },
    )


@require_POST
def decision_sign(request: StaffRequest, pk: int) -> HttpResponse:
    """Sign a decision: it takes its number and its honours enter the register."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)
    form = SignForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(form.errors["signed_on"][0]))
        return redirect("decision", pk=pk)
    return act_then_go(
        request,
        lambda: issue_decision(
            actor=request.actor, decision=found, decided_on=form.cleaned_data["signed_on"]
        ),
        done="Đã ký quyết định; các trường hợp khen thưởng đã vào sổ.",
        to="decision",
        pk=pk,
    )


@require_safe
def decision_draft(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """Show the draft as it would be printed; an issued decision has its own files."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk, document=None)
    today = clock.today()
    context = decision_context(
        found, awards_of(found, as_of=today), number=None, date=None, as_of=today
    )
    for file in decision_files(context):
        if file.format == ending:
            return download(file.data, name=file.title, ending=file.format, inline=True)
    raise Http404


@require_POST
def certificates_order(request: StaffRequest, pk: int) -> HttpResponse:
    """Order the certificates; the worker makes them while the page can be left."""
    found = get_object_or_404(decisions_for(request.actor), pk=pk)

    def order() -> None:
        batch = order_certificates(actor=request.actor, decision=found)
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


def _is_money_only(awards: list[Award], name: str) -> bool:
    slug = next(each.nomination.honour for each in awards if each.nomination.honour_name == name)
    return honour_of(slug, as_of=clock.today()).money_only
