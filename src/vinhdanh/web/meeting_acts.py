"""One shape for every act on a meeting: found through its door, done, told, back on the page.

    @on_box
    def box_count(request: StaffRequest, box: BallotBox) -> str:
        count_box(actor=request.actor, box=box, code=request.POST.get("code", ""))
        return "Đã kiểm phiếu."

The view returns what is told when all went well; a refusal is told instead. Where something was
typed (`on_item_form`), the page comes back with the form open and what was typed in it.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from django.contrib import messages
from django.db.models import TextChoices
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from vinhdanh.councils.models import AgendaItem, BallotBox, CouncilMember, Recusal
from vinhdanh.councils.queries.meetings import meetings_for
from vinhdanh.kernel.errors import DomainError
from vinhdanh.web.meeting_page import Refusal, shown_again
from vinhdanh.web.pages import sent_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpResponse

    from vinhdanh.councils.models import Meeting
    from vinhdanh.web.requests import StaffRequest

    View = Callable[..., HttpResponse]

Found = TypeVar("Found")
Word = TypeVar("Word", bound=TextChoices)


def on_meeting(view: Callable[..., str]) -> View:
    """Make an act on a meeting a view."""
    return _act(view, _meeting, lambda meeting: _page(meeting.pk))


def on_box(view: Callable[..., str]) -> View:
    """Make an act on a ballot box a view."""
    return _act(view, _box, lambda box: _page(box.meeting_id))


def on_item(view: Callable[..., str]) -> View:
    """Make an act on an item a view; it ends at the item."""
    return _act(view, _item, _place)


def on_item_form(view: Callable[..., str]) -> View:
    """Make an act on an item a view; refused, its form is shown again as it was sent."""

    def again(request: StaffRequest, item: AgendaItem, told: str) -> HttpResponse:
        refused = Refusal(view.__name__, item.pk, request.POST.dict(), told)
        return shown_again(request, item.meeting_id, refused)

    return _act(view, _item, _place, again)


def on_recusal(view: Callable[..., str]) -> View:
    """Make an act on a recusal a view; it ends at its item."""
    return _act(view, _recusal, lambda recusal: _place(recusal.item))


def sent_member(request: StaffRequest, meeting: Meeting) -> CouncilMember:
    """Return the member of a meeting whom a form names, or answer that nobody is there."""
    members = CouncilMember.objects.filter(attendance__meeting=meeting).select_related("person")
    return get_object_or_404(members, pk=sent_number(request, "member"))


def sent_word(request: StaffRequest, name: str, words: type[Word]) -> Word:
    """Return what a form chose of a list of words, or answer that nothing is there."""
    try:
        return words(request.POST.get(name, ""))
    except ValueError:
        raise Http404 from None


def _act(
    view: Callable[..., str],
    find: Callable[[StaffRequest, int], Found],
    place: Callable[[Found], str],
    again: Callable[[StaffRequest, Found, str], HttpResponse] | None = None,
) -> View:
    @require_POST
    @wraps(view)
    def act(request: StaffRequest, pk: int, **rest: Any) -> HttpResponse:
        found = find(request, pk)
        try:
            messages.success(request, view(request, found, **rest))
        except DomainError as problem:
            messages.error(request, problem.message)
            if again:
                return again(request, found, problem.message)
        return HttpResponseRedirect(place(found))

    return act


def _meeting(request: StaffRequest, pk: int) -> Meeting:
    return get_object_or_404(meetings_for(request.actor), pk=pk)


def _box(request: StaffRequest, pk: int) -> BallotBox:
    boxes = BallotBox.objects.filter(meeting__in=meetings_for(request.actor))
    return get_object_or_404(boxes.select_related("meeting__council"), pk=pk)


def _item(request: StaffRequest, pk: int) -> AgendaItem:
    items = AgendaItem.objects.filter(meeting__in=meetings_for(request.actor))
    return get_object_or_404(
        items.select_related("meeting__council", "nomination__recipient"), pk=pk
    )


def _recusal(request: StaffRequest, pk: int) -> Recusal:
    recusals = Recusal.objects.filter(item__meeting__in=meetings_for(request.actor))
    return get_object_or_404(recusals.select_related("item", "member__person"), pk=pk)


def _page(meeting: int) -> str:
    return reverse("meeting", args=[meeting])


def _place(item: AgendaItem) -> str:
    return f"{_page(item.meeting_id)}#item-{item.pk}"
