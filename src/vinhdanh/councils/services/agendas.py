"""What a meeting decides on: set when it is called, changed until it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Max

from vinhdanh.accounts.enums import Act
from vinhdanh.councils.enums import MeetingState
from vinhdanh.councils.models import AgendaItem
from vinhdanh.councils.rules import usual_form
from vinhdanh.councils.services.locks import held_meeting
from vinhdanh.councils.services.recusals import recuse_concerned
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.wording import joined
from vinhdanh.nominations.services.transitions import take_step, take_steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting
    from vinhdanh.nominations.models import Nomination

NOTHING = "Phiên họp chưa có hồ sơ nào để xét: hãy chọn ít nhất một đề nghị đã thẩm định."


@transaction.atomic
def change_agenda(*, actor: Actor, meeting: Meeting, nominations: Sequence[Nomination]) -> Meeting:
    """Let a planned meeting decide on exactly these nominations.

    Those taken off wait for another meeting; those that stay keep their form of vote.

    Raises:
        StaleError: the meeting is no longer planned.
        DomainError: nothing would be left, or a nomination is not ready.
    """
    actor.require(Act.CONVENE)
    meeting = held_meeting(actor, meeting)
    if meeting.state != MeetingState.PLANNED:
        state = meeting.get_state_display().lower()
        raise StaleError(
            f"Phiên họp {state} nên không sửa danh sách hồ sơ được: chỉ sửa trước khi khai mạc."
        )
    if not nominations:
        raise DomainError(NOTHING, field="nominations")
    wanted = {each.pk for each in nominations}
    items = list(meeting.items.select_related("nomination__recipient"))
    gone = [item for item in items if item.nomination_id not in wanted]
    known = {item.nomination_id for item in items}
    fresh = [each for each in nominations if each.pk not in known]
    for item in gone:
        take_step(actor=actor, nomination=item.nomination, name="take_off_agenda")
        item.delete()
    put_on_agenda(actor, meeting, fresh)
    _number_anew(meeting)
    meeting.ceilings.exclude(honour__in=meeting.items.values("nomination__honour")).delete()
    if gone or fresh:
        _tell(actor, meeting, [item.nomination for item in gone], fresh)
    return meeting


def put_on_agenda(actor: Actor, meeting: Meeting, nominations: Sequence[Nomination]) -> None:
    """Put nominations at the end of an agenda; members they concern are recused at once.

    Where the law asks for a ballot on an honour, the vote on it is secret from the start.

    Raises:
        DomainError: a nomination is not ready.
    """
    taken = take_steps(
        actor=actor, nominations=nominations, name="put_before_council", as_of=meeting.held_on
    )
    last = meeting.items.aggregate(last=Max("order"))["last"] or 0
    for order, nomination in enumerate(taken, start=last + 1):
        item = AgendaItem.objects.create(
            meeting=meeting,
            nomination=nomination,
            order=order,
            form=usual_form(nomination, as_of=meeting.held_on),
        )
        recuse_concerned(item)


def _number_anew(meeting: Meeting) -> None:
    """Close the gaps in the order, first moved out of the way of itself."""
    keys = list(meeting.items.order_by("order").values_list("pk", flat=True))
    last = meeting.items.aggregate(last=Max("order"))["last"]
    meeting.items.update(order=F("order") + last)
    for order, key in enumerate(keys, start=1):
        meeting.items.filter(pk=key).update(order=order)


def _tell(
    actor: Actor, meeting: Meeting, gone: Sequence[Nomination], fresh: Sequence[Nomination]
) -> None:
    told = [
        f"{did} {joined([each.recipient.name for each in some])}"
        for did, some in (("thêm", fresh), ("rút", gone))
        if some
    ]
    record(
        scope=actor.scope,
        actor=actor.name,
        action="meeting.agenda",
        target=meeting,
        sentence=f"sửa danh sách hồ sơ của phiên họp: {'; '.join(told)}",
    )
