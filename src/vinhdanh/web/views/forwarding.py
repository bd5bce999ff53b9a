"""What others decide: sending it up, following it, taking the answer in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.bundle_key import own_fingerprint
from vinhdanh.decisions.forwarding_dossier import decider_above
from vinhdanh.decisions.models import ForwardedCase
from vinhdanh.decisions.queries.forwarding import (
    forwardings_for,
    nominations_to_forward,
    waiting_answer,
    with_open_cases,
)
from vinhdanh.decisions.services.forwarding.answers import import_answer, record_answer, take_answer
from vinhdanh.decisions.services.forwarding.reminding import remind_superior
from vinhdanh.decisions.services.forwarding.sending import Letter, forward_nominations
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.lawbook import Level
from vinhdanh.organizations.queries.units import supervision_on
from vinhdanh.web.acts import told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.forwarding import BundleForm, ForwardForm, PaperAnswerForm, RemindForm
from vinhdanh.web.forwarding_page import by_nomination, ticks_of, waiting_groups
from vinhdanh.web.pages import ROWS

if TYPE_CHECKING:
    from django.http import HttpResponse, QueryDict

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Forwarding
    from vinhdanh.decisions.services.forwarding.answers import Taken
    from vinhdanh.web.requests import StaffRequest


def forwardings(request: StaffRequest) -> HttpResponse:
    """Show what waits to be sent up and what lies there; send what is chosen."""
    return _forwardings(request, BundleForm(), sent=request.POST or None)


def _forwardings(
    request: StaffRequest, answer_form: BundleForm, *, sent: QueryDict | None = None
) -> HttpResponse:
    actor, today = request.actor, clock.today()
    actor.require(Act.FORWARD)
    waiting = nominations_to_forward(actor).prefetch_related("initiatives")
    groups = waiting_groups(waiting, as_of=today)
    ticks = ticks_of(groups)
    superior = supervision_on(actor.body, as_of=today)
    form = ForwardForm(
        sent,
        waiting=waiting,
        papers=[each.value for each in ticks],
        in_system=superior is not None and superior.superior_id is not None,
        initial={
            "sent_on": today,
            "nominations": [each.pk for each in waiting],
            "papers": [each.value for each in ticks if each.paper.is_there],
        },
    )
    if form.is_valid():
        with told_in(form):
            found = _forward(actor, form)
            for each in found:
                messages.success(request, f"Đã lập {each}.")
            if len(found) > 1:
                return redirect("forwardings")
            return redirect("forwarding", pk=found[0].pk)
    rows = with_open_cases(forwardings_for(actor)).order_by("-sent_on", "-id")
    return render(
        request,
        "web/forwarding/list.html",
        {
            "form": form,
            "groups": groups,
            "waiting": waiting,
            "chosen": {str(pk) for pk in form["nominations"].value() or ()},
            "ticked": set(form["papers"].value() or ()),
            "superior": superior,
            "page": Paginator(rows, ROWS).get_page(request.GET.get("page")),
            "answer_form": answer_form,
        },
        status=422 if form.errors or answer_form.errors else 200,
    )


@require_safe
def forwarding(request: StaffRequest, pk: int) -> HttpResponse:
    """Show one sending: its letter, its file, each case and its answer."""
    return _page(request, pk, RemindForm())


@require_POST
def forwarding_remind(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down that the superior was reminded."""
    found = get_object_or_404(forwardings_for(request.actor), pk=pk)
    form = RemindForm(request.POST)
    if form.is_valid():
        with told_in(form):
            remind_superior(actor=request.actor, forwarding=found, how=form.cleaned_data["how"])
            messages.success(request, f"Đã ghi việc nhắc {found.superior_name}.")
            return redirect("forwarding", pk=pk)
    return _page(request, pk, form)


