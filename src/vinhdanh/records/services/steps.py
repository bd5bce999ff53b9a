"""The one way an outgoing document changes its state without a number or a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze
from vinhdanh.records.enums import NOT_ISSUED
from vinhdanh.records.models import OfficialDocument
from vinhdanh.records.policies import may_take
from vinhdanh.records.services.signature_copies import keep_for_signature
from vinhdanh.records.workflow import WITH_THEIR_OWN_SERVICE, transition

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor
    from vinhdanh.records.workflow import Transition


@transaction.atomic
def take_step(
    *,
    actor: Actor,
    document: OfficialDocument,
    name: str,
    reason: str = "",
    successor: OfficialDocument | None = None,
    by_keeper: bool = False,
) -> OfficialDocument:
    """Take a step of the workflow that has no service of its own.

    A paper that is submitted is kept as it will be signed; one that is returned loses that and
    its signatures.

    Args:
        actor: who takes it.
        document: whose state changes.
        name: the step's name in the workflow table.
        reason: the sentence that goes with it, where the step asks for one.
        successor: the issued document that amends, replaces or recalls this one.
        by_keeper: the module that keeps what the document says takes the step itself.

    Raises:
        DomainError: the step is not the actor's, does not fit the state, or lacks its reason or
            its successor.
    """
    step = transition(name)
    if name in WITH_THEIR_OWN_SERVICE:
        raise ValueError("Issued by issue_draft, sealed by sign_here.")
    actor.require_own(document.body_id)
    document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
    if not (verdict := may_take(step, document, actor, by_keeper=by_keeper)):
        raise DomainError(verdict.reason)
    reason = squeeze(reason)
    _require_whole(step, document, reason=reason, successor=successor)
    document.state = step.target
    if successor:
        document.changed_by = successor
    document.version += 1
    document.save(update_fields=["state", "changed_by", "version"])
    if name == "submit":
        keep_for_signature(document)
    elif name == "return":
        document.files.all().delete()
    by = f" bằng {successor}" if successor else ""
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"document.{name}",
        target=document,
        sentence=f"{step.told} {document}{by}" + (f" vì: {reason}" if reason else ""),
        details={"reason": reason} if reason else {},
    )
    return document


def _require_whole(
    step: Transition,
    document: OfficialDocument,
    *,
    reason: str,
    successor: OfficialDocument | None,
) -> None:
    if step.needs_reason and not reason:
        raise DomainError(
            f"Chưa ghi lý do {step.label.lower()}: hãy ghi một câu, câu này ở lại trong diễn biến.",
            field="reason",
        )
    require_fits(OfficialDocument, "note", reason, form_field="reason")
    if step.needs_successor and successor is None:
        raise DomainError(
            f"Chưa chọn văn bản đã sửa đổi hoặc thay thế {document}: hãy ban hành văn bản đó rồi"
            " chọn.",
            field="successor",
        )
    if successor is None:
        return
    if successor.body_id != document.body_id or successor.state in NOT_ISSUED:
        raise DomainError("Văn bản được chọn chưa ban hành: hãy chọn lại.", field="successor")
    if successor.pk == document.pk:
        raise DomainError(
            f"{document} không tự sửa đổi hay thay thế mình được: hãy chọn văn bản khác.",
            field="successor",
        )
    if step.needs_successor and successor.kind != document.kind:
        raise DomainError(
            f"{document} chỉ được sửa đổi, thay thế bằng văn bản cùng loại"
            f" ({document.get_kind_display().lower()}): hãy chọn lại.",
            field="successor",
        )
