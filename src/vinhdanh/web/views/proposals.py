"""What lower offices propose: taking it in, deciding case by case, answering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.bundle import fingerprint, names_in, piece_in
from vinhdanh.decisions.models import ReceivedCase
from vinhdanh.decisions.queries.forwarding import received_for
from vinhdanh.decisions.services.forwarding.judging import judge_case, send_answer
from vinhdanh.decisions.services.forwarding.receiving import receive_bundle
from vinhdanh.kernel.files import load, opened
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.forwarding import AnswerForm, BundleForm
from vinhdanh.web.pages import ROWS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


def proposals(request: StaffRequest) -> HttpResponse:
    """Show what lower offices sent; take in a file."""
    actor = request.actor
    actor.require(Act.RECEIVE_PROPOSAL)
    form = BundleForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        with told_in(form):
            found = receive_bundle(
                actor=actor, data=facts["file"], is_compared=facts["is_compared"]
            )
            messages.success(request, f"Đã nhận {found}.")
            return redirect("proposal", pk=found.pk)
    page = Paginator(received_for(actor), ROWS).get_page(request.GET.get("page"))
    return render(
        request,
        "web/forwarding/proposals.html",
        {"form": form, "page": page},
        status=422 if form.errors else 200,
    )


@require_safe
def proposal(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a proposal: its papers and each case."""
    found = get_object_or_404(received_for(request.actor), pk=pk)
    with opened(found.path) as file:
        names = names_in(file)
    cases = list(found.cases.all())
    return render(
        request,
        "web/forwarding/proposal.html",
        {
            "proposal": found,
            "cases": cases,
            "open": sum(not case.verdict for case in cases),
            "names": names,
            "key": fingerprint(bytes.fromhex(found.sender_key)),
            "history": history_of(found)[:20],
        },
    )


@require_safe
def piece(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """Hand out one file of a proposal; a PDF opens in the browser."""
    found = get_object_or_404(received_for(request.actor), pk=pk)
    with opened(found.path) as file:
        one = piece_in(file, number)
    if one is None:
        raise Http404
    ending = one.path.rpartition(".")[2]
    return download(one.data, name=f"{one.title}.{ending}", ending=ending, inline=True)


def case_judge(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down what was decided on one case."""
    actor = request.actor
    case = get_object_or_404(
        ReceivedCase.objects.filter(
            proposal__in=received_for(actor), proposal__answered_on=None
        ).select_related("proposal"),
        pk=pk,
    )
    names = ("verdict", "reason", "decision_code", "decided_on", "issuer")
    open_ones = case.proposal.cases.filter(verdict="").exclude(pk=pk)
    others = {each.pk: each for each in open_ones}
    form = AnswerForm(
        request.POST or None,
        others={number: str(each) for number, each in others.items()},
        initial={name: getattr(case, name) for name in names},
    )
    if request.method == "POST" and form.is_valid():
        chosen = [others[number] for number in form.cleaned_data.pop("others", ())]
        facts = form.cleaned_data | {"verdict": form.verdict_value, "others": chosen}
        with told_in(form):
            judge_case(actor=actor, case=case, **facts)
            messages.success(request, f"Đã ghi kết quả của {case.recipient}.")
            return redirect("proposal", pk=case.proposal_id)
    return render(
        request,
        "web/forwarding/judge.html",
        {"case": case, "form": form, "name": case.recipient},
        status=422 if form.errors else 200,
    )


@require_POST
def answer_send(request: StaffRequest, pk: int) -> HttpResponse:
    """Send the answer back."""
    found = get_object_or_404(received_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: send_answer(actor=request.actor, proposal=found),
        done="Đã lập trả lời."
        + (" Nơi gửi thấy ngay trong hệ thống." if found.forwarding_id else " Hãy tải tệp và gửi."),
        to="proposal",
        pk=pk,
    )


@require_safe
def answer_file(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the signed answer."""
    found = get_object_or_404(received_for(request.actor), pk=pk, answered_on__isnull=False)
    name = f"Trả lời tờ trình {found.letter}.zip"
    return download(load(found.answer_path), name=name, ending="zip")
