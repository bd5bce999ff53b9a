"""Voting in a meeting: one's own ballots, raised hands, boxes, papers, rounds, ranking."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404
from django.views.decorators.debug import sensitive_post_parameters

from vinhdanh.councils.enums import Choice, VoteForm
from vinhdanh.councils.models import CouncilMember
from vinhdanh.councils.services.ballots import cast_ballots
from vinhdanh.councils.services.boxes import count_box, discard_box, open_box
from vinhdanh.councils.services.counting import conclude_item
from vinhdanh.councils.services.forms import choose_form, vote_again
from vinhdanh.councils.services.hands import count_ready, record_hands
from vinhdanh.councils.services.ranking import set_ceiling, settle_ranking
from vinhdanh.councils.services.recusals import declare_interest
from vinhdanh.councils.services.secret_votes import cast_secret
from vinhdanh.councils.services.tallies import (
    Papers,
    correct_tally,
    enter_tally,
    give_paper,
    name_tellers,
)
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.wording import joined
from vinhdanh.web.meeting_acts import (
    on_box,
    on_item,
    on_item_form,
    on_meeting,
    sent_member,
    sent_word,
)
from vinhdanh.web.pages import sent_number, sent_numbers

if TYPE_CHECKING:
    from vinhdanh.councils.models import AgendaItem, BallotBox, Meeting
    from vinhdanh.web.requests import StaffRequest

PREFIX = "item-"
MEMBER = "member-"


@sensitive_post_parameters()
@on_box
def secret_vote(request: StaffRequest, box: BallotBox) -> str:
    """Put one's own ballots into a box; nothing of the choice comes back."""
    cast_secret(actor=request.actor, box=box, choices=_choices(request))
    return "Anh/chị đã bỏ phiếu. Phiếu kín đã bỏ thì không xem lại, không đổi được."


@on_meeting
def vote_together(request: StaffRequest, meeting: Meeting) -> str:
    """Cast one's own open votes on several items at once."""
    choices = _choices(request)
    cast_ballots(actor=request.actor, meeting=meeting, choices=choices)
    return f"Đã ghi ý kiến của anh/chị về {len(choices)} hồ sơ."


@on_meeting
def hands_record(request: StaffRequest, meeting: Meeting) -> str:
    """Write down the raised hands of everybody on the form on the chosen items."""
    items = _items(request, meeting)
    choices = _choices(request, MEMBER)
    hands = record_hands(actor=request.actor, meeting=meeting, items=items, choices=choices)
    told = f"Đã ghi {hands.written} ý kiến giơ tay cho {len(items)} hồ sơ."
    if not hands.left:
        return told
    names = joined([str(each) for each in hands.left])
    return f"{told} Còn {len(hands.left)} người có mặt chưa ghi: {names}; hãy ghi nốt."


@on_meeting
def ready_count(request: StaffRequest, meeting: Meeting) -> str:
    """Count everything on which all have voted."""
    anyway = request.POST.get("anyway") == "1"
    counted = count_ready(actor=request.actor, meeting=meeting, without_letters=anyway)
    return f"Đã chốt kết quả {counted} hồ sơ."


@sensitive_post_parameters("code", "code_again")
@on_meeting
def box_open(request: StaffRequest, meeting: Meeting) -> str:
    """Open a ballot box over the chosen items."""
    code = request.POST.get("code", "")
    if code != request.POST.get("code_again", ""):
        raise DomainError("Hai lần nhập mã hòm phiếu khác nhau: hãy nhập lại.")
    open_box(actor=request.actor, meeting=meeting, items=_items(request, meeting), code=code)
    return "Hòm phiếu đã mở; các thành viên bỏ phiếu được ngay."


@sensitive_post_parameters("code")
@on_box
def box_count(request: StaffRequest, box: BallotBox) -> str:
    """Count a box."""
    code, anyway = request.POST.get("code", ""), request.POST.get("anyway") == "1"
    count_box(actor=request.actor, box=box, code=code, despite_missing=anyway)
    return "Đã kiểm phiếu; kết quả hiện trên mọi màn hình."


@on_box
def box_discard(request: StaffRequest, box: BallotBox) -> str:
    """Give a box up uncounted."""
    discard_box(actor=request.actor, box=box, reason=request.POST.get("reason", ""))
    return "Đã bỏ hòm phiếu; hãy mở hòm phiếu mới để bỏ phiếu lại."


@on_meeting
def form_choose(request: StaffRequest, meeting: Meeting) -> str:
    """Choose how the chosen items are voted on."""
    form = sent_word(request, "form", VoteForm)
    items = _items(request, meeting)
    choose_form(actor=request.actor, meeting=meeting, items=items, form=form)
    return f"Đã chọn {form.label.lower()} cho {len(items)} hồ sơ."


