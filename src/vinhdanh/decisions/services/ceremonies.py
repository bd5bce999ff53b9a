"""Planning the handing over of what a decision gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.decisions.models import Ceremony, CeremonyTaker, Decision
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from vinhdanh.accounts.actor import Actor


@dataclass(frozen=True, slots=True)
class Taker:
    """Who comes up for one honour."""

    name: str = ""
    is_absent: bool = False


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


@transaction.atomic
def name_takers(*, actor: Actor, ceremony: Ceremony, takers: Mapping[int, Taker]) -> Ceremony:
    """Say who comes up for whom, and who is absent; what was said before is replaced.

    Args:
        actor: a clerk.
        ceremony: planned.
        takers: by the number of the honour; those left out come up themselves.

    Raises:
        DomainError: an honour is not of this decision, or a name is too long.
    """
    actor.require(Act.PRINT_CERTIFICATES)
    actor.require_own(ceremony.decision.body_id)
    ceremony = Ceremony.objects.select_for_update(of=("self",)).get(pk=ceremony.pk)
    own = set(ceremony.decision.honours.values_list("pk", flat=True))
    if not own >= takers.keys():
        raise DomainError("Có trường hợp không thuộc quyết định này: hãy tải lại trang.")
    rows = []
    for honour, taker in takers.items():
        name = squeeze(taker.name)
        require_fits(CeremonyTaker, "name", name, form_field=f"taker_{honour}")
        if name or taker.is_absent:
            rows.append(
                CeremonyTaker(
                    ceremony=ceremony, honour_id=honour, name=name, is_absent=taker.is_absent
                )
            )
    ceremony.takers.all().delete()
    CeremonyTaker.objects.bulk_create(rows)
    absent = sum(row.is_absent for row in rows)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="ceremony.takers_named",
        target=ceremony.decision,
        sentence=f"ghi người lên nhận cho {len(rows)} trường hợp, {absent} người vắng",
    )
    return ceremony
