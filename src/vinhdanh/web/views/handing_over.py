"""Handing honours over: the ceremony with its list, and certificates given anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.ceremony_papers import called_up, ceremony_files
from vinhdanh.decisions.enums import DecisionKind, DecisionState, ReissueKind, ReissueState
from vinhdanh.decisions.models import Ceremony
from vinhdanh.decisions.queries.decisions import decisions_for
from vinhdanh.decisions.queries.honours import honours_for, reissues_for
from vinhdanh.decisions.services.ceremonies import name_takers, plan_ceremony
from vinhdanh.decisions.services.reissues import answer_reissue, request_reissue
from vinhdanh.documents import DocumentError
from vinhdanh.kernel.files import load
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.handing_over import CeremonyForm, ReissueForm, TakersForm

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.decisions.models import Decision, Honour
    from vinhdanh.web.requests import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def ceremony(request: StaffRequest, pk: int) -> HttpResponse:
    """Plan the ceremony of a decision."""
    decision = get_object_or_404(
        decisions_for(request.actor), pk=pk, kind=DecisionKind.AWARD, state=DecisionState.ISSUED
    )
    request.actor.require(Act.PRINT_CERTIFICATES)
    planned = Ceremony.objects.filter(decision=decision).first()
    form = CeremonyForm(request.POST or None, initial=CeremonyForm.known(planned))
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            plan_ceremony(actor=request.actor, decision=decision, **form.planned())
            messages.success(request, "Đã xếp buổi trao thưởng; danh sách lên nhận đã có.")
            return redirect("ceremony", pk=pk)
    context = {
        "form": form,
        "decision": decision,
        "ceremony": planned,
        "takers": TakersForm(honours=_called_up(decision)) if planned else None,
    }
    status = 422 if form.errors else 200
    return render(request, "web/decisions/ceremony.html", context, status=status)


@require_POST
def ceremony_takers(request: StaffRequest, pk: int) -> HttpResponse:
    """Say who comes up for whom, and who is absent."""
    decision = get_object_or_404(decisions_for(request.actor), pk=pk)
    planned = get_object_or_404(Ceremony, decision=decision)
    form = TakersForm(request.POST, honours=_called_up(decision))
    if form.is_valid():
        with told_in(form):
            name_takers(actor=request.actor, ceremony=planned, takers=form.takers())
            messages.success(request, "Đã ghi người lên nhận; danh sách trao thưởng đã theo.")
    for problems in form.errors.values():
        messages.error(request, str(problems[0]))
    return redirect("ceremony", pk=pk)


def _called_up(decision: Decision) -> list[Honour]:
    return called_up(decision.honours.select_related("taker"))


@require_safe
def ceremony_list(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """Hand out the list of who comes up in which turn."""
    decision = get_object_or_404(decisions_for(request.actor), pk=pk)
    planned = get_object_or_404(Ceremony, decision=decision)
    try:
        files = ceremony_files(planned, _called_up(decision))
    except DocumentError as problem:
        messages.error(request, problem.message)
        return redirect("ceremony", pk=pk)
    for file in files:
        if file.format == ending:
            return download(file.data, name=file.title, ending=file.format, inline=True)
    raise Http404


@require_POST
def reissue_request(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that somebody asks for another certificate."""
    honour = get_object_or_404(honours_for(request.actor), pk=pk)
    form = ReissueForm(request.POST)
    if form.is_valid():
        with told_in(form):
            said = form.cleaned_data
            request_reissue(
                actor=request.actor,
                honour=honour,
                kind=ReissueKind(said["kind"]),
                reason=said["reason"],
                applicant=said["applicant"],
                requested_on=said["requested_on"],
            )
            messages.success(request, "Đã ghi đề nghị, chờ Chủ tịch trả lời.")
    for problems in form.errors.values():
        messages.error(request, str(problems[0]))
    return redirect("honour", pk=pk)


@require_POST
def reissue_answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Agree to another certificate, or refuse with a reason."""
    reissue = get_object_or_404(reissues_for(request.actor), pk=pk)
    refusal = request.POST.get("refusal", "").strip()
    if request.POST.get("act") == "refuse" and not refusal:
        messages.error(request, "Chưa ghi lý do không đồng ý: hãy ghi một câu.")
        return redirect("honour", pk=reissue.honour_id)
    if request.POST.get("act") != "refuse":
        refusal = ""
    return act_then_go(
        request,
        lambda: answer_reissue(actor=request.actor, reissue=reissue, refusal=refusal),
        done="Đã ghi trả lời không đồng ý." if refusal else "Đã đồng ý; bằng mới đã sẵn sàng in.",
        to="honour",
        pk=reissue.honour_id,
    )


@require_safe
def reissue_file(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the new certificate."""
    reissue = get_object_or_404(reissues_for(request.actor), pk=pk, state=ReissueState.AGREED)
    name = f"{reissue.get_kind_display()} bằng của {reissue.honour.recipient_name}.pdf"
    return download(load(reissue.path), name=name, ending="pdf", inline=True)