@on_meeting
def tellers_name(request: StaffRequest, meeting: Meeting) -> str:
    """Name who counts the papers."""
    of_meeting = CouncilMember.objects.filter(attendance__meeting=meeting).select_related("person")
    members = {str(member.pk): member for member in of_meeting}
    head = members.get(request.POST.get("head", ""))
    if head is None:
        raise DomainError("Chưa chọn trưởng ban kiểm phiếu: hãy chọn một thành viên.")
    others = [members[key] for key in request.POST.getlist("tellers") if key in members]
    name_tellers(actor=request.actor, meeting=meeting, head=head, others=others)
    return "Đã ghi Ban kiểm phiếu."


@on_item
def paper_give(request: StaffRequest, item: AgendaItem) -> str:
    """Note that a member votes on paper."""
    member = sent_member(request, item.meeting)
    give_paper(actor=request.actor, item=item, member=member)
    return f"Đã ghi nhận phát phiếu giấy cho {member}."


@on_item_form
def tally_enter(request: StaffRequest, item: AgendaItem) -> str:
    """Enter what the tellers counted."""
    papers, anyway = _papers(request), request.POST.get("anyway") == "1"
    enter_tally(actor=request.actor, item=item, papers=papers, without_letters=anyway)
    return f"Đã nhập kết quả kiểm phiếu giấy của {item.nomination.recipient.name}."


@on_item_form
def tally_correct(request: StaffRequest, item: AgendaItem) -> str:
    """Put right what the tellers entered wrongly."""
    reason, version = request.POST.get("reason", ""), sent_number(request, "version")
    papers = _papers(request)
    correct_tally(actor=request.actor, item=item, papers=papers, reason=reason, version=version)
    return f"Đã sửa kết quả kiểm phiếu giấy của {item.nomination.recipient.name}."


@on_meeting
def round_again(request: StaffRequest, meeting: Meeting) -> str:
    """Open another round on the chosen items."""
    items = _items(request, meeting)
    vote_again(actor=request.actor, meeting=meeting, items=items)
    return f"Đã mở vòng bỏ phiếu tiếp theo cho {len(items)} hồ sơ."


@on_item
def item_conclude(request: StaffRequest, item: AgendaItem) -> str:
    """Let an item that fell short end there."""
    conclude_item(actor=request.actor, item=item)
    return f"Đã kết luận hồ sơ của {item.nomination.recipient.name}: không thông qua."


@on_item
def interest_declare(request: StaffRequest, item: AgendaItem) -> str:
    """Stay out of a vote oneself."""
    declare_interest(actor=request.actor, item=item, relation=request.POST.get("relation", ""))
    return "Đã ghi nhận anh/chị không tham gia biểu quyết hồ sơ này."


@on_meeting
def ceiling_set(request: StaffRequest, meeting: Meeting) -> str:
    """Say how many of an honour may pass."""
    honour, source = request.POST.get("honour", ""), request.POST.get("source", "")
    limit = min(sent_number(request, "limit"), 9999)
    set_ceiling(actor=request.actor, meeting=meeting, honour=honour, limit=limit, source=source)
    return f"Đã đặt chỉ tiêu {limit}."


@on_meeting
def ranking_settle(request: StaffRequest, meeting: Meeting, honour: str) -> str:
    """Give the places of an honour by votes."""
    ceiling = get_object_or_404(meeting.ceilings.select_related("meeting__council"), honour=honour)
    chosen, reason = _items(request, meeting), request.POST.get("reason", "")
    settle_ranking(actor=request.actor, ceiling=ceiling, chosen=chosen, reason=reason)
    return "Đã xếp theo số phiếu."


def _papers(request: StaffRequest) -> Papers:
    sent = {field.name: request.POST.get(field.name, "") for field in fields(Papers)}
    sent["by_letter"] = sent["by_letter"] or "0"
    if not all(each.isdecimal() and len(each) <= len("9999") for each in sent.values()):
        raise DomainError("Số phiếu chưa đúng: hãy ghi đủ các ô bằng chữ số.")
    return Papers(**{name: int(each) for name, each in sent.items()})


def _items(request: StaffRequest, meeting: Meeting) -> list[AgendaItem]:
    return list(meeting.items.filter(pk__in=sent_numbers(request, "items")))


def _choices(request: StaffRequest, prefix: str = PREFIX) -> dict[int, Choice]:
    """Return the choice by the id, of the fields named after items, or after members."""
    words = {choice.value: choice for choice in Choice}
    return {
        int(name.removeprefix(prefix)): words[value]
        for name, value in request.POST.items()
        if name.startswith(prefix)
        and name.removeprefix(prefix).isdecimal()
        and len(name) <= len(prefix) + 9
        and value in words
    }
