"""Giving a certificate anew: asked for, answered by the chair, printed with its mark.

Exchange is for a damaged or misprinted one, replacement for a lost one (Decision
01/2026/QĐ-TTg, Articles 71 and 72, say so of state awards; of other honours the body that
decided buys, keeps and hands out the objects, Article 70, clause 3).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Act
from vinhdanh.decisions.enums import ReissueKind, ReissueState
from vinhdanh.decisions.models import Honour, Reissue
from vinhdanh.decisions.papers import certificate_context
from vinhdanh.documents import render_certificates
from vinhdanh.kernel import clock
from vinhdanh.kernel.errors import DomainError, StaleError
from vinhdanh.kernel.files import store
from vinhdanh.kernel.limits import require_fits
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.text import squeeze

if TYPE_CHECKING:
    import datetime as dt

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Decision


NO_REASON = "Chưa ghi lý do: hãy ghi bằng bị hư hỏng hay mất thế nào."
NO_APPLICANT = "Chưa ghi người đề nghị: hãy ghi họ tên."


@transaction.atomic
def request_reissue(
    *,
    actor: Actor,
    honour: Honour,
    kind: ReissueKind,
    reason: str,
    applicant: str,
    requested_on: dt.date,
) -> Reissue:
    """Write down that somebody asks for another certificate.

    Args:
        actor: a clerk.
        honour: of a decision of the body.
        kind: exchange of a damaged one, replacement of a lost one.
        reason: what happened to the first.
        applicant: who asks.
        requested_on: the day of the request.

    Raises:
        DomainError: the honour is not the body's to certify or was revoked, a request waits
            already, a word is missing, or the day is before the decision or in the future.
    """
    actor.require(Act.PRINT_CERTIFICATES)
    actor.require_own(honour.body_id)
    honour = _held(honour.pk)
    _require_certifiable(honour)
    if honour.reissues.filter(state=ReissueState.ASKED).exists():
        raise DomainError("Đã có một đề nghị đang chờ Chủ tịch trả lời: hãy chờ trả lời đó.")
    if not honour.decided_on <= requested_on <= clock.today():
        raise DomainError(
            f"Ngày đề nghị phải từ {honour.decided_on:%d/%m/%Y} đến hôm nay: hãy sửa lại ngày.",
            field="requested_on",
        )
    reissue = Reissue.objects.create(
        honour=honour,
        kind=kind,
        reason=_said(reason, "reason", NO_REASON),
        applicant=_said(applicant, "applicant", NO_APPLICANT),
        requested_on=requested_on,
    )
    _tell(actor, reissue, "asked", f"ghi đề nghị của {reissue.applicant}, vì {reissue.reason}")
    return reissue


@transaction.atomic
def answer_reissue(*, actor: Actor, reissue: Reissue, refusal: str = "") -> Reissue:
    """Agree, which prints the new certificate, or refuse with a reason; kept for good.

    Args:
        actor: the chair.
        reissue: a request that waits.
        refusal: why not; empty agrees.

    Raises:
        StaleError: it was answered before.
        DomainError: the honour was revoked since, or a text does not fit the certificate.
    """
    actor.require(Act.SIGN_DECISION)
    actor.require_own(reissue.honour.body_id)
    honour = _held(reissue.honour_id)
    reissue = honour.reissues.select_for_update().get(pk=reissue.pk)
    if reissue.state != ReissueState.ASKED:
        raise StaleError(
            f"{reissue.decided_by} đã trả lời đề nghị này ngày {reissue.decided_on:%d/%m/%Y}: hãy"
            " tải lại trang."
        )
    reissue.decided_on, reissue.decided_by = clock.today(), actor.name
    if refusal := squeeze(refusal):
        require_fits(Reissue, "refusal", refusal)
        reissue.state, reissue.refusal = ReissueState.REFUSED, refusal
        told = f"không đồng ý, vì {refusal}"
    else:
        _require_certifiable(honour)
        _agree(reissue)
        told = f"đồng ý, lần {reissue.order}"
    reissue.save()
    _tell(actor, reissue, reissue.state, told)
    return reissue


def print_corrected(*, actor: Actor, honour: Honour, decision: Decision) -> Reissue:
    """Print the certificate that a signed correction asks for, in the caller's transaction."""
    assert decision.decided_on is not None
    reissue = Reissue(
        honour=honour,
        kind=ReissueKind.EXCHANGE,
        reason=f"đính chính theo {decision}",
        applicant=actor.body.name,
        requested_on=decision.decided_on,
        decided_on=decision.decided_on,
        decided_by=actor.name,
    )
    _agree(reissue)
    reissue.save()
    _tell(actor, reissue, "agreed", f"in bằng mới theo nội dung đã đính chính, lần {reissue.order}")
    return reissue


def _agree(reissue: Reissue) -> None:
    """Number the new certificate among those of its honour, and print it."""
    reissue.state = ReissueState.AGREED
    reissue.order = reissue.honour.reissues.filter(state=ReissueState.AGREED).count() + 1
    kept = store(_certificate(reissue), suffix=".pdf")
    reissue.path, reissue.sha256 = kept.path, kept.sha256


def _certificate(reissue: Reissue) -> bytes:
    """Return the new certificate: worded as the first one, marked as another."""
    context = certificate_context(reissue.honour)
    mark = f"{ReissueKind(reissue.kind).label.lower()} lần {reissue.order}"
    return render_certificates([replace(context, book_number=f"{context.book_number}, {mark}")])


def _held(honour: int) -> Honour:
    """Lock an honour first: who waited for the lock sees that it was revoked."""
    return (
        Honour.objects.select_for_update(of=("self",))
        .select_related("decision__document", "decision__body")
        .get(pk=honour)
    )


def _require_certifiable(honour: Honour) -> None:
    if honour.revoked_on:
        raise DomainError(
            f"Khen thưởng này đã bị hủy bỏ ngày {honour.revoked_on:%d/%m/%Y} nên không cấp bằng"
            " nữa."
        )
    if honour.decision.document is None:
        raise DomainError(
            "Khen thưởng này do cơ quan khác quyết định: hãy đề nghị cơ quan đó cấp đổi, cấp lại"
            " bằng."
        )


def _said(text: str, field: str, missing: str) -> str:
    text = squeeze(text).rstrip(".")
    if not text:
        raise DomainError(missing, field=field)
    require_fits(Reissue, field, text)
    return text


def _tell(actor: Actor, reissue: Reissue, act: str, told: str) -> None:
    record(
        scope=actor.scope,
        actor=actor.name,
        action=f"reissue.{act}",
        target=reissue.honour,
        sentence=f"{ReissueKind(reissue.kind).label.lower()} bằng: {told}",
    )
