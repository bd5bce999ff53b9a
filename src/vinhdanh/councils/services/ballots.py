"""Votes that name whose they are: on a screen, by a raised hand, in writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import Choice, Outcome, VoteForm, VoteWay
from vinhdanh.councils.models import Ballot, Participation
from vinhdanh.councils.services.counting import count_item, defer_item
from vinhdanh.councils.services.entitled import is_by_letter, own_seat, row_of
from vinhdanh.councils.services.locks import held_items, held_open_item, held_open_meeting
from vinhdanh.councils.services.missing import are_letters_late
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, CouncilMember, Meeting

__all__ = ["cast_ballot", "cast_ballots", "count_item", "defer_item"]

NAMED = (VoteForm.OPEN, VoteForm.WRITTEN)
"""Forms of a vote whose ballots name whose they are."""


@transaction.atomic
def cast_ballot(
    *,
    actor: Actor,
    item: AgendaItem,
    member: CouncilMember,
    choice: Choice,
    opinion: str = "",
) -> Ballot:
    """Cast an open vote, one's own or, by the clerk, that of a raised hand or a letter.

    Until the count, a member's own vote takes the place of their earlier one and of the one the
    clerk recorded for them. A letter that came by its last day is written down after it too.

    Args:
        actor: who acts.
        item: what is voted on.
        member: whose vote it is.
        choice: the vote.
        opinion: what a written opinion says; owed where the clerk enters one.

    Raises:
        NotAllowedError: the vote is another's, and the actor is no clerk.
        DomainError: the meeting is not open, the item is decided or voted on in secret, the day
            for one's own opinion in writing is over, or the member is absent, recused, or has
            voted.
    """
    _require_own_or_clerk(actor, member)
    return cast_held(
        actor=actor,
        item=held_open_item(actor, item),
        member=member,
        choice=choice,
        opinion=squeeze(opinion),
    )


@transaction.atomic
def cast_ballots(*, actor: Actor, meeting: Meeting, choices: Mapping[int, Choice]) -> list[Ballot]:
    """Cast one's own open votes on several items in one act; each item keeps its own result.

    Args:
        actor: who acts.
        meeting: whose items they are.
        choices: the vote by the item's id; items of others, decided or secret are refused.

    Raises:
        NotAllowedError: the actor has no seat in the meeting.
        DomainError: as for one vote; then none is cast.
    """
    actor.require(Act.VOTE)
    meeting = held_open_meeting(actor, meeting)
    member = own_seat(actor, meeting)
    rows = meeting.items.filter(pk__in=choices, outcome=Outcome.PENDING)
    held = held_items(meeting, rows)
    if not held or len(held) != len(choices):
        raise DomainError(
            "Có hồ sơ vừa chốt kết quả nên chưa ghi ý kiến nào: hãy tải lại trang rồi chọn lại."
        )
    return [
        cast_held(actor=actor, item=item, member=member, choice=choices[item.pk]) for item in held
    ]


def cast_held(
    *, actor: Actor, item: AgendaItem, member: CouncilMember, choice: Choice, opinion: str = ""
) -> Ballot:
    """Cast a vote on an item that is held and open, by somebody who may: `cast_ballot` tells how.

    Raises:
        DomainError: the item is voted on in secret, or the member may not vote on it any more.
    """
    _require_named(item)
    row = row_of(item, member)
    require_fits(Ballot, "opinion", opinion)
    own = actor.user.person_id == member.person_id
    in_writing = is_by_letter(row, item)
    if in_writing and own:
        _require_in_time(item.meeting)
    if in_writing and not own and not opinion:
        raise DomainError(
            f"Chưa ghi nội dung ý kiến bằng văn bản của {member}: hãy ghi một câu và lưu văn bản"
            " vào hồ sơ phiên họp.",
            field="opinion",
        )
    earlier = Ballot.objects.filter(
        item=item, round=item.round, participation__member=member
    ).first()
    if earlier and not own:
        raise DomainError(f"{member} đã biểu quyết hồ sơ này rồi.")
    way = VoteWay.WRITING if in_writing else VoteWay.SCREEN if own else VoteWay.HAND
    sentence = _told(member, choice, way=way, own=own, earlier=earlier)
    if in_writing and are_letters_late(item.meeting):
        sentence += f", nhận trong hạn đến hết ngày {item.meeting.opinions_by:%d/%m/%Y}"
    ballot = earlier or Ballot(item=item, round=item.round, participation=_came(item, member, way))
    ballot.choice, ballot.opinion = choice, opinion
    ballot.entered_by = "" if own else actor.name
    ballot.save()
    if ballot.participation.way != way:
        ballot.participation.way = way
        ballot.participation.save(update_fields=["way"])
    record(scope=actor.scope, actor=actor.name, action="vote.cast", target=item, sentence=sentence)
    return ballot


def _came(item: AgendaItem, member: CouncilMember, way: VoteWay) -> Participation:
    return Participation.objects.create(item=item, member=member, round=item.round, way=way)


def _require_named(item: AgendaItem) -> None:
    if item.form not in NAMED:
        raise DomainError(
            f"Hồ sơ của {item.nomination.recipient.name} được bỏ phiếu kín nên không ghi ý kiến"
            " theo tên: hãy bỏ phiếu vào hòm phiếu hoặc bằng phiếu giấy."
        )


def _require_in_time(meeting: Meeting) -> None:
    if are_letters_late(meeting):
        raise DomainError(
            f"Đã hết hạn nhận ý kiến bằng văn bản (đến hết ngày {meeting.opinions_by:%d/%m/%Y}) nên"
            " không tự ghi ý kiến được nữa: nếu đã gửi văn bản trong hạn, hãy báo công chức phụ"
            " trách thi đua ghi."
        )


def _told(
    member: CouncilMember, choice: Choice, *, way: VoteWay, own: bool, earlier: Ballot | None
) -> str:
    by_letter = " bằng văn bản" if way == VoteWay.WRITING else ""
    if not own:
        return f"ghi biểu quyết{by_letter} “{choice.label}” của {member}"
    if earlier:
        hand = f" do {earlier.entered_by} ghi giơ tay" if earlier.entered_by else ""
        return f"biểu quyết{by_letter} “{choice.label}”, thay cho “{earlier}”{hand}"
    return f"biểu quyết{by_letter} “{choice.label}”"


def _require_own_or_clerk(actor: Actor, member: CouncilMember) -> None:
    if actor.user.person_id == member.person_id:
        actor.require(Act.VOTE)
    elif not actor.may(Act.RECORD_VOTE):
        raise NotAllowedError(f"Anh/chị không biểu quyết thay {member} được.")
