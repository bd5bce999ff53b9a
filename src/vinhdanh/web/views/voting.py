"""Voting in a meeting: one's own ballots, raised hands, boxes, papers, rounds, ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from vinhdanh.councils.enums import Choice, VoteForm
from vinhdanh.councils.models import AgendaItem, BallotBox, CouncilMember
from vinhdanh.councils.queries.meetings import meetings_for, seat_of
from vinhdanh.councils.services.ballots import cast_ballots
from vinhdanh.councils.services.boxes import count_box, discard_box, open_box
from vinhdanh.councils.services.counting import conclude_item
from vinhdanh.councils.services.forms import choose_form, vote_again
from vinhdanh.councils.services.ranking import set_ceiling, settle_ranking
from vinhdanh.councils.services.recusals import declare_interest
from vinhdanh.councils.services.secret_votes import cast_secret
from vinhdanh.councils.services.tallies import Papers, enter_tally, give_paper, name_tellers
from vinhdanh.web.acts import act_then_go
from vinhdanh.web.pages import sent_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet
    from django.http import HttpResponse

    from vinhdanh.councils.models import Meeting
    from vinhdanh.web.requests import StaffRequest

PREFIX = "item-"
FIGURES = ("issued", "returned", "invalid", "votes_for", "votes_against", "votes_abstain")


@require_POST
@sensitive_post_parameters()
def secret_vote(request: StaffRequest, pk: int) -> HttpResponse:
    """Put one's own ballots into a box; nothing of the choice comes back."""
    box = _box(request, pk)
    choices = _choices(request)
    return act_then_go(
        request,
        lambda: cast_secret(actor=request.actor, box=box, choices=choices),
        done="Anh/chị đã bỏ phiếu. Phiếu kín đã bỏ thì không xem lại, không đổi được.",
        to="meeting",
        pk=box.meeting_id,
    )


@require_POST
def vote_together(request: StaffRequest, pk: int) -> HttpResponse:
    """Cast one's own open votes on several items at once."""
    meeting = _meeting(request, pk)
    seat = seat_of(request.actor, meeting.council)
    if seat is None:
        raise Http404
    choices = _choices(request)
    return act_then_go(
        request,
        lambda: cast_ballots(actor=request.actor, meeting=meeting, member=seat, choices=choices),
        done=f"Đã ghi ý kiến của anh/chị về {len(choices)} hồ sơ.",
        to="meeting",
        pk=pk,
    )


@require_POST
@sensitive_post_parameters("code")
def box_open(request: StaffRequest, pk: int) -> HttpResponse:
    """Open a ballot box over the chosen items."""
    meeting = _meeting(request, pk)
    items, code = _items(request, meeting), request.POST.get("code", "")
    if code != request.POST.get("code_again", ""):
        messages.error(request, "Hai lần nhập mã hòm phiếu khác nhau: hãy nhập lại.")
        return redirect("meeting", pk=pk)
    return act_then_go(
        request,
        lambda: open_box(actor=request.actor, meeting=meeting, items=items, code=code),
        done="Hòm phiếu đã mở; các thành viên bỏ phiếu được ngay.",
        to="meeting",
        pk=pk,
    )


@require_POST
@sensitive_post_parameters("code")
def box_count(request: StaffRequest, pk: int) -> HttpResponse:
    """Count a box."""
    box = _box(request, pk)
    code, anyway = request.POST.get("code", ""), request.POST.get("anyway") == "1"
    return act_then_go(
        request,
        lambda: count_box(actor=request.actor, box=box, code=code, despite_missing=anyway),
        done="Đã kiểm phiếu; kết quả hiện trên mọi màn hình.",
        to="meeting",
        pk=box.meeting_id,
    )