def _page(request: StaffRequest, pk: int, form: RemindForm) -> HttpResponse:
    found = get_object_or_404(with_open_cases(forwardings_for(request.actor)), pk=pk)
    cases = list(found.cases.select_related("nomination__recipient").order_by("order"))
    return render(
        request,
        "web/forwarding/forwarding.html",
        {
            "forwarding": found,
            "cases": cases,
            "open": sum(not case.verdict for case in cases),
            "files": list(found.letter.files.all()),
            "key": own_fingerprint(),
            "answer_waits": waiting_answer(found) is not None,
            "remind_form": form,
            "history": history_of(found)[:20],
        },
        status=422 if form.errors else 200,
    )


@require_safe
def bundle(request: StaffRequest, pk: int) -> HttpResponse:
    """Hand out the signed file."""
    found = get_object_or_404(forwardings_for(request.actor), pk=pk)
    name = f"Hồ sơ {found.letter.code} lần {found.round}.zip"
    return download(load(found.path), name=name, ending="zip")


@require_POST
def answer_import(request: StaffRequest) -> HttpResponse:
    """Take in the answer file of a superior."""
    form = BundleForm(request.POST, request.FILES)
    if form.is_valid():
        facts = form.cleaned_data
        with told_in(form):
            found, taken = import_answer(
                actor=request.actor, data=facts["file"], is_compared=facts["is_compared"]
            )
            _tell(request, taken)
            return redirect("forwarding", pk=found.pk)
    return _forwardings(request, form)


@require_POST
def answer_take(request: StaffRequest, pk: int) -> HttpResponse:
    """Take in the answer of a superior in this system."""
    found = get_object_or_404(forwardings_for(request.actor), pk=pk)
    try:
        _tell(request, take_answer(actor=request.actor, forwarding=found))
    except DomainError as problem:
        messages.error(request, problem.message)
    return redirect("forwarding", pk=pk)


def case_answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down the answer to one case from a paper."""
    actor = request.actor
    case = get_object_or_404(
        ForwardedCase.objects.filter(forwarding__in=forwardings_for(actor)).select_related(
            "forwarding__letter", "nomination__recipient"
        ),
        pk=pk,
        verdict="",
    )
    open_ones = case.forwarding.cases.filter(verdict="").exclude(pk=pk)
    others = {each.pk: each for each in open_ones.select_related("nomination__recipient")}
    form = PaperAnswerForm(
        request.POST or None,
        request.FILES or None,
        others={
            number: f"{each.nomination.recipient.name}: {each.nomination.honour_name}"
            for number, each in others.items()
        },
        initial={"issuer": _likely_issuer(case.forwarding)},
    )
    if request.method == "POST" and form.is_valid():
        chosen = [others[number] for number in form.cleaned_data.pop("others", ())]
        facts = form.cleaned_data | {"verdict": form.verdict_value, "others": chosen}
        with told_in(form):
            record_answer(actor=actor, case=case, **facts)
            messages.success(request, f"Đã ghi trả lời về {case.nomination.recipient.name}.")
            return redirect("forwarding", pk=case.forwarding_id)
    return render(
        request,
        "web/forwarding/answer.html",
        {
            "case": case,
            "form": form,
            "name": case.nomination.recipient.name,
            "waiting": waiting_answer(case.forwarding),
        },
        status=422 if form.errors else 200,
    )


def _likely_issuer(found: Forwarding) -> str:
    """Return the superior, unless it only passes the files on to who decides."""
    level = Level(found.level) if found.level else None
    above = decider_above(found.superior_name, level, as_of=found.sent_on)
    return "" if above else found.superior_name


def _forward(actor: Actor, form: ForwardForm) -> list[Forwarding]:
    """Send the chosen rows in the order of their lists."""
    said = dict(form.cleaned_data)
    rows = sorted(said.pop("nominations"), key=lambda row: (row.submission_id, row.order))
    papers = by_nomination(said.pop("papers"))
    return forward_nominations(actor=actor, nominations=rows, letter=Letter(**said), papers=papers)


def _tell(request: StaffRequest, taken: Taken) -> None:
    if taken.applied:
        messages.success(request, f"Đã ghi trả lời của {taken.applied} trường hợp.")
    elif taken.already:
        messages.info(request, "Trả lời này đã ghi từ trước, không có gì thay đổi.")
    for problem in taken.problems:
        messages.error(request, problem)
