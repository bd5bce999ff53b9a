"""Votes on paper: who counts them, who gets a paper, what was counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import BoxState, Choice, MeetingState, VoteForm, VoteWay
from vinhdanh.councils.models import PaperTally, Teller
from vinhdanh.councils.services.entitled import entitled_rows, row_of
from vinhdanh.councils.services.fewest import require_screens_left
from vinhdanh.councils.services.locks import held_meeting, held_open_item
from vinhdanh.councils.services.secret_votes import drop
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.queries.audit import who_did
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, CouncilMember, Meeting


@dataclass(frozen=True, slots=True)
class Papers:
    """What the tellers counted."""

    issued: int
    returned: int
    invalid: int
    votes_for: int
    votes_against: int
    votes_abstain: int

    @property
    def opinions(self) -> int:
        """Papers that say something on the item."""
        return self.votes_for + self.votes_against + self.votes_abstain


@transaction.atomic
def name_tellers(
    *, actor: Actor, meeting: Meeting, head: CouncilMember, others: Sequence[CouncilMember] = ()
) -> list[Teller]:
    """Name who counts the papers of a meeting, in place of those named before.

    Raises:
        DomainError: the meeting is over, or somebody is not of it.
    """
    actor.require(Act.CONVENE)
    meeting = held_meeting(actor, meeting)
    if meeting.state not in (MeetingState.PLANNED, MeetingState.OPEN):
        raise DomainError("Phiên họp đã kết thúc nên không đổi Ban kiểm phiếu được.")
    members = [head, *(each for each in others if each.pk != head.pk)]
    of_meeting = set(meeting.attendance.values_list("member_id", flat=True))
    if strangers := [str(each) for each in members if each.pk not in of_meeting]:
        raise DomainError(f"{joined(strangers)} không phải thành viên của phiên họp này.")
    meeting.tellers.all().delete()
    tellers = Teller.objects.bulk_create(
        Teller(meeting=meeting, member=each, is_head=each.pk == head.pk) for each in members
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.tellers",
        target=meeting,
        sentence=f"lập Ban kiểm phiếu: {joined([str(each) for each in members])}, {head} làm"
        " trưởng ban",
    )
    return tellers


@transaction.atomic
def give_paper(*, actor: Actor, item: AgendaItem, member: CouncilMember) -> None:
    """Note that a member votes on paper in a vote that others cast on a screen.

    Raises:
        DomainError: there is no open box, the member may not vote, or has voted, or too few would
            be left on screens.
    """
    actor.require(Act.RECORD_VOTE)
    item = held_open_item(actor, item)
    if item.form != VoteForm.SECRET or item.box is None or item.box.state != BoxState.OPEN:
        raise DomainError("Hồ sơ này chưa mở hòm phiếu nên chưa phát phiếu giấy được.")
    row_of(item, member)
    if item.tallies.filter(round=item.round).exists():
        raise DomainError("Phiếu giấy của hồ sơ này đã kiểm xong nên không phát thêm được.")
    given = item.participations.filter(round=item.round, member=member, has_voted=False).update(
        has_voted=True, way=VoteWay.PAPER
    )
    if not given:
        raise DomainError(f"{member} đã bỏ phiếu hoặc đã nhận phiếu giấy về hồ sơ này.")
    require_screens_left(item)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.paper_given",
        target=item,
        sentence=f"phát phiếu giấy cho {member}",
    )


@transaction.atomic
def enter_tally(*, actor: Actor, item: AgendaItem, papers: Papers) -> PaperTally:
    """Enter what the tellers counted on one item, once a round.

    In a vote that is held on screens too, the choices go sealed into the same box.

    Raises:
        NotAllowedError: the actor is neither a teller nor the clerk.
        StaleError: it is entered already; says by whom and when.
        DomainError: no tellers are named, or the figures cannot be.
    """
    item = held_open_item(actor, item)
    tellers = list(item.meeting.tellers.select_related("member__person"))
    _require_teller(actor, tellers)
    name = item.nomination.recipient.name
    if item.form not in (VoteForm.PAPER, VoteForm.SECRET):
        raise DomainError(f"Hồ sơ của {name} không bỏ phiếu giấy: hãy chọn lại hồ sơ.")
    if item.tallies.filter(round=item.round).exists():
        entered = who_did(item, "vote.tally_entered", f"nhập kết quả kiểm phiếu giấy của {name}")
        raise StaleError(f"{entered}: hãy tải lại trang.")
    is_mixed = item.form == VoteForm.SECRET
    _require_sums(papers, item, most=_given(item) if is_mixed else len(entitled_rows(item)))
    if is_mixed:
        _seal(item, papers)
    tally = PaperTally.objects.create(
        item=item,
        round=item.round,
        issued=papers.issued,
        returned=papers.returned,
        invalid=papers.invalid,
        votes_for=None if is_mixed else papers.votes_for,
        votes_against=None if is_mixed else papers.votes_against,
        votes_abstain=None if is_mixed else papers.votes_abstain,
        entered_by=actor.name,
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.tally_entered",
        target=item,
        sentence=f"nhập kết quả kiểm phiếu giấy của {name}: phát ra {papers.issued}, thu về"
        f" {papers.returned}, không hợp lệ {papers.invalid}",
    )
    return tally


def _given(item: AgendaItem) -> int:
    return item.participations.filter(round=item.round, way=VoteWay.PAPER).count()


def _seal(item: AgendaItem, papers: Papers) -> None:
    if item.box is None or item.box.state != BoxState.OPEN:
        raise DomainError("Hồ sơ này chưa mở hòm phiếu nên chưa nhập phiếu giấy được.")
    if papers.issued != (given := _given(item)):
        raise DomainError(
            f"Số phiếu phát ra ({papers.issued}) khác số người đã ghi nhận phiếu giấy ({given}):"
            " hãy kiểm tra lại.",
            field="issued",
        )
    drop(
        item.box,
        item,
        [Choice.FOR] * papers.votes_for
        + [Choice.AGAINST] * papers.votes_against
        + [Choice.ABSTAIN] * papers.votes_abstain,
    )


def _require_sums(papers: Papers, item: AgendaItem, *, most: int) -> None:
    figures = (
        ("issued", "Số phiếu phát ra", papers.issued, "số người được bỏ phiếu giấy", most),
        ("returned", "Số phiếu thu về", papers.returned, "số phiếu phát ra", papers.issued),
        ("invalid", "Số phiếu không hợp lệ", papers.invalid, "số phiếu thu về", papers.returned),
    )
    for field, what, less, other, more in figures:
        if not 0 <= less <= more:
            raise DomainError(
                f"{what} ({less}) lớn hơn {other} ({more}): hãy đếm lại.", field=field
            )
    if min(papers.votes_for, papers.votes_against, papers.votes_abstain) < 0:
        raise DomainError("Số phiếu không thể nhỏ hơn 0: hãy kiểm tra lại.", field="votes_for")
    valid = papers.returned - papers.invalid
    if papers.opinions != valid:
        raise DomainError(
            f"Đồng ý, không đồng ý và không có ý kiến cộng lại là {papers.opinions}, trong khi có"
            f" {valid} phiếu hợp lệ (thu về {papers.returned}, không hợp lệ {papers.invalid}) về hồ"
            f" sơ của {item.nomination.recipient.name}: hãy đếm lại.",
            field="votes_for",
        )


def _require_teller(actor: Actor, tellers: Sequence[Teller]) -> None:
    if not tellers:
        raise DomainError("Chưa lập Ban kiểm phiếu: hãy ghi những người kiểm phiếu trước.")
    own = {teller.member.person_id for teller in tellers}
    if actor.user.person_id not in own and not actor.may(Act.RECORD_VOTE):
        names = joined([str(each) for each in tellers])
        raise NotAllowedError(
            f"Kết quả kiểm phiếu do Ban kiểm phiếu ({names}) hoặc công chức phụ trách nhập."
        )
