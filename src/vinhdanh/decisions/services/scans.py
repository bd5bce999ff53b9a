"""The scan of a decision that was not issued here: kept once, never replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind
from vinhdanh.decisions.models import Decision
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.services.audit import record

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor


@transaction.atomic
def attach_scan(*, actor: Actor, decision: Decision, scan: bytes) -> Decision:
    """Add the scan to a decision that was entered without it.

    Args:
        actor: a clerk.
        decision: of another office, or older than this register.
        scan: the paper as a PDF.

    Raises:
        DomainError: the decision was issued here, or another scan is kept already.
    """
    actor.require(Act.DRAFT_DECISION)
    actor.require_own(decision.body_id)
    decision = Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)
    if decision.kind != DecisionKind.EXTERNAL:
        raise DomainError(
            f"{decision} soạn ở đây: hãy bổ sung bản đã ký ở trang của văn bản đó.", field="scan"
        )
    keep_scan(decision, scan)
    record(
        scope=actor.scope,
        actor=actor.name,
        action="decision.scanned",
        target=decision,
        sentence=f"bổ sung bản quét {decision}",
        details={"sha256": decision.scan_sha256},
    )
    return decision


def keep_scan(decision: Decision, scan: bytes) -> None:
    """Keep a scan with a decision that is held; the same one again changes nothing.

    Raises:
        DomainError: another one is kept already.
    """
    kept = store(scan, suffix=".pdf")
    if decision.scan_path and decision.scan_sha256 != kept.sha256:
        raise DomainError(
            f"{decision} đã có bản quét khác: hãy xem bản đó ở trang của quyết định, không chọn"
            " tệp nữa.",
            field="scan",
        )
    decision.scan_path, decision.scan_sha256 = kept.path, kept.sha256
    decision.save(update_fields=["scan_path", "scan_sha256"])
