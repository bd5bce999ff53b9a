"""Founding and renewing a council; changes of its members, each by a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.accounts.models import Membership
from vinhdanh.councils.enums import CouncilRole, CouncilTier, MeetingState
from vinhdanh.councils.models import Council, CouncilMember
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Person


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sits on a council, as what."""

    person: Person
    role: CouncilRole
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The council's own rules; what the law says goes before them."""

    source: str
    quorum: tuple[int, int] = (2, 3)
    pass_percent: int = 50
    substitutes_vote: bool = False
    decides_in_writing: bool = False
    has_second_round: bool = False


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
    _require_said(name, "name", "tên Hội đồng")
    _require_said(decision, "decision", "số và ngày quyết định thành lập")
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
    _apply(council, rules)
    if term_ends_on and term_ends_on <= established_on:
        raise DomainError(
            "Nhiệm kỳ kết thúc trước khi bắt đầu: hãy ghi lại ngày.", field="term_ends_on"
        )
    council.save()
    for order, seat in enumerate(seats, start=1):
        _sit(council, seat, order=order)
    _tell(
        actor, council, "founded", f"ghi thành lập {name} theo {decision}, {len(seats)} thành viên"
    )
    return council


@transaction.atomic
def change_rules(*, actor: Actor, council: Council, rules: Rules) -> Council:
    """Write the council's rules anew.

    Raises:
        DomainError: a meeting is open, or a figure cannot be.
    """
    actor.require(Act.FOUND_COUNCIL)
    council = _held(actor, council)
    if council.meetings.filter(state=MeetingState.OPEN).exists():
        raise DomainError(
            "Hội đồng đang họp nên chưa đổi quy chế được: hãy chờ phiên họp kết thúc."
        )
    _apply(council, rules)
    council.save()
    _tell(actor, council, "rules_changed", f"ghi quy chế của Hội đồng theo {council.rule_source}")
    return council


@transaction.atomic
def add_member(
    *, actor: Actor, council: Council, seat: Seat, since: dt.date, decision: str
) -> CouncilMember:
    """Give somebody a seat by a decision; whoever has an account may then vote.

    Raises:
        DomainError: the decision is missing, the person has a seat, or the chair's seat is taken.
    """
    actor.require(Act.FOUND_COUNCIL)
    council, decision = _held(actor, council), squeeze(decision)
    _require_said(decision, "decision", "quyết định bổ sung thành viên")
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
    member = _sit(council, seat, order=last + 1, since=since, decision=decision)
    _tell(
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
        DomainError: the decision is missing, the seat has ended, or its meeting is open.
    """
    actor.require(Act.FOUND_COUNCIL)
    council, decision = _held(actor, member.council), squeeze(decision)
    _require_said(decision, "decision", "quyết định cho thôi tham gia")
    member = (
        council.members.select_for_update(of=("self",)).select_related("person").get(pk=member.pk)
    )
    if member.left_on:
        raise DomainError(f"{member} đã thôi tham gia Hội đồng từ ngày {member.left_on:%d/%m/%Y}.")
    _require_day(council, on)
    if council.meetings.filter(state=MeetingState.OPEN, attendance__member=member).exists():
        raise DomainError(f"Hội đồng đang họp nên chưa cho {member} thôi được: hãy chờ họp xong.")
    member.left_on, member.left_by = on, decision
    require_fits(CouncilMember, "left_by", decision, form_field="decision")
    member.save(update_fields=["left_on", "left_by"])
    _take_role(council, member.person)
    _tell(actor, council, "member_left", f"cho {member} thôi tham gia Hội đồng theo {decision}")
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


def _sit(
    council: Council, seat: Seat, *, order: int, since: dt.date | None = None, decision: str = ""
) -> CouncilMember:
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


def _take_role(council: Council, person: Person) -> None:
    """Who sits in no council of the body any more votes no more."""
    elsewhere = CouncilMember.objects.filter(
        person=person, left_on__isnull=True, council__body=council.body, council__ended_on=None
    )
    if not elsewhere.exists():
        Membership.objects.filter(
            user__person=person, unit=council.body, role=Role.COUNCIL_MEMBER
        ).delete()


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
    unfinished = former.meetings.filter(state__in=[MeetingState.PLANNED, MeetingState.OPEN])
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
    _tell(actor, former, "ended", f"kết thúc nhiệm kỳ của Hội đồng từ ngày {day:%d/%m/%Y}")


def _apply(council: Council, rules: Rules) -> None:
    numerator, denominator = rules.quorum
    if not 0 < numerator <= denominator:
        raise DomainError(
            "Số người cần có mặt phải là một phần của tổng số, ví dụ 2/3: hãy ghi lại.",
            field="quorum",
        )
    if not 0 <= rules.pass_percent < 100:  # noqa: PLR2004 - of a hundred
        raise DomainError("Tỷ lệ phải vượt là từ 0 đến 99%: hãy ghi lại.", field="pass_percent")
    source = squeeze(rules.source)
    _require_said(source, "source", "văn bản đặt ra quy chế")
    council.quorum_numerator, council.quorum_denominator = numerator, denominator
    council.pass_percent, council.rule_source = rules.pass_percent, source
    council.substitutes_vote = rules.substitutes_vote
    council.decides_in_writing = rules.decides_in_writing
    council.has_second_round = rules.has_second_round
    for field, name in (("name", "name"), ("establishing_decision", "decision"),
                        ("rule_source", "source")):  # fmt: skip
        require_fits(Council, field, getattr(council, field), form_field=name)


def _held(actor: Actor, council: Council) -> Council:
    actor.require_own(council.body_id)
    council = (
        Council.objects.select_for_update(of=("self",)).select_related("body").get(pk=council.pk)
    )
    if council.ended_on:
        raise DomainError(
            f"{council} đã hết nhiệm kỳ từ ngày {council.ended_on:%d/%m/%Y} nên không sửa được."
        )
    return council


def _require_said(text: str, field: str, what: str) -> None:
    if not text:
        raise DomainError(f"Chưa ghi {what}: hãy ghi đủ rồi lưu lại.", field=field)


def _require_day(council: Council, day: dt.date) -> None:
    if day < council.established_on:
        raise DomainError(
            f"Ngày này trước ngày thành lập Hội đồng ({council.established_on:%d/%m/%Y}): hãy ghi"
            " lại.",
            field="since",
        )


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


def _tell(actor: Actor, council: Council, action: str, sentence: str) -> None:
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"council.{action}",
        target=council,
        sentence=sentence,
    )
