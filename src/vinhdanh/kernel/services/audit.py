"""Writing the log of acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from vinhdanh.kernel import clock
from vinhdanh.kernel.models import AuditChain, AuditEvent
from vinhdanh.kernel.seal import seal

if TYPE_CHECKING:
    from django.db.models import Model


def record(
    *,
    scope: str,
    actor: str,
    action: str,
    target: Model,
    sentence: str,
    details: dict[str, Any] | None = None,
) -> AuditEvent:
    """Append one act to the chain of its scope, inside the caller's transaction.

    Args:
        scope: the body whose chain it is, e.g. "body:12".
        actor: the person's full name as it is to be read in ten years.
        action: stable name of the act, e.g. "plan.issued".
        target: the saved object the act was done to.
        sentence: the act told in Vietnamese, without the actor and the time.
        details: before and after, or what else proves the act; JSON values only.
    """
    with transaction.atomic():
        AuditChain.objects.get_or_create(scope=scope)
        chain = AuditChain.objects.select_for_update().get(scope=scope)
        event = AuditEvent(
            chain=chain,
            sequence=chain.last_sequence + 1,
            at=clock.now(),
            actor=actor,
            action=action,
            object_type=target._meta.label_lower,  # noqa: SLF001
            object_id=target.pk,
            sentence=sentence,
            details=details or {},
        )
        event.seal = seal(event, scope=scope, previous=chain.last_seal)
        event.save()
        chain.last_sequence, chain.last_seal = event.sequence, event.seal
        chain.save(update_fields=["last_sequence", "last_seal"])
    return event
