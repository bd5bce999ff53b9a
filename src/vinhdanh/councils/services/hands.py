"""Raised hands of a whole meeting written down in one act, and all that is ready counted in one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.actor import NotAllowedError
from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import Outcome, VoteForm
from vinhdanh.councils.services.ballots import cast_held
from vinhdanh.councils.services.counting import count_item
from vinhdanh.councils.services.entitled import entitled_rows
from vinhdanh.councils.services.locks import held_items, held_open_meeting
from vinhdanh.councils.services.missing import are_letters_over, missing_on
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.wording import joined

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.enums import Choice
    from vinhdanh.councils.models import AgendaItem, CouncilMember, Meeting


@dataclass(frozen=True, slots=True)
class Hands:
    """What was written down, and who was in the room and not on the form."""

    written: int
    """Votes, of all members on all items."""
    left: list[CouncilMember]


@transaction.atomic
def record_hands(
    *,
    actor: Actor,
    meeting: Meeting,
    items: Collection[AgendaItem],
    choices: Mapping[int, Choice],
) -> Hands:
    """Write down how those who were on the form and have not voted yet raised their hand.

    Who has voted on a screen keeps that vote; who takes part in writing is left to their letter;
    who came into the room after the form was made is told of, not guessed.

    Args:
        actor: who records.
        meeting: whose items they are.
        items: on which hands were raised alike.
        choices: how each raised their hand, by the member's id.

    Returns:
        How many votes were written down, and whose are left.

    Raises:
        NotAllowedError: the actor records no votes.
        DomainError: an item is counted or not voted on openly, or no vote could be written down.
    """
    if not actor.may(Act.RECORD_VOTE):
        raise NotAllowedError(actor.may(Act.RECORD_VOTE).reason)
    meeting = held_open_meeting(actor, meeting)
    held = held_items(meeting, items)
    if not held or any(
        item.outcome != Outcome.PENDING or item.form != VoteForm.OPEN for item in held
    ):
        raise DomainError(
            "Chưa ghi ý kiến nào: có hồ sơ vừa chốt kết quả hoặc không biểu quyết giơ tay. Hãy tải"
            " lại trang rồi chọn lại."
        )
    written, left = 0, {}
    for item in held:
        for row in missing_on(item).in_room:
            if choice := choices.get(row.member_id):
                cast_held(actor=actor, item=item, member=row.member, choice=choice)
                written += 1
            else:
                left[row.member_id] = row.member
    if not written:
        raise _nothing_written(list(left.values()))
    return Hands(written, list(left.values()))


def _nothing_written(left: list[CouncilMember]) -> DomainError:
    if not left:
        return DomainError("Mọi người có mặt đã biểu quyết các hồ sơ này: hãy tải lại trang.")
    names = joined([str(each) for each in left])
    return DomainError(
        f"Chưa ghi ý kiến nào: {names} chưa có trong trang vừa gửi. Hãy tải lại trang rồi ghi lại."
    )


@transaction.atomic
def count_ready(*, actor: Actor, meeting: Meeting, without_letters: bool = False) -> int:
    """Count every item on which everybody entitled has voted openly; each keeps its own result.

    Args:
        actor: the chair.
        meeting: whose items they are.
        without_letters: count those too that lack only opinions in writing without a last day.

    Returns:
        How many items were counted.

    Raises:
        DomainError: none is ready, or one of them cannot be counted; then none is.
    """
    actor.require(Act.OPEN_MEETING)
    meeting = held_open_meeting(actor, meeting)
    open_items = meeting.items.filter(outcome=Outcome.PENDING, form=VoteForm.OPEN)
    ready = [
        item
        for item in held_items(meeting, open_items)
        if _is_ready(item, without_letters=without_letters)
    ]
    if not ready:
        raise DomainError("Chưa hồ sơ nào đủ ý kiến để chốt: hãy chờ hoặc ghi nốt biểu quyết.")
    for item in ready:
        count_item(actor=actor, item=item, without_letters=without_letters)
    return len(ready)


def _is_ready(item: AgendaItem, *, without_letters: bool) -> bool:
    missing = missing_on(item)
    waited = missing.letters and not (without_letters or are_letters_over(item.meeting))
    return not missing.in_room and not waited and bool(entitled_rows(item))
