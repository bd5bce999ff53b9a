"""Who stays out of a vote, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.councils.enums import RecusalSource
from vinhdanh.councils.models import Kinship, Recusal
from vinhdanh.councils.rules import quorum_for
from vinhdanh.councils.services.entitled import own_seat
from vinhdanh.councils.services.locks import held_item, require_pending
from vinhdanh.councils.services.secret_votes import renew_voters
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.councils.models import AgendaItem, CouncilMember

NOMINEE = "là người được đề nghị khen thưởng"
HEAD = "phụ trách tập thể được đề nghị khen thưởng"
SAME_NAME = "trùng họ tên với chủ hộ được đề nghị khen thưởng"


@transaction.atomic
def recuse(*, actor: Actor, item: AgendaItem, member: CouncilMember, reason: str) -> Recusal:
    """Keep a member out of one vote, with the reason that everybody sees.

    Raises:
        DomainError: no reason, no member of this meeting, the item is decided, the member has
            voted on it, or too few would be left to vote.
    """
    actor.require(Act.RECUSE)
    reason = squeeze(reason)
    if not reason:
        raise DomainError(
            f"Chưa ghi vì sao {member} không tham gia biểu quyết: hãy ghi một câu.", field="reason"
        )
    return _recuse(actor, item, member, reason, RecusalSource.OFFICE)


@transaction.atomic
def declare_interest(*, actor: Actor, item: AgendaItem, relation: str) -> Recusal:
    """Stay out of a vote oneself; a relative is remembered for later meetings.

    Args:
        actor: the member.
        item: what the member is close to.
        relation: what the member is to the recipient, as it follows "là": "vợ", "con đẻ".

    Raises:
        NotAllowedError: the actor has no seat in the council.
        DomainError: as for a recusal by the office.
    """
    actor.require(Act.VOTE)
    relation = squeeze(relation).rstrip(".").removeprefix("là ")
    member = own_seat(actor, item.meeting)
    if not relation:
        raise DomainError(
            "Chưa ghi anh/chị có quan hệ gì với người được đề nghị: hãy ghi một vài chữ, ví dụ vợ,"
            " con đẻ.",
            field="relation",
        )
    require_fits(Kinship, "relation", relation, form_field="relation")
    name = item.nomination.recipient.name
    recusal = _recuse(actor, item, member, f"là {relation} của {name}", RecusalSource.DECLARED)
    _remember(actor, item, member, relation)
    return recusal


@transaction.atomic
def withdraw_recusal(*, actor: Actor, recusal: Recusal) -> None:
    """Let a member take part again.

    Raises:
        DomainError: the item is decided, or the member is the nominee.
    """
    actor.require(Act.RECUSE)
    item, member = held_item(actor, recusal.item), recusal.member
    require_pending(item)
    if item.nomination.recipient.person_id == member.person_id:
        raise DomainError(f"{member} {NOMINEE} nên không biểu quyết hồ sơ của chính mình được.")
    Recusal.objects.filter(pk=recusal.pk).delete()
    renew_voters(item)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.recusal_withdrawn",
        target=item,
        sentence=f"bỏ ghi nhận {member} không tham gia biểu quyết ({recusal.reason})",
    )


def recuse_concerned(item: AgendaItem) -> None:
    """Recuse the nominee, who heads the nominated unit, who is kin, who has the head's name."""
    recipient = item.nomination.recipient
    known = set(item.recusals.values_list("member_id", flat=True))
    members = item.meeting.council.sitting(item.meeting.held_on)
    reasons: dict[int, str] = {}
    if recipient.person_id:
        concerned, reason = Q(person_id=recipient.person_id), NOMINEE
    elif recipient.unit_id:
        concerned, reason = (
            Q(
                person__user__memberships__unit_id=recipient.unit_id,
                person__user__memberships__role=Role.UNIT_HEAD,
            ),
            HEAD,
        )
    else:
        assert recipient.household is not None
        concerned, reason = Q(person__full_name__iexact=recipient.household.head_name), SAME_NAME
    reasons |= {member.pk: reason for member in members.filter(concerned).distinct()}
    # A seat ends with its term; the kinship it recorded holds for the person's later seats too.
    kin = Kinship.objects.filter(
        Q(person__isnull=False, person=recipient.person_id)
        | Q(household__isnull=False, household=recipient.household_id),
    ).select_related("member")
    by_person = {each.member.person_id: each.relation for each in kin}
    for member in members:
        if member.pk not in reasons and (relation := by_person.get(member.person_id)):
            reasons[member.pk] = f"là {relation} của {recipient.name}"
    Recusal.objects.bulk_create(
        Recusal(item=item, member_id=pk, reason=reason[:200], source=RecusalSource.SYSTEM)
        for pk, reason in reasons.items()
        if pk not in known
    )


def _recuse(
    actor: Actor, item: AgendaItem, member: CouncilMember, reason: str, source: RecusalSource
) -> Recusal:
    require_fits(Recusal, "reason", reason)
    item = held_item(actor, item)
    if not item.meeting.attendance.filter(member=member).exists():
        raise DomainError(f"{member} không phải thành viên của phiên họp này.")
    require_pending(item)
    voted = item.participations.filter(round=item.round, member=member, has_voted=True)
    if voted.exists():
        raise DomainError(f"{member} đã biểu quyết nội dung này.")
    if known := item.recusals.filter(member=member).first():
        return known
    _require_enough_left(item, member)
    recusal = Recusal.objects.create(item=item, member=member, reason=reason, source=source)
    renew_voters(item)
    own = source == RecusalSource.DECLARED
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.recused",
        target=item,
        sentence=f"tự khai không tham gia biểu quyết vì {reason}"
        if own
        else f"ghi nhận {member} không tham gia biểu quyết vì {reason}",
    )
    return recusal


def _remember(actor: Actor, item: AgendaItem, member: CouncilMember, relation: str) -> None:
    recipient = item.nomination.recipient
    whom = {"person_id": recipient.person_id} if recipient.person_id else {
        "household_id": recipient.household_id
    }  # fmt: skip
    if any(whom.values()):
        Kinship.objects.get_or_create(
            member=member, **whom, defaults={"relation": relation, "declared_by": actor.name}
        )


def _require_enough_left(item: AgendaItem, member: CouncilMember) -> None:
    council = item.meeting.council
    needed = quorum_for(council, as_of=item.meeting.held_on)
    members = item.meeting.attendance.count()
    left, quorum = members - item.recusals.count() - 1, needed.of(members)
    if left < quorum:
        raise DomainError(
            f"Nếu {member} không tham gia thì chỉ còn {left}/{members} thành viên được biểu quyết"
            f" hồ sơ của {item.nomination.recipient.name}, cần ít nhất {quorum}"
            f" ({needed.words} theo {needed.source}): hãy hoãn xét hồ sơ này hoặc xem lại những"
            " người đã ghi không tham gia."
        )
