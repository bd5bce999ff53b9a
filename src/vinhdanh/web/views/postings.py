"""Lists posted for opinions: to post, to read, to write down and answer what came."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.nominations.models import Opinion
from vinhdanh.nominations.notices import notice_files
from vinhdanh.nominations.postings import USUAL_DAYS, posting_rules
from vinhdanh.nominations.queries.nominations import nominations_for, submissions_for
from vinhdanh.nominations.queries.postings import postings_for, with_opinions
from vinhdanh.nominations.services.postings import (
    MAY_BE_POSTED,
    Notice,
    Said,
    answer_opinion,
    hold_for_opinion,
    post_list,
    record_opinion,
)
from vinhdanh.organizations.enums import HoldKind
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.postings import AnswerForm, OpinionForm, OpinionHoldForm, PostingForm

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.nominations.models import Nomination, Posting, Submission
    from vinhdanh.web.requests import StaffRequest

SHOWN = 100


@require_safe
def postings(request: StaffRequest) -> HttpResponse:
    """Show the year's postings, the newest first."""
    found = with_opinions(postings_for(request.actor).filter(posted_on__year=request.year))
    return render(request, "web/nominations/postings.html", {"postings": found[:SHOWN]})


def posting_new(request: StaffRequest, pk: int) -> HttpResponse:
    """Post the nominees of a list."""
    request.actor.require(Act.POST_PUBLICLY)
    submission = get_object_or_404(submissions_for(request.actor), pk=pk)
    rows = list(submission.nominations.filter(state__in=MAY_BE_POSTED).select_related("recipient"))
    form = PostingForm(request.POST or None, initial=_initial(request, submission, rows))
    if request.method == "POST" and form.is_valid():
        with told_in(form):
            posting = post_list(
                actor=request.actor,
                nominations=rows,
                notice=Notice(
                    **{**form.cleaned_data, "places": tuple(form.cleaned_data["places"])}
                ),
            )
            messages.success(request, "Đã lập thông báo: hãy in, ký và niêm yết.")
            return redirect("posting", pk=posting.pk)
    return render(
        request,
        "web/nominations/posting_new.html",
        {"form": form, "submission": submission, "rows": rows},
    )


def posting(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a posting with its opinions, and take a new one."""
    found = get_object_or_404(postings_for(request.actor), pk=pk)
    rows = list(found.nominations.select_related("recipient").order_by("submission", "order"))
    form = OpinionForm(
        request.POST or None, nominations=rows, initial={"received_on": clock.today()}
    )
    if request.method == "POST" and form.is_valid():
        data = {**form.cleaned_data}
        chosen = data.pop("nomination")
        about = next((each for each in rows if str(each.pk) == chosen), None)
        with told_in(form):
            said = Said(nomination=about, **data)
            record_opinion(actor=request.actor, posting=found, said=said)
            messages.success(request, "Đã ghi ý kiến.")
            return redirect("posting", pk=pk)
    return render(request, "web/nominations/posting.html", _context(request, found, rows, form))


@require_safe
def posting_notice(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """Hand out the notice to sign and put up."""
    found = get_object_or_404(postings_for(request.actor), pk=pk)
    for file in notice_files(found):
        if file.format == ending:
            return download(file.data, name=file.title, ending=file.format, inline=True)
    raise Http404


@require_POST
def opinion_answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer an opinion."""
    found = _opinion(request, pk)
    form = AnswerForm(request.POST)
    answer = form.cleaned_data["answer"] if form.is_valid() else ""
    return act_then_go(
        request,
        lambda: answer_opinion(actor=request.actor, opinion=found, answer=answer),
        done="Đã trả lời ý kiến.",
        to="posting",
        pk=found.posting_id,
    )


@require_POST
def opinion_hold(request: StaffRequest, pk: int) -> HttpResponse:
    """Open a matter to look into because of an opinion."""
    found = _opinion(request, pk)
    form = OpinionHoldForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Chưa chọn việc cần xem xét: hãy chọn trong danh sách.")
        return redirect("posting", pk=found.posting_id)
    kind = HoldKind(form.cleaned_data["kind"])
    return act_then_go(
        request,
        lambda: hold_for_opinion(actor=request.actor, opinion=found, kind=kind),
        done="Đã mở việc xem xét; hồ sơ được xét lại theo quy định.",
        to="posting",
        pk=found.posting_id,
    )


def _opinion(request: StaffRequest, pk: int) -> Opinion:
    opinions = Opinion.objects.filter(posting__in=postings_for(request.actor))
    return get_object_or_404(opinions.select_related("posting"), pk=pk)


def _initial(
    request: StaffRequest, submission: Submission, rows: list[Nomination]
) -> dict[str, Any]:
    today = clock.today()
    rules = posting_rules(
        {each.honour for each in rows}, as_of=today, province=request.actor.body.province
    )
    ends = [end for rule in rules if (end := rule.first_end(today))]
    return {
        "title": submission.title[:1].lower() + submission.title[1:],
        "posted_on": today,
        "closes_on": max(ends, default=today + dt.timedelta(days=USUAL_DAYS)),
        "places": [f"Bảng tin {request.actor.body.name}", "Nhà văn hóa các thôn"],
        "contact": f"Công chức phụ trách thi đua, khen thưởng, {request.actor.body.name}",
    }


def _context(
    request: StaffRequest, found: Posting, rows: list[Nomination], form: OpinionForm
) -> dict[str, Any]:
    may_post = bool(request.actor.may(Act.POST_PUBLICLY))
    readable = set(
        nominations_for(request.actor)
        .filter(pk__in=[each.pk for each in rows])
        .values_list("pk", flat=True)
    )
    return {
        "posting": found,
        "rows": rows,
        "readable": readable,
        "opinions": found.opinions.select_related("nomination__recipient"),
        "is_open": found.closes_on >= clock.today(),
        "may_post": may_post,
        "form": form if may_post else None,
        "answer_form": AnswerForm(),
        "hold_form": OpinionHoldForm(),
        "history": history_of(found)[:SHOWN],
    }
