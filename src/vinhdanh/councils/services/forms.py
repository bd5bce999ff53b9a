"""How items are voted on: chosen before the vote, for one item or several together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import UNFINISHED, Outcome, VoteForm
from vinhdanh.councils.services.counting import require_lawful_form
from vinhdanh.councils.services.locks import held_items, held_meeting, held_open_meeting
from vinhdanh.councils.services.ranking import require_tied
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.wording import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, Meeting


@transaction.atomic
def choose_form(
    *, actor: Actor, meeting: Meeting, items: Sequence[AgendaItem], form: VoteForm
) -> list[AgendaItem]:
    """Choose how some items of a meeting are voted on.

    Raises:
        DomainError: the meeting is over, nothing is chosen, a vote has begun, the law asks for a
            ballot, or the council's rules know no decision in writing.
    """
    actor.require(Act.CONVENE)
    meeting = held_meeting(actor, meeting)
    if meeting.state not in UNFINISHED:
        raise DomainError("Phiên họp đã kết thúc nên không đổi hình thức biểu quyết được.")
    if form == VoteForm.WRITTEN:
        _require_writing(meeting)
    held = held_items(meeting, items)
    if not held:
        raise DomainError(
            "Chưa chọn hồ sơ nào: hãy đánh dấu hồ sơ cần đổi hình thức biểu quyết.", field="items"
        )
    for item in held:
        _require_untouched(item)
        item.form = form
        require_lawful_form(item)
        item.save(update_fields=["form"])
    names = joined([item.nomination.recipient.name for item in held])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.form_chosen",
        target=meeting,
        sentence=f"chọn {form.label.lower()} cho hồ sơ của {names}",
    )
    return held


@transaction.atomic
def vote_again(*, actor: Actor, meeting: Meeting, items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """Open another round on items that fell short or are tied; the round before is kept.

    Raises:
        DomainError: the meeting is not open, an item waits for no other round, or those who passed
            are not exactly those tied.
    """
    actor.require(Act.OPEN_MEETING)
    meeting = held_open_meeting(actor, meeting)
    held = held_items(meeting, items)
    if not held:
        raise DomainError("Chưa chọn hồ sơ nào để bỏ phiếu lại: hãy đánh dấu ít nhất một hồ sơ.")
    for item in held:
        if item.outcome not in (Outcome.RUNOFF, Outcome.RANKING):
            raise DomainError(
                f"Hồ sơ của {item.nomination.recipient.name} không chờ bỏ phiếu lại: hãy tải lại"
                " trang."
            )
    require_tied(meeting, [item for item in held if item.outcome == Outcome.RANKING])
    for item in held:
        item.outcome, item.round, item.box = Outcome.PENDING, item.round + 1, None
        item.votes_for = item.votes_against = item.votes_abstain = item.denominator = None
        item.base = item.threshold = item.threshold_source = ""
        item.save()
    names = joined([item.nomination.recipient.name for item in held])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.again",
        target=meeting,
        sentence=f"cho bỏ phiếu lại, vòng {held[0].round}: {names}",
    )
    return held


def _require_writing(meeting: Meeting) -> None:
    if not meeting.council.decides_in_writing:
        raise DomainError(
            "Quy chế của Hội đồng không cho lấy ý kiến bằng văn bản thay họp: hãy chọn hình thức"
            " khác, hoặc sửa quy chế trên trang Hội đồng."
        )
    if meeting.opinions_by is None:
        raise DomainError(
            "Chưa có ngày hết hạn nhận ý kiến bằng văn bản: hãy ghi ngày đó cho phiên họp trước."
        )


def _require_untouched(item: AgendaItem) -> None:
    name = item.nomination.recipient.name
    if item.outcome != Outcome.PENDING:
        raise DomainError(f"Hồ sơ của {name} đã chốt kết quả: hãy tải lại trang.")
    begun = item.participations.filter(round=item.round).exists()
    if begun or item.box_id or item.tallies.filter(round=item.round).exists():
        raise DomainError(
            f"Hồ sơ của {name} đã bắt đầu biểu quyết nên không đổi hình thức được nữa."
        )