@require_POST
def box_discard(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a box up uncounted."""
    box = _box(request, pk)
    reason = request.POST.get("reason", "")
    return act_then_go(
        request,
        lambda: discard_box(actor=request.actor, box=box, reason=reason),
        done="Đã bỏ hòm phiếu; hãy mở hòm phiếu mới để bỏ phiếu lại.",
        to="meeting",
        pk=box.meeting_id,
    )


@require_POST
def form_choose(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose how the chosen items are voted on."""
    meeting = _meeting(request, pk)
    form = {each.value: each for each in VoteForm}.get(request.POST.get("form", ""))
    if form is None:
        raise Http404
    items = _items(request, meeting)
    return act_then_go(
        request,
        lambda: choose_form(actor=request.actor, meeting=meeting, items=items, form=form),
        done=f"Đã chọn {form.label.lower()} cho {len(items)} hồ sơ.",
        to="meeting",
        pk=pk,
    )


@require_POST
def tellers_name(request: StaffRequest, pk: int) -> HttpResponse:
    """Name who counts the papers."""
    meeting = _meeting(request, pk)
    members = {member.pk: member for member in _members(meeting)}
    head = members.get(sent_number(request, "head"))
    if head is None:
        messages.error(request, "Chưa chọn trưởng ban kiểm phiếu: hãy chọn một thành viên.")
        return redirect("meeting", pk=pk)
    chosen = [int(each) for each in request.POST.getlist("tellers") if each.isdecimal()]
    others = [members[each] for each in chosen if each in members]
    return act_then_go(
        request,
        lambda: name_tellers(actor=request.actor, meeting=meeting, head=head, others=others),
        done="Đã ghi Ban kiểm phiếu.",
        to="meeting",
        pk=pk,
    )


@require_POST
def paper_give(request: StaffRequest, pk: int) -> HttpResponse:
    """Note that a member votes on paper."""
    item = _item(request, pk)
    member = get_object_or_404(_members(item.meeting), pk=sent_number(request, "member"))
    return _on_item(
        request,
        item,
        lambda: give_paper(actor=request.actor, item=item, member=member),
        f"Đã ghi nhận phát phiếu giấy cho {member}.",
    )


@require_POST
def tally_enter(request: StaffRequest, pk: int) -> HttpResponse:
    """Enter what the tellers counted."""
    item = _item(request, pk)
    figures = {name: request.POST.get(name, "") for name in FIGURES}
    if not all(each.isdecimal() and len(each) <= len("9999") for each in figures.values()):
        messages.error(request, "Số phiếu chưa đúng: hãy ghi đủ sáu ô bằng chữ số.")
        return redirect(_place(item))
    papers = Papers(**{name: int(each) for name, each in figures.items()})
    return _on_item(
        request,
        item,
        lambda: enter_tally(actor=request.actor, item=item, papers=papers),
        f"Đã nhập kết quả kiểm phiếu giấy của {item.nomination.recipient.name}.",
    )


@require_POST
def round_again(request: StaffRequest, pk: int) -> HttpResponse:
    """Open another round on the chosen items."""
    meeting = _meeting(request, pk)
    items = _items(request, meeting)
    return act_then_go(
        request,
        lambda: vote_again(actor=request.actor, meeting=meeting, items=items),
        done=f"Đã mở vòng bỏ phiếu tiếp theo cho {len(items)} hồ sơ.",
        to="meeting",
        pk=pk,
    )


@require_POST
def item_conclude(request: StaffRequest, pk: int) -> HttpResponse:
    """Let an item that fell short end there."""
    item = _item(request, pk)
    return _on_item(
        request,
        item,
        lambda: conclude_item(actor=request.actor, item=item),
        f"Đã kết luận hồ sơ của {item.nomination.recipient.name}: không thông qua.",
    )


@require_POST
def interest_declare(request: StaffRequest, pk: int) -> HttpResponse:
    """Stay out of a vote oneself."""
    item = _item(request, pk)
    relation = request.POST.get("relation", "")
    return _on_item(
        request,
        item,
        lambda: declare_interest(actor=request.actor, item=item, relation=relation),
        "Đã ghi nhận anh/chị không tham gia biểu quyết hồ sơ này.",
    )


@require_POST
def ceiling_set(request: StaffRequest, pk: int) -> HttpResponse:
    """Say how many of an honour may pass."""
    meeting = _meeting(request, pk)
    honour, source = request.POST.get("honour", ""), request.POST.get("source", "")
    limit = min(sent_number(request, "limit"), 9999)
    return act_then_go(
        request,
        lambda: set_ceiling(
            actor=request.actor, meeting=meeting, honour=honour, limit=limit, source=source
        ),
        done=f"Đã đặt chỉ tiêu {limit}.",
        to="meeting",
        pk=pk,
    )


@require_POST
def ranking_settle(request: StaffRequest, pk: int, honour: str) -> HttpResponse:
    """Give the places of an honour by votes."""
    meeting = _meeting(request, pk)
    ceiling = get_object_or_404(meeting.ceilings.select_related("meeting__council"), honour=honour)
    chosen, reason = _items(request, meeting), request.POST.get("reason", "")
    return act_then_go(
        request,
        lambda: settle_ranking(actor=request.actor, ceiling=ceiling, chosen=chosen, reason=reason),
        done="Đã xếp theo số phiếu.",
        to="meeting",
        pk=pk,
    )


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


def _members(meeting: Meeting) -> QuerySet[CouncilMember]:
    return CouncilMember.objects.filter(attendance__meeting=meeting).select_related("person")


def _items(request: StaffRequest, meeting: Meeting) -> list[AgendaItem]:
    keys = [int(each) for each in request.POST.getlist("items") if each.isdecimal()]
    return list(meeting.items.filter(pk__in=[key for key in keys if key < 2**31]))


def _choices(request: StaffRequest) -> dict[int, Choice]:
    """Return the vote by the item's id, of the fields named after items."""
    words = {choice.value: choice for choice in Choice}
    return {
        int(name.removeprefix(PREFIX)): words[value]
        for name, value in request.POST.items()
        if name.startswith(PREFIX)
        and name.removeprefix(PREFIX).isdecimal()
        and len(name) <= len(PREFIX) + 9
        and value in words
    }


def _place(item: AgendaItem) -> str:
    return f"{reverse('meeting', args=[item.meeting_id])}#item-{item.pk}"


def _on_item(
    request: StaffRequest, item: AgendaItem, act: Callable[[], object], done: str
) -> HttpResponse:
    act_then_go(request, act, done=done, to="meeting", pk=item.meeting_id)
    return redirect(_place(item))
