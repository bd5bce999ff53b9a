"""Reading and proving the log of acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel.models import AuditChain, AuditEvent
from vinhdanh.kernel.seal import seal

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet


def history_of(target: Model) -> QuerySet[AuditEvent]:
    """Return the acts done to one object, newest first."""
    return AuditEvent.objects.filter(
        object_type=target._meta.label_lower,  # noqa: SLF001
        object_id=target.pk,
    ).order_by("-sequence")


def who_did(target: Model, action: str, did: str) -> str:
    """Return who did an act to an object last, and when, for whoever comes second.

    Args:
        target: the object.
        action: the name of the act.
        did: the act in words, as they follow "đã".

    Returns:
        "Ngô Văn Quyên đã kết thúc phiên họp lúc 14:05 ngày 24/06/2024".
    """
    event = history_of(target).filter(action=action).first()
    if event is None:
        return f"Người khác đã {did}"
    return f"{event.actor} đã {did} lúc {event.at.astimezone():%H:%M ngày %d/%m/%Y}"


def first_broken(chain: AuditChain) -> int | None:
    """Return the sequence number at which a chain no longer proves itself, or None.

    A changed row breaks its own seal, a removed one the numbering, a cut tail the chain's head.
    """
    previous, expected = "", 1
    for event in chain.events.order_by("sequence").iterator():
        proof = seal(event, scope=chain.scope, previous=previous)
        if (event.sequence, event.seal) != (expected, proof):
            return expected
        previous, expected = event.seal, expected + 1
    if (chain.last_sequence, chain.last_seal) != (expected - 1, previous):
        return expected
    return None
