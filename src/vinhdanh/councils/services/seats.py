"""Seats of a council: given, ended and handed on, each by a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.accounts.models import Membership
from vinhdanh.councils.enums import CouncilRole, MeetingState
from vinhdanh.councils.models import CouncilMember
from vinhdanh.councils.services.attendance import follow_seats
from vinhdanh.councils.services.standing import held_council, require_said, tell
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import Council
    from vinhdanh.organizations.models import Person


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits on a council, as what."""

    person: Person
    role: CouncilRole
    post: str = ""


@transaction.atomic
def add_member(
    *, actor: Actor, council: Council, seat: Seat, since: dt.date, decision: str
) -> CouncilMember:
    """Give somebody a seat by a decision; whoever has an account may then vote.

    Raises:
        DomainError: the decision is missing, the person has a seat, or the chair's seat is taken.
    """
    actor.require(Act.FOUND_COUNCIL)
    council, decision = held_council(actor, council), squeeze(decision)
    require_said(decision, "decision", "quyết định bổ sung thành viên")
    _require_day(council, since)
    if council.members.filter(person=seat.person, left_on__isnull=True).exists():
        raise DomainError(f"{seat.person} đang là thành viên Hội đồng.", field="person")
    sitting_chair = council.members.filter(role=CouncilRole.CHAIR, left_on__isnull=True).first()
    if seat.role == CouncilRole.CHAIR and sitting_chair:
        raise DomainError(
            f"{sitting_chair} đang là Chủ tịch Hội đồng: hãy cho thôi trước, hoặc dùng “Thay thành"
            " viên”.",
            field="role",
        )
    last = council.members.order_by("-order").values_list("order", flat=True).first() or 0
    member = sit(council, seat, order=last + 1, since=since, decision=decision)
    _let_meetings_follow(council)
    tell(
        actor,
        council,
        "member_added",
        f"bổ sung {member} ({member.get_role_display()}) theo {decision}",
    )
    return member


@transaction.atomic
def end_seat(*, actor: Actor, member: CouncilMember, on: dt.date, decision: str) -> CouncilMember:
    """End somebody's seat by a decision; `on` is the first day without it.

    Raises:
        DomainError: the decision is missing, the day lies ahead, the seat has ended, or its
            meeting is open.
    """
    actor.require(Act.FOUND_COUNCIL)
    council, decision = held_council(actor, member.council), squeeze(decision)
    require_said(decision, "decision", "quyết định cho thôi tham gia")
    member = (
        council.members.select_for_update(of=("self",)).select_related("person").get(pk=member.pk)
    )
    if member.left_on:
        raise DomainError(f"{member} đã thôi tham gia Hội đồng từ ngày {member.left_on:%d/%m/%Y}.")
    _require_day(council, on)
    if on > clock.today():
        raise DomainError(
            f"Ngày {on:%d/%m/%Y} chưa tới, {member} còn là thành viên và còn biểu quyết: hãy ghi"
            " khi tới ngày đó.",
            field="since",
        )
    if council.meetings.filter(state=MeetingState.OPEN, attendance__member=member).exists():
        raise DomainError(f"Hội đồng đang họp nên chưa cho {member} thôi được: hãy chờ họp xong.")
    member.left_on, member.left_by = on, decision
    require_fits(CouncilMember, "left_by", decision, form_field="decision")
    member.save(update_fields=["left_on", "left_by"])
    _take_role(council, member.person)
    _let_meetings_follow(council)
    tell(actor, council, "member_left", f"cho {member} thôi tham gia Hội đồng theo {decision}")
    return member


@transaction.atomic
def replace_member(
    *, actor: Actor, member: CouncilMember, seat: Seat, on: dt.date, decision: str
) -> CouncilMember:
    """End a seat and give it to somebody else on the same day, by one decision."""
    ended = end_seat(actor=actor, member=member, on=on, decision=decision)
    came = add_member(actor=actor, council=ended.council, seat=seat, since=on, decision=decision)
    came.order = ended.order
    came.save(update_fields=["order"])
    return came


def sit(
    council: Council, seat: Seat, *, order: int, since: dt.date | None = None, decision: str = ""
) -> CouncilMember:
    """Give somebody a seat, and the role that votes where they have an account."""
    post = squeeze(seat.post)
    require_fits(CouncilMember, "post", post)
    require_fits(CouncilMember, "joined_by", decision, form_field="decision")
    member = CouncilMember.objects.create(
        council=council,
        person=seat.person,
        role=seat.role,
        post=post,
        order=order,
        joined_on=since,
        joined_by=decision,
    )
    if user := getattr(seat.person, "user", None):
        Membership.objects.get_or_create(user=user, unit=council.body, role=Role.COUNCIL_MEMBER)
    return member


def _let_meetings_follow(council: Council) -> None:
    planned = council.meetings.filter(state=MeetingState.PLANNED)
    for meeting in planned.select_for_update(of=("self",)):
        meeting.council = council
        follow_seats(meeting)


def _take_role(council: Council, person: Person) -> None:
    """Who sits in no council of the body any more votes no more."""
    elsewhere = CouncilMember.objects.filter(
        person=person, left_on__isnull=True, council__body=council.body, council__ended_on=None
    )
    if not elsewhere.exists():
        Membership.objects.filter(
            user__person=person, unit=council.body, role=Role.COUNCIL_MEMBER
        ).delete()


def _require_day(council: Council, day: dt.date) -> None:
    if day < council.established_on:
        raise DomainError(
            f"Ngày này trước ngày thành lập Hội đồng ({council.established_on:%d/%m/%Y}): hãy ghi"
            " lại.",
            field="since",
        )
