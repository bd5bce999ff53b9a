"""Drafting several decisions at once from what waits."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.queries.waiting import waiting_for_decision
from vinhdanh.decisions.services.drafts import draft_decision
from vinhdanh.kernel.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Collection

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Meeting
    from vinhdanh.decisions.models import Decision
    from vinhdanh.nominations.models import Nomination


@transaction.atomic
def draft_decisions(
    *, actor: Actor, chosen: Collection[int], merit: str, by_honour: bool = False
) -> list[Decision]:
    """Draft decisions on chosen rows of what waits: one for each meeting, or for each honour too.

    Args:
        actor: a clerk.
        chosen: numbers of approved nominations.
        merit: why they are honoured, the same in each decision; each draft can be corrected.
        by_honour: whether each title or form of commendation gets a decision of its own.

    Raises:
        DomainError: nothing is chosen, or a row waits no longer.
    """
    actor.require(Act.DRAFT_DECISION)
    rows = [each for each in waiting_for_decision(actor) if each.nomination.pk in chosen]
    if not rows:
        raise DomainError(
            "Chưa chọn hồ sơ nào còn chờ quyết định: hãy đánh dấu ít nhất một dòng.",
            field="chosen",
        )
    if len(rows) < len(set(chosen)):
        raise DomainError(
            "Có hồ sơ đã được đưa vào quyết định khác: hãy xem lại danh sách rồi chọn lại.",
            field="chosen",
        )
    groups: dict[tuple[int, str], list[Nomination]] = defaultdict(list)
    meetings: dict[int, Meeting] = {}
    for row in rows:
        meeting = row.meeting.pk if row.meeting else 0
        if row.meeting:
            meetings[meeting] = row.meeting
        groups[meeting, row.nomination.honour_name if by_honour else ""].append(row.nomination)
    return [
        draft_decision(
            actor=actor, merit=merit, meeting=meetings.get(meeting), nominations=nominations
        )
        for (meeting, _), nominations in groups.items()
    ]
