"""Founding a council by a decision; the one before it ends on that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.accounts.models import Membership
from vinhdanh.councils.enums import UNFINISHED, CouncilRole, CouncilTier
from vinhdanh.councils.models import Council
from vinhdanh.councils.services.own_rules import apply_rules
from vinhdanh.councils.services.seats import sit
from vinhdanh.councils.services.standing import require_said, tell
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.services.own_rules import Rules
    from vinhdanh.councils.services.seats import Seat


@transaction.atomic
def found_council(
    *,
    actor: Actor,
    name: str,
    decision: str,
    established_on: dt.date,
    rules: Rules,
    seats: Sequence[Seat],
    term_ends_on: dt.date | None = None,
    tier: CouncilTier = CouncilTier.COMMUNE,
) -> Council:
    """Found a council by a decision; the council before it, if there is one, ends on that day.

    Args:
        actor: who writes it down.
        name: the council's name.
        decision: number and day of the decision.
        established_on: the first day of the term.
        rules: quorum, majority and what else its own rules say.
        seats: members in their order; one is the chair.
        term_ends_on: last day of the term, where the decision names one.
        tier: whose council it is; the law's quorum goes by it.

    Raises:
        DomainError: something is missing or cannot be; the former council still meets; or it
            began later.
    """
    actor.require(Act.FOUND_COUNCIL)
    name, decision = squeeze(name), squeeze(decision)
    require_said(name, "name", "tên Hội đồng")
    require_said(decision, "decision", "số và ngày quyết định thành lập")
    _require_seats(seats)
    _end_former(actor, established_on)
    council = Council(
        body=actor.body,
        name=name,
        tier=tier,
        established_on=established_on,
        term_ends_on=term_ends_on,
        establishing_decision=decision,
    )
    apply_rules(council, rules)
    if term_ends_on and term_ends_on <= established_on:
        raise DomainError(
            "Nhiệm kỳ kết thúc trước khi bắt đầu: hãy ghi lại ngày.", field="term_ends_on"
        )
    council.save()
    for order, seat in enumerate(seats, start=1):
        sit(council, seat, order=order)
    tell(
        actor, council, "founded", f"ghi thành lập {name} theo {decision}, {len(seats)} thành viên"
    )
    return council


def _end_former(actor: Actor, day: dt.date) -> None:
    former = (
        Council.objects.select_for_update(of=("self",))
        .filter(body=actor.body, ended_on__isnull=True)
        .first()
    )
    if former is None:
        return
    if former.established_on >= day:
        raise DomainError(
            f"{former} được thành lập ngày {former.established_on:%d/%m/%Y}: ngày thành lập Hội"
            " đồng mới phải sau ngày đó.",
            field="established_on",
        )
    unfinished = former.meetings.filter(state__in=UNFINISHED)
    if meeting := unfinished.first():
        raise DomainError(
            f"Phiên họp ngày {meeting.held_on:%d/%m/%Y} của Hội đồng trước chưa xong: hãy kết thúc"
            " hoặc hủy phiên họp đó trước."
        )
    former.ended_on = day
    former.save(update_fields=["ended_on"])
    people = former.members.filter(left_on__isnull=True).values("person")
    Membership.objects.filter(
        user__person__in=people, unit=actor.body, role=Role.COUNCIL_MEMBER
    ).delete()
    tell(actor, former, "ended", f"kết thúc nhiệm kỳ của Hội đồng từ ngày {day:%d/%m/%Y}")


def _require_seats(seats: Sequence[Seat]) -> None:
    chairs = [seat for seat in seats if seat.role == CouncilRole.CHAIR]
    if len(chairs) != 1:
        raise DomainError(
            "Hội đồng cần đúng một Chủ tịch: hãy chọn vai trò Chủ tịch cho một thành viên.",
            field="seats",
        )
    people = [seat.person.pk for seat in seats]
    if twice := [str(seat.person) for seat in seats if people.count(seat.person.pk) > 1]:
        raise DomainError(f"{twice[0]} được ghi hai lần trong danh sách.", field="seats")
