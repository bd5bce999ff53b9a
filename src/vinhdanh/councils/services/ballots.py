"""Voting and counting."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import Choice, Outcome
from vinhdanh.councils.models import Ballot, Participation
from vinhdanh.councils.rules import threshold_for
from vinhdanh.councils.services.locks import held_open_item
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.nominations.services.transitions import take_step

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, CouncilMember, Meeting

STEP_OF = {
    Outcome.APPROVED: "approve",
    Outcome.NOT_APPROVED: "refuse",
    Outcome.DEFERRED: "defer",
}


@transaction.atomic
def cast_ballot(*, actor: Actor, item: AgendaItem, member: CouncilMember, choice: Choice) -> Ballot:
    """Cast an open vote, one's own or, by the clerk, that of a raised hand.

    Until the count, a member's own vote takes the place of their earlier one and of the one the
    clerk recorded for them.

    Raises:
        NotAllowedError: the vote is another's, and the actor is no clerk.
        DomainError: the meeting is not open, the item is decided, or the member is absent,
            recused, or has voted.
    """
    _require_own_or_clerk(actor, member)
    item = held_open_item(actor, item)
    if not item.meeting.attendance.filter(member=member, is_present=True).exists():
        raise DomainError(f"{member} không có mặt trong phiên họp nên không biểu quyết được.")
    if recusal := item.recusals.filter(member=member).first():
        raise DomainError(f"{member} không tham gia biểu quyết hồ sơ này vì {recusal.reason}.")
    own = actor.user.person_id == member.person_id
    earlier = Ballot.objects.filter(item=item, participation__member=member).first()
    if earlier and not own:
        raise DomainError(f"{member} đã biểu quyết hồ sơ này rồi.")
    ballot = earlier or Ballot(
        item=item, participation=Participation.objects.create(item=item, member=member)
    )
    sentence = _told(member, choice, own=own, earlier=earlier)
    ballot.choice = choice
    ballot.entered_by = "" if own else actor.name
    ballot.save()
    record(scope=actor.scope, actor=actor.name, action="vote.cast", target=item, sentence=sentence)
    return ballot


@transaction.atomic
def count_item(*, actor: Actor, item: AgendaItem) -> AgendaItem:
    """Count an item and freeze its result; the nomination moves on with it.

    Raises:
        DomainError: too few are present, somebody present and entitled has not voted, nobody is
            entitled, or the item is decided.
    """
    actor.require(Act.OPEN_MEETING)
    item = held_open_item(actor, item)
    _require_quorum(item.meeting)
    _require_all_voted(item)
    votes = Counter(item.ballots.values_list("choice", flat=True))
    council = item.meeting.council
    threshold = threshold_for(
        nomination=item.nomination,
        council=council,
        members=item.meeting.attendance.count(),
        recused=item.recusals.count(),
        as_of=item.meeting.held_on,
    )
    if threshold.denominator == 0:
        raise DomainError(
            f"Không còn thành viên nào được biểu quyết hồ sơ của {item.nomination.recipient.name}:"
            " hãy hoãn xét hồ sơ này."
        )
    item.votes_for = votes[Choice.FOR]
    item.votes_against = votes[Choice.AGAINST]
    item.votes_abstain = votes[Choice.ABSTAIN]
    item.denominator = threshold.denominator
    item.threshold = threshold.words
    item.threshold_source = threshold.source
    item.outcome = Outcome.APPROVED if threshold.is_met(item.votes_for) else Outcome.NOT_APPROVED
    item.save()
    take_step(actor=actor, nomination=item.nomination, name=STEP_OF[Outcome(item.outcome)])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.counted",
        target=item,
        sentence=f"chốt kết quả {item.nomination.recipient.name}: {item.votes_for}/"
        f"{item.denominator} đồng ý, {Outcome(item.outcome).label.lower()}",
    )
    return item


@transaction.atomic
def defer_item(*, actor: Actor, item: AgendaItem, reason: str) -> AgendaItem:
    """Put an item off to a later meeting, with the reason."""
    actor.require(Act.OPEN_MEETING)
    item = held_open_item(actor, item)
    item.outcome = Outcome.DEFERRED
    item.defer_reason = squeeze(reason).rstrip(".")
    item.save(update_fields=["outcome", "defer_reason"])
    take_step(actor=actor, nomination=item.nomination, name="defer", reason=reason)
    return item


def _told(member: CouncilMember, choice: Choice, *, own: bool, earlier: Ballot | None) -> str:
    if not own:
        return f"ghi biểu quyết “{choice.label}” của {member}"
    if earlier:
        hand = f" do {earlier.entered_by} ghi giơ tay" if earlier.entered_by else ""
        return f"biểu quyết “{choice.label}”, thay cho “{earlier}”{hand}"
    return f"biểu quyết “{choice.label}”"


def _require_own_or_clerk(actor: Actor, member: CouncilMember) -> None:
    if actor.user.person_id == member.person_id:
        actor.require(Act.VOTE)
    elif not actor.may(Act.RECORD_VOTE):
        raise NotAllowedError(f"Anh/chị không biểu quyết thay {member} được.")


def _require_quorum(meeting: Meeting) -> None:
    members = meeting.attendance.count()
    present = meeting.attendance.filter(is_present=True).count()
    quorum = meeting.council.quorum_of(members)
    if present < quorum:
        raise DomainError(
            f"Phiên họp chỉ còn {present}/{members} người có mặt, cần ít nhất {quorum} nên chưa"
            " chốt kết quả được: hãy ghi thêm người có mặt, hoặc hoãn xét hồ sơ này."
        )


def _require_all_voted(item: AgendaItem) -> None:
    awaited = (
        item.meeting.attendance.filter(is_present=True)
        .exclude(member__recusals__item=item)
        .exclude(member__participations__item=item)
        .select_related("member__person")
    )
    if names := [row.member.person.full_name for row in awaited]:
        raise DomainError(
            f"Còn {len(names)} người có mặt chưa biểu quyết hồ sơ của"
            f" {item.nomination.recipient.name}: {', '.join(names)}. Hãy chờ hoặc ghi biểu quyết"
            " giơ tay của họ rồi chốt."
        )
