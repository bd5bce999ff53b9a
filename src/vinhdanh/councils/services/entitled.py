"""Who may vote on an item: one rule for every form of vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.councils.enums import Presence, VoteForm
from vinhdanh.councils.models import Participation
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, Attendance, CouncilMember, Meeting


def is_expected(row: Attendance, item: AgendaItem) -> bool:
    """Tell whether a member's vote on an item is expected, recusals apart."""
    return row.may_vote or item.form == VoteForm.WRITTEN


def is_by_letter(row: Attendance, item: AgendaItem) -> bool:
    """Tell whether a member's vote on an item comes as an opinion in writing."""
    return row.presence == Presence.WRITTEN or item.form == VoteForm.WRITTEN


def entitled_rows(item: AgendaItem) -> list[Attendance]:
    """Return the attendance of everybody whose vote on the item is expected, by their seats."""
    recused = set(item.recusals.values_list("member_id", flat=True))
    rows = item.meeting.attendance.select_related("member__person")
    return [row for row in rows if row.member_id not in recused and is_expected(row, item)]


def rows_to_vote(item: AgendaItem) -> list[Attendance]:
    """Return the attendance of everybody entitled who has not voted on the item in its round."""
    came = Participation.objects.filter(item=item, round=item.round, has_voted=True)
    voted = set(came.values_list("member_id", flat=True))
    return [row for row in entitled_rows(item) if row.member_id not in voted]


def own_seat(actor: Actor, meeting: Meeting) -> CouncilMember:
    """Return the actor's seat in a meeting.

    Raises:
        NotAllowedError: they have none.
    """
    row = meeting.attendance.filter(member__person_id=actor.user.person_id or 0)
    if found := row.select_related("member__person").first():
        return found.member
    raise NotAllowedError("Anh/chị không phải thành viên của phiên họp này.")


def row_of(item: AgendaItem, member: CouncilMember) -> Attendance:
    """Return a member's attendance where they may vote on the item.

    Raises:
        DomainError: they are absent, or recused.
    """
    row = item.meeting.attendance.filter(member=member).first()
    if row is None or not is_expected(row, item):
        if row and row.presence == Presence.SUBSTITUTE:
            raise DomainError(
                f"{member} cử người dự thay, mà quy chế của Hội đồng không cho người dự thay biểu"
                " quyết: hãy gửi ý kiến bằng văn bản."
            )
        raise DomainError(f"{member} không có mặt trong phiên họp nên không biểu quyết được.")
    if recusal := item.recusals.filter(member=member).first():
        raise DomainError(f"{member} không tham gia biểu quyết hồ sơ này vì {recusal.reason}.")
    return row
