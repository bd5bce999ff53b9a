"""Printing the certificates of a decision, in the background."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import BatchState, DecisionState
from vinhdanh.decisions.models import CertificateBatch, Decision
from vinhdanh.decisions.papers import certificate_context
from vinhdanh.decisions.queries.layouts import chosen, layout_of
from vinhdanh.documents import DocumentError, render_certificates
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.services.audit import record

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Honour

TOLD_TIMES: Final = 50
"""How often at most a batch writes down how far it is."""
PATIENCE = dt.timedelta(minutes=10)
"""After this long a worker that was stopped will not come back to a batch."""
OUTDATED = (
    "Quyết định đã có trường hợp bị hủy bỏ, khôi phục hoặc đính chính nên tệp cũ không còn dùng:"
    " hãy in lại."
)
UNFORESEEN = "Máy gặp trục trặc khi tạo tệp: hãy in lại, nếu vẫn không được hãy báo người quản trị."


@transaction.atomic
def order_certificates(*, actor: Actor, decision: Decision, layout: str = "") -> CertificateBatch:
    """Order one PDF with the certificates of a decision; a worker makes it.

    Ordering again after a failure, when nothing came of it for a while, or in another layout,
    begins anew; else a finished file stays what it is. The layout is chosen by its key
    (`queries.layouts`); the batch keeps a copy, which no later change of the layout touches.

    Raises:
        DomainError: the decision is not issued, all its honours are revoked, or the layout is gone.
    """
    actor.require(Act.PRINT_CERTIFICATES)
    actor.require_own(decision.body_id)
    if decision.state != DecisionState.ISSUED:
        raise DomainError("Quyết định chưa ký nên chưa in giấy khen được: hãy chờ Chủ tịch ký.")
    if not _standing(decision).exists():
        raise DomainError("Mọi khen thưởng của quyết định đã bị hủy bỏ nên không còn giấy để in.")
    choice = chosen(actor, layout)
    batch, is_new = CertificateBatch.objects.select_for_update().get_or_create(
        decision=decision,
        defaults={"count": _standing(decision).count(), "ordered_at": clock.now()},
    )
    is_same = batch.state != BatchState.DONE or batch.layout == choice.content
    if not is_new and is_same and not may_order_again(batch):
        return batch
    batch.state, batch.path, batch.sha256, batch.made = BatchState.WAITING, "", "", 0
    batch.ordered_at, batch.count = clock.now(), _standing(decision).count()
    batch.problem = ""
    batch.layout_name, batch.layout = choice.name, choice.content
    batch.save()
    record(
        scope=actor.scope,
        actor=actor.name,
        action="certificates.ordered",
        target=decision,
        sentence=f"in {batch.count} giấy khen, giấy chứng nhận",
    )
    return batch


def may_order_again(batch: CertificateBatch) -> bool:
    """Tell whether a batch failed, or has been on its way for longer than it ever takes."""
    if batch.state in (BatchState.WAITING, BatchState.RUNNING):
        return clock.now() - batch.ordered_at > PATIENCE
    return batch.state == BatchState.FAILED


def make_certificates(*, batch_id: int) -> CertificateBatch:
    """Make the ordered PDF and keep it; called by the worker, safe to call twice."""
    batch = CertificateBatch.objects.select_related("decision").get(pk=batch_id)
    if batch.state == BatchState.DONE:
        return batch
    honours = _standing(batch.decision).select_related("decision__document", "decision__body")
    batch.state, batch.count, batch.made = BatchState.RUNNING, honours.count(), 0
    batch.save(update_fields=["state", "count", "made"])
    try:
        data = render_certificates(
            [certificate_context(honour) for honour in honours.order_by("order")],
            layout_of(batch),
            _counting(batch),
        )
    except DocumentError as problem:
        batch.state, batch.problem = BatchState.FAILED, problem.message
    except Exception:
        batch.state, batch.problem = BatchState.FAILED, UNFORESEEN
        batch.save()
        raise
    else:
        kept = store(data, suffix=".pdf")
        batch.state, batch.path, batch.sha256 = BatchState.DONE, kept.path, kept.sha256
    return _kept(batch)


def outdate_certificates(*, decision: Decision) -> None:
    """Let nobody fetch certificates of an award that was changed; the clerk may order anew.

    In the caller's transaction. A file that is being made is thrown away when it is done.
    """
    CertificateBatch.objects.filter(decision=decision).update(
        state=BatchState.FAILED, path="", sha256="", problem=OUTDATED
    )


@transaction.atomic
def _kept(batch: CertificateBatch) -> CertificateBatch:
    """Write down what the worker made, unless it was outdated or ordered anew meanwhile."""
    now = CertificateBatch.objects.select_for_update().get(pk=batch.pk)
    if now.problem == OUTDATED or now.ordered_at != batch.ordered_at:
        return now
    batch.save()
    return batch


def _standing(decision: Decision) -> QuerySet[Honour]:
    """Return the honours of a decision that hold, which alone are printed."""
    return decision.honours.filter(revoked_on__isnull=True)


def _counting(batch: CertificateBatch) -> Callable[[int], None]:
    """Return what writes down how many certificates are set, for the page that waits for them."""
    step = max(1, batch.count // TOLD_TIMES)

    def count(made: int) -> None:
        if made % step == 0 or made == batch.count:
            batch.made = made
            batch.save(update_fields=["made"])

    return count
