"""Meetings of the council: calling, attendance, voting, closing, minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import Presence
from vinhdanh.councils.models import AgendaItem, CouncilMember, MinutesFile, Recusal
from vinhdanh.councils.queries.meetings import (
    items_awaiting,
    meetings_for,
    standing_council,
    with_results,
)
from vinhdanh.councils.services.attendance import Mark, mark_attendance, take_attendance
from vinhdanh.councils.services.ballots import cast_ballot, count_item, defer_item
from vinhdanh.councils.services.changes import cancel_meeting, reschedule_meeting
from vinhdanh.councils.services.meetings import call_meeting, close_meeting, open_meeting
from vinhdanh.councils.services.recusals import recuse, withdraw_recusal
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import load
from vinhdanh.nominations.enums import NominationState, Procedure
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.nominations.queries.postings import open_postings
from vinhdanh.web.acts import act_then_go, told_in
from vinhdanh.web.downloads import download
from vinhdanh.web.forms.councils import MeetingForm, RescheduleForm
from vinhdanh.web.meeting_page import CHOICES, live_context, meeting_context
from vinhdanh.web.pages import ROWS, sent_number

if TYPE_CHECKING:
    from collections.abc import Callable

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
    """Show a meeting; asked by htmx, only its live part."""
    meetings = meetings_for(request.actor).select_related("council__body", "presided_by__person")
    found = get_object_or_404(meetings, pk=pk)
    if request.htmx:
        waiting = items_awaiting(request.actor).filter(meeting=found).count()
        context = live_context(found) | {"awaiting": waiting}
        return render(request, "web/councils/meeting.html#live", context)
    return render(request, "web/councils/meeting.html", meeting_context(request, found))


@require_POST
def attendance(request: StaffRequest, pk: int) -> HttpResponse:
    """Take attendance."""
    found = get_object_or_404(meetings_for(request.actor), pk=pk)
    present = [int(each) for each in request.POST.getlist("present") if each.isdecimal()]
    return act_then_go(
        request,
        lambda: take_attendance(actor=request.actor, meeting=found, present=present),
        done="Đã lưu điểm danh.",
        to="meeting",
        pk=pk,
    )


@require_POST
def attendance_mark(request: StaffRequest, pk: int) -> HttpResponse:
    """Say how one member takes part: remote, in writing, by a substitute, absent with a reason."""
    found = get_object_or_404(meetings_for(request.actor), pk=pk)
    row = get_object_or_404(found.attendance, pk=sent_number(request, "row"))
    presence = {each.value: each for each in Presence}.get(request.POST.get("presence", ""))
    if presence is None:
        raise Http404
    mark = Mark(presence, request.POST.get("reason", ""), request.POST.get("substitute", ""))
    return act_then_go(
        request,
        lambda: mark_attendance(actor=request.actor, meeting=found, marks={row.pk: mark}),
        done=f"Đã ghi {row.member}: {presence.label.lower()}.",
        to="meeting",
        pk=pk,
    )


@require_POST
def meeting_open(request: StaffRequest, pk: int) -> HttpResponse:
    """Open a meeting."""
    found = get_object_or_404(meetings_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: open_meeting(actor=request.actor, meeting=found),
        done="Phiên họp đã khai mạc, các thành viên có thể biểu quyết.",
        to="meeting",
        pk=pk,
    )


@require_POST
def meeting_close(request: StaffRequest, pk: int) -> HttpResponse:
    """Close a meeting."""
    found = get_object_or_404(meetings_for(request.actor), pk=pk)
    return act_then_go(
        request,
        lambda: close_meeting(actor=request.actor, meeting=found),
        done="Phiên họp đã kết thúc; biên bản đã sẵn sàng.",
        to="meeting",
        pk=pk,
    )


@require_POST
def meeting_reschedule(request: StaffRequest, pk: int) -> HttpResponse:
    """Move a planned meeting to another day or place."""
    found = get_object_or_404(meetings_for(request.actor), pk=pk)
    form = RescheduleForm(request.POST)
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return redirect("meeting", pk=pk)
    day_of_meeting, place = form.cleaned_data["held_on"], form.cleaned_data["place"]
    return act_then_go(
        request,
        lambda: reschedule_meeting(
            actor=request.actor, meeting=found, held_on=day_of_meeting, place=place
        ),
        done=f"Đã dời phiên họp sang ngày {day_of_meeting:%d/%m/%Y}.",
        to="meeting",
        pk=pk,
    )


@require_POST
def meeting_cancel(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a meeting up."""
    found = get_object_or_404(meetings_for(request.actor), pk=pk)
    reason = request.POST.get("reason", "")
    return act_then_go(
        request,
        lambda: cancel_meeting(actor=request.actor, meeting=found, reason=reason),
        done="Đã hủy phiên họp; các hồ sơ chờ phiên họp khác.",
        to="meeting",
        pk=pk,
    )


