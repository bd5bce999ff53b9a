"""Running a meeting: attendance, opening, counting, putting off, closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from vinhdanh.councils.enums import Choice, Presence, VoteWay
from vinhdanh.councils.services.attendance import Mark, mark_attendance, take_attendance
from vinhdanh.councils.services.ballots import cast_ballot, count_item, defer_item
from vinhdanh.councils.services.changes import cancel_meeting, know_move, reschedule_meeting
from vinhdanh.councils.services.meetings import close_meeting, open_meeting
from vinhdanh.councils.services.papers import is_invited
from vinhdanh.councils.services.recusals import recuse, withdraw_recusal
from vinhdanh.kernel.errors import DomainError
from vinhdanh.web.forms.councils import RescheduleForm
from vinhdanh.web.meeting_acts import (
    on_item,
    on_item_form,
    on_meeting,
    on_recusal,
    sent_member,
    sent_word,
)
from vinhdanh.web.pages import sent_number, sent_numbers

if TYPE_CHECKING:
    from vinhdanh.councils.models import AgendaItem, Meeting, Recusal
    from vinhdanh.web.requests import StaffRequest


@on_meeting
def attendance(request: StaffRequest, meeting: Meeting) -> str:
    """Take attendance."""
    present = sent_numbers(request, "present")
    take_attendance(actor=request.actor, meeting=meeting, present=present)
    return "Đã lưu điểm danh."


@on_meeting
def attendance_mark(request: StaffRequest, meeting: Meeting) -> str:
    """Say how one member takes part: remote, in writing, by a substitute, absent with a reason."""
    row = get_object_or_404(meeting.attendance, pk=sent_number(request, "row"))
    presence = sent_word(request, "presence", Presence)
    mark = Mark(presence, request.POST.get("reason", ""), request.POST.get("substitute", ""))
    mark_attendance(actor=request.actor, meeting=meeting, marks={row.pk: mark})
    return f"Đã ghi {row.member}: {presence.label.lower()}."


@on_meeting
def meeting_open(request: StaffRequest, meeting: Meeting) -> str:
    """Open a meeting."""
    open_meeting(actor=request.actor, meeting=meeting)
    return "Phiên họp đã khai mạc, các thành viên có thể biểu quyết."


@on_meeting
def meeting_close(request: StaffRequest, meeting: Meeting) -> str:
    """Close a meeting."""
    close_meeting(actor=request.actor, meeting=meeting)
    return "Phiên họp đã kết thúc; biên bản đã sẵn sàng."


@on_meeting
def meeting_reschedule(request: StaffRequest, meeting: Meeting) -> str:
    """Move a planned meeting to another day, hour or place."""
    form = RescheduleForm(request.POST)
    if not form.is_valid():
        raise DomainError(str(next(iter(form.errors.values()))[0]))
    moved = reschedule_meeting(actor=request.actor, meeting=meeting, **form.cleaned_data)
    told = "; giấy mời mới đã ban hành, thay giấy mời cũ" if is_invited(moved) else ""
    return f"Đã dời phiên họp sang {moved.stands}{told}."


@on_meeting
def move_know(request: StaffRequest, meeting: Meeting) -> str:
    """Note that a member knows the new day."""
    member = sent_member(request, meeting)
    know_move(actor=request.actor, meeting=meeting, member=member)
    return f"Đã ghi nhận {member} biết ngày giờ mới."


@on_meeting
def meeting_cancel(request: StaffRequest, meeting: Meeting) -> str:
    """Give a meeting up."""
    cancel_meeting(actor=request.actor, meeting=meeting, reason=request.POST.get("reason", ""))
    return "Đã hủy phiên họp; các hồ sơ chờ phiên họp khác."


@on_item_form
def vote(request: StaffRequest, item: AgendaItem) -> str:
    """Cast a vote: one's own, or by the clerk that of a raised hand."""
    member = sent_member(request, item.meeting)
    choice = sent_word(request, "choice", Choice)
    opinion = request.POST.get("opinion", "")
    ballot = cast_ballot(
        actor=request.actor, item=item, member=member, choice=choice, opinion=opinion
    )
    whose = f"{member} về hồ sơ của {item.nomination.recipient.name}: {choice.label.lower()}."
    if ballot.participation.way == VoteWay.WRITING:
        return f"Đã ghi ý kiến bằng văn bản của {whose}"
    return (
        f"Đã ghi biểu quyết của {whose}"
        if ballot.entered_by
        else f"Đã ghi: {choice.label.lower()}."
    )


@on_item
def item_recuse(request: StaffRequest, item: AgendaItem) -> str:
    """Keep a member out of a vote."""
    member, reason = sent_member(request, item.meeting), request.POST.get("reason", "")
    recuse(actor=request.actor, item=item, member=member, reason=reason)
    return f"Đã ghi nhận {member} không tham gia biểu quyết hồ sơ này."


@on_recusal
def recusal_withdraw(request: StaffRequest, recusal: Recusal) -> str:
    """Let a member take part in a vote again."""
    withdraw_recusal(actor=request.actor, recusal=recusal)
    return f"{recusal.member} lại tham gia biểu quyết hồ sơ này."


@on_item
def item_count(request: StaffRequest, item: AgendaItem) -> str:
    """Count an item."""
    count_item(actor=request.actor, item=item, without_letters=request.POST.get("anyway") == "1")
    return f"Đã chốt kết quả của {item.nomination.recipient.name}."


@on_item
def item_defer(request: StaffRequest, item: AgendaItem) -> str:
    """Put an item off."""
    defer_item(actor=request.actor, item=item, reason=request.POST.get("reason", ""))
    return f"Đã hoãn xét hồ sơ của {item.nomination.recipient.name}."
