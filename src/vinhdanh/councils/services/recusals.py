"""Who stays out of a vote, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from vinhdanh.accounts.enums import Act, Role
from vinhdanh.councils.enums import Outcome
from vinhdanh.councils.models import Recusal
from vinhdanh.councils.services.locks import held_item
from vinhdanh.kernel.errors import DomainError
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
    item = held_item(actor, item)
    if not item.meeting.attendance.filter(member=member).exists():
        raise DomainError(f"{member} không phải thành viên của phiên họp này.")
    _require_pending(item)
    if item.participations.filter(member=member).exists():
        raise DomainError(f"{member} đã biểu quyết nội dung này.")
    if known := item.recusals.filter(member=member).first():
        return known
    _require_enough_left(item, member)
    recusal = Recusal.objects.create(item=item, member=member, reason=reason)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.recused",
        target=item,
        sentence=f"ghi nhận {member} không tham gia biểu quyết vì {reason}",
    )
    return recusal


@transaction.atomic
def withdraw_recusal(*, actor: Actor, recusal: Recusal) -> None:
    """Let a member take part again.

    Raises:
        DomainError: the item is decided, or the member is the nominee.
    """
    actor.require(Act.RECUSE)
    item, member = held_item(actor, recusal.item), recusal.member
    _require_pending(item)
    if item.nomination.recipient.person_id == member.person_id:
        raise DomainError(f"{member} {NOMINEE} nên không biểu quyết hồ sơ của chính mình được.")
    Recusal.objects.filter(pk=recusal.pk).delete()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="vote.recusal_withdrawn",
        target=item,
        sentence=f"bỏ ghi nhận {member} không tham gia biểu quyết ({recusal.reason})",
    )


def recuse_concerned(item: AgendaItem) -> None:
    """Recuse the nominee, who heads the nominated unit, and who is called as the family's head."""
    recipient = item.nomination.recipient
    members = item.meeting.council.members.select_related("person")
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
    Recusal.objects.bulk_create(
        Recusal(item=item, member=member, reason=reason)
        for member in members.filter(concerned).distinct()
    )


def _require_pending(item: AgendaItem) -> None:
    if item.outcome != Outcome.PENDING:
        raise DomainError("Nội dung này đã chốt kết quả nên không đổi người biểu quyết được.")


def _require_enough_left(item: AgendaItem, member: CouncilMember) -> None:
    council = item.meeting.council
    members = item.meeting.attendance.count()
    left, quorum = members - item.recusals.count() - 1, council.quorum_of(members)
    if left < quorum:
        raise DomainError(
            f"Nếu {member} không tham gia thì chỉ còn {left}/{members} thành viên được biểu quyết"
            f" hồ sơ của {item.nomination.recipient.name}, cần ít nhất {quorum}"
            f" ({council.quorum_numerator}/{council.quorum_denominator} theo"
            f" {council.rule_source}): hãy hoãn xét hồ sơ này hoặc xem lại những người đã ghi"
            " không tham gia."
        )
