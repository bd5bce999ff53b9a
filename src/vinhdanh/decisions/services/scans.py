"""The scan of a decision not issued here: kept once; a wrong one is replaced with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import DecisionKind
from vinhdanh.decisions.models import Decision
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.queries.audit import who_did
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor

REPLACED = "decision.scan_replaced"
NO_REASON = "Chưa ghi lý do thay bản quét: hãy viết một câu, ví dụ quét nhầm văn bản khác."


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
    decision = _held(actor, decision)
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


@transaction.atomic
def replace_scan(
    *, actor: Actor, decision: Decision, scan: bytes, reason: str, replaced: str
) -> Decision:
    """Put the right scan in the place of a wrong one, whose file stays and whose hash is logged.

    Args:
        actor: a clerk.
        decision: whose scan is wrong.
        scan: the paper as a PDF.
        reason: what is wrong of the scan that is kept.
        replaced: the SHA-256 of that scan.

    Raises:
        DomainError: the reason is missing, or it is the scan that is kept.
        StaleError: another one is kept by now; says who replaced it and when.
    """
    decision = _held(actor, decision)
    if not (reason := squeeze(reason).rstrip(".")):
        raise DomainError(NO_REASON, field="reason")
    if not decision.scan_path or decision.scan_sha256 != replaced:
        did = who_did(decision, REPLACED, f"thay bản quét {decision}")
        raise StaleError(f"{did}: hãy tải lại trang.")
    kept = store(scan, suffix=".pdf")
    if kept.sha256 == replaced:
        raise DomainError("Tệp này chính là bản quét đang giữ: hãy chọn tệp khác.", field="scan")
    decision.scan_path, decision.scan_sha256 = kept.path, kept.sha256
    decision.save(update_fields=["scan_path", "scan_sha256"])
    record(
        scope=actor.scope,
        actor=actor.name,
        action=REPLACED,
        target=decision,
        sentence=f"thay bản quét {decision}, lý do: {reason}",
        details={"before": replaced, "after": kept.sha256},
    )
    return decision


def _held(actor: Actor, decision: Decision) -> Decision:
    actor.require(Act.DRAFT_DECISION)
    actor.require_own(decision.body_id)
    return Decision.objects.select_for_update(of=("self",)).get(pk=decision.pk)


def keep_scan(decision: Decision, scan: bytes) -> None:
    """Keep a scan with a decision that is held; the same one again changes nothing.

    Raises:
        DomainError: another one is kept already.
    """
    kept = store(scan, suffix=".pdf")
    if decision.scan_path and decision.scan_sha256 != kept.sha256:
        raise DomainError(
            f"{decision} đã có bản quét khác: nếu bản đó sai thì thay ở trang của quyết định rồi"
            " ghi lại, nếu đúng thì không chọn tệp nữa.",
            field="scan",
        )
    decision.scan_path, decision.scan_sha256 = kept.path, kept.sha256
    decision.save(update_fields=["scan_path", "scan_sha256"])
