"""Reminding the superior of what still lies there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.models import Forwarding
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor


@transaction.atomic
def remind_superior(*, actor: Actor, forwarding: Forwarding, how: str) -> Forwarding:
    """Write down that the superior was reminded; one in this system sees it at once.

    Args:
        actor: a clerk or the chair.
        forwarding: with cases that wait.
        how: by which way and whom, as people say it ("gọi điện cho Phòng Nội vụ").

    Raises:
        DomainError: it does not say how, or everything is answered.
    """
    actor.require(Act.FORWARD)
    actor.require_own(forwarding.body_id)
    forwarding = Forwarding.objects.select_for_update(of=("self",)).get(pk=forwarding.pk)
    if not (how := squeeze(how)):
        raise DomainError(
            "Chưa ghi đã nhắc bằng cách nào: hãy ghi một câu, ví dụ gọi điện cho Phòng Nội vụ.",
            field="how",
        )
    if not forwarding.cases.filter(verdict="").exists():
        raise DomainError(
            f"{forwarding.superior_name} đã trả lời mọi trường hợp nên không cần nhắc nữa."
        )
    forwarding.reminded_on = clock.today()
    forwarding.save(update_fields=["reminded_on"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action="forwarding.reminded",
        target=forwarding,
        sentence=f"nhắc {forwarding.superior_name} trả lời: {how}",
    )
    return forwarding
