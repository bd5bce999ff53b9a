"""Planning the handing over of what a decision gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.models import Ceremony, Decision
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor

NEEDED = {
    "name": "Chưa ghi tên buổi lễ: hãy ghi, ví dụ Hội nghị sơ kết 6 tháng.",
    "venue": "Chưa ghi địa điểm: hãy ghi nơi trao thưởng.",
}


@transaction.atomic
def plan_ceremony(
    *,
    actor: Actor,
    decision: Decision,
    name: str,
    held_at: dt.datetime,
    venue: str,
    presenter: str = "",
) -> Ceremony:
    """Say when, where and by whom the honours of a decision are handed over; may be changed.

    Raises:
        DomainError: the decision gives nothing or is not issued, a word is missing, or the
            ceremony is before the decision.
    """
    actor.require(Act.PRINT_CERTIFICATES)
    actor.require_own(decision.body_id)
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if decision.kind != DecisionKind.AWARD or decision.state != DecisionState.ISSUED:
        raise DomainError("Chỉ trao thưởng theo quyết định khen thưởng đã ký: hãy chờ ký.")
    if decision.decided_on and held_at.date() < decision.decided_on:
        raise DomainError(
            f"Buổi lễ đứng trước ngày ký {decision.decided_on:%d/%m/%Y}: hãy sửa lại thời gian.",
            field="held_on",
        )
    words = {"name": squeeze(name), "venue": squeeze(venue), "presenter": squeeze(presenter)}
    for field, text in words.items():
        if not text and field in NEEDED:
            raise DomainError(NEEDED[field], field=field)
        require_fits(Ceremony, field, text)
    ceremony, _ = Ceremony.objects.update_or_create(
        decision=decision, defaults={"held_at": held_at, **words}
    )
    record(
        scope=actor.scope,
        actor=actor.name,
        action="ceremony.planned",
        target=decision,
        sentence=f"xếp trao thưởng tại {ceremony.venue} lúc {held_at:%H:%M ngày %d/%m/%Y}",
    )
    return ceremony
