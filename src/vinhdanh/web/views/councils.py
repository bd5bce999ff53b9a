"""Meetings of the council: the list, calling one, its page, its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.models import MinutesFile
from vinhdanh.councils.queries.meetings import (
    meetings_for,
    standing_council,
    with_results,
)
from vinhdanh.councils.services.agendas import change_agenda
from vinhdanh.councils.services.meetings import call_meeting
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.nominations.enums import NominationState, Procedure
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.nominations.queries.postings import open_postings
from vinhdanh.web.acts import told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.councils import AgendaForm, MeetingForm
from vinhdanh.web.meeting_page import live_context, meeting_context, shown_meeting
from vinhdanh.web.pages import ROWS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest

READY = (NominationState.APPRAISED, NominationState.DEFERRED)


@require_safe
def meetings(request: StaffRequest) -> HttpResponse:
    """Show the year's meetings and who sits in the council."""
    found = with_results(meetings_for(request.actor).filter(held_on__year=request.year))
    council = standing_council(request.actor.body, as_of=clock.today())
    return render(
        request,
        "web/councils/list.html",
        {
            "page": Paginator(found, ROWS).get_page(request.GET.get("page")),
            "council": council,
            "members": list(council.sitting(clock.today())) if council else [],
            "may_convene": request.actor.may(Act.CONVENE),
            "may_found": request.actor.may(Act.FOUND_COUNCIL),
        },
    )


def meeting_new(request: StaffRequest) -> HttpResponse:
    """Call a meeting over nominations that are appraised."""
    request.actor.require(Act.CONVENE)
    council = standing_council(request.actor.body, as_of=clock.today())
    ready = list(
        nominations_for(request.actor).filter(state__in=READY, procedure=Procedure.REGULAR)
    )
    posted = open_postings(ready, as_of=clock.today())
    form = MeetingForm(request.POST or None, ready=ready, initial={"held_on": clock.today()})
    if request.method == "POST" and council and form.is_valid():
        chosen = set(form.cleaned_data["nominations"])
        with told_in(form):
            meeting = call_meeting(
                actor=request.actor,
                council=council,
                title=form.cleaned_data["title"],
                held_on=form.cleaned_data["held_on"],
                place=form.cleaned_data["place"],
                nominations=[each for each in ready if str(each.pk) in chosen],
                starts_at=form.cleaned_data["starts_at"],
                opinions_by=form.cleaned_data["opinions_by"],
            )
            messages.success(request, "Đã lập phiên họp; các thành viên thấy phiên họp này.")
            return redirect("meeting", pk=meeting.pk)
    return render(
        request,
        "web/councils/new.html",
        {
            "form": form,
            "ready": ready,
            "council": council,
            "posted": [(each, posted[each.pk]) for each in ready if each.pk in posted],
        },
    )


@require_safe
def meeting(request: StaffRequest, pk: int) -> HttpResponse:
    """Show a meeting; asked by htmx, only its live part, or all again once it opens or ends."""
    found = shown_meeting(request, pk)
    if request.htmx and request.GET.get("tinh-trang", found.state) != found.state:
        return HttpResponseClientRefresh()
    if request.htmx:
        context = live_context(request, found)
        return render(request, "web/councils/meeting.html#live", context)
    return render(request, "web/councils/meeting.html", meeting_context(request, found))


def meeting_agenda(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what a planned meeting decides on."""
    request.actor.require(Act.CONVENE)
    found = get_object_or_404(meetings_for(request.actor).select_related("council__body"), pk=pk)
    visible = nominations_for(request.actor).filter(procedure=Procedure.REGULAR)
    on_it = list(visible.filter(agenda_items__meeting=found).order_by("agenda_items__order"))
    choices = [*on_it, *visible.filter(state__in=READY)]
    chosen = {"nominations": [each.pk for each in on_it]}
    form = AgendaForm(request.POST or None, ready=choices, initial=chosen)
    if request.method == "POST" and form.is_valid():
        wanted = set(form.cleaned_data["nominations"])
        rows = [each for each in choices if str(each.pk) in wanted]
        with told_in(form):
            change_agenda(actor=request.actor, meeting=found, nominations=rows)
            messages.success(request, f"Phiên họp xét {len(rows)} hồ sơ.")
            return redirect("meeting", pk=pk)
    context = {"form": form, "meeting": found, "on_it": on_it, "choices": choices}
    return render(request, "web/councils/agenda.html", context)


@require_safe
def minutes(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """Download the minutes as they were made when the meeting closed."""
    found = get_object_or_404(meetings_for(request.actor), pk=pk)
    if found.closed_at is None:
        raise DomainError("Phiên họp chưa kết thúc nên chưa có biên bản: hãy kết thúc phiên họp.")
    file = get_object_or_404(MinutesFile, meeting=found, format=ending)
    return download(load(file.path), name=file.title, ending=file.format)