@require_POST
def vote(request: StaffRequest, pk: int) -> HttpResponse:
    """Cast a vote: one's own, or by the clerk that of a raised hand."""
    item = _item(request, pk)
    member = _member(request, item)
    choice = CHOICES.get(request.POST.get("choice", ""))
    if choice is None:
        raise Http404
    return _on_item(
        request,
        item,
        lambda: cast_ballot(
            actor=request.actor,
            item=item,
            member=member,
            choice=choice,
            opinion=request.POST.get("opinion", ""),
        ),
        f"Đã ghi: {choice.label.lower()}.",
    )


@require_POST
def item_recuse(request: StaffRequest, pk: int) -> HttpResponse:
    """Keep a member out of a vote."""
    item = _item(request, pk)
    member = _member(request, item)
    reason = request.POST.get("reason", "")
    return _on_item(
        request,
        item,
        lambda: recuse(actor=request.actor, item=item, member=member, reason=reason),
        f"Đã ghi nhận {member} không tham gia biểu quyết hồ sơ này.",
    )


@require_POST
def recusal_withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Let a member take part in a vote again."""
    recusals = Recusal.objects.filter(item__meeting__in=meetings_for(request.actor))
    recusal = get_object_or_404(recusals.select_related("member__person"), pk=pk)
    return _on_item(
        request,
        recusal.item,
        lambda: withdraw_recusal(actor=request.actor, recusal=recusal),
        f"{recusal.member} lại tham gia biểu quyết hồ sơ này.",
    )


@require_POST
def item_count(request: StaffRequest, pk: int) -> HttpResponse:
    """Count an item."""
    item = _item(request, pk)
    return _on_item(
        request,
        item,
        lambda: count_item(actor=request.actor, item=item),
        f"Đã chốt kết quả của {item.nomination.recipient.name}.",
    )


@require_POST
def item_defer(request: StaffRequest, pk: int) -> HttpResponse:
    """Put an item off."""
    item = _item(request, pk)
    reason = request.POST.get("reason", "")
    return _on_item(
        request,
        item,
        lambda: defer_item(actor=request.actor, item=item, reason=reason),
        f"Đã hoãn xét hồ sơ của {item.nomination.recipient.name}.",
    )


@require_safe
def minutes(request: StaffRequest, pk: int, ending: str) -> HttpResponse:
    """Download the minutes as they were made when the meeting closed."""
    found = get_object_or_404(meetings_for(request.actor), pk=pk)
    if found.closed_at is None:
        raise DomainError("Phiên họp chưa kết thúc nên chưa có biên bản: hãy kết thúc phiên họp.")
    file = get_object_or_404(MinutesFile, meeting=found, format=ending)
    return download(load(file.path), name=file.title, ending=file.format)


def _item(request: StaffRequest, pk: int) -> AgendaItem:
    items = AgendaItem.objects.filter(meeting__in=meetings_for(request.actor))
    return get_object_or_404(items.select_related("meeting", "nomination__recipient"), pk=pk)


def _member(request: StaffRequest, item: AgendaItem) -> CouncilMember:
    members = CouncilMember.objects.filter(attendance__meeting=item.meeting)
    return get_object_or_404(members.select_related("person"), pk=sent_number(request, "member"))


def _on_item(
    request: StaffRequest, item: AgendaItem, act: Callable[[], object], done: str
) -> HttpResponse:
    act_then_go(request, act, done=done, to="meeting", pk=item.meeting_id)
    return redirect(f"{reverse('meeting', args=[item.meeting_id])}#item-{item.pk}")
