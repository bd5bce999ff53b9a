"""What follows once a revocation or a restoration is signed, or known from another office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.models import Honour
from vinhdanh.decisions.queries.decisions import changed_by
from vinhdanh.decisions.services.certificates import outdate_certificates
from vinhdanh.decisions.services.later_decisions import show_change
from vinhdanh.decisions.services.payment_lists import take_off_revoked
from vinhdanh.decisions.services.payments_opening import rejoin_payments
from vinhdanh.decisions.services.payments_reopening import reopen_payments
from vinhdanh.kernel.services.audit import record
from vinhdanh.kernel.wording import joined
from vinhdanh.lawbook import CalendarError, add_working_days
from vinhdanh.organizations.hooks import facts_changed
from vinhdanh.records.enums import DocumentState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Decision, Restoration, Revocation, RevocationLine


def take_back(actor: Actor, revocation: Revocation, lines: Sequence[RevocationLine]) -> None:
    """Mark these honours of one award, set the limits, and let its document show what happened."""
    award, decision = lines[0].honour.decision, revocation.decision
    Honour.objects.filter(pk__in=[line.honour_id for line in lines]).update(
        revoked_on=decision.decided_on, revoked_by=decision
    )
    revocation.lines.filter(pk__in=[line.pk for line in lines]).update(
        due_on=_due(revocation, decision)
    )
    is_whole = not award.honours.filter(revoked_on__isnull=True).exists()
    show_change(actor, award, "recall" if is_whole else "amend", decision)
    take_off_revoked(actor=actor, honours=[line.honour_id for line in lines])
    outdate_certificates(decision=award)
    _settle(lines)
    told = f"hủy bỏ theo {decision}, vì {decision.merit}"
    _tell(actor, lines, "honour.revoked", told)
    _tell_decision(actor, decision, "revocation.issued", f"hủy bỏ {len(lines)} trường hợp", [award])


def give_back(actor: Actor, restoration: Restoration, lines: Sequence[RevocationLine]) -> None:
    """Let the honours hold again, with their money; both decisions stay in the register."""
    revocation, decision = restoration.revocation, restoration.decision
    award = revocation.award
    Honour.objects.filter(pk__in=[line.honour_id for line in lines]).update(
        revoked_on=None, revoked_by=None
    )
    restoration.lines.update(restored_on=decision.decided_on)
    is_whole = not revocation.lines.filter(restored_on__isnull=True).exists()
    show_change(actor, revocation.decision, "recall" if is_whole else "amend", decision)
    is_recalled = award.document and award.document.state == DocumentState.RECALLED
    show_change(actor, award, "reinstate" if is_recalled else "amend", decision)
    reopen_payments(actor=actor, honours=[line.honour for line in lines])
    awards = changed_by(lines)
    for each in awards:
        outdate_certificates(decision=each)
    _settle(lines)
    told = f"khôi phục theo {decision}, vì {decision.merit}"
    _tell(actor, lines, "honour.restored", told)
    said = f"khôi phục {len(lines)} trường hợp"
    _tell_decision(actor, decision, "restoration.issued", said, awards)


def _due(revocation: Revocation, decision: Decision) -> dt.date | None:
    """Return the last day to give back; none where the year has no calendar."""
    if decision.decided_on is None:
        return None
    try:
        return add_working_days(decision.decided_on, revocation.within_days)
    except CalendarError:
        return None


def _settle(lines: Sequence[RevocationLine]) -> None:
    """Work out anew what rests on these honours: money of the year, standing nominations."""
    rejoin_payments(honours=[line.honour for line in lines])
    facts_changed([line.honour.recipient_id for line in lines])


def _tell(actor: Actor, lines: Sequence[RevocationLine], action: str, told: str) -> None:
    for line in lines:
        record(
            scope=actor.scope,
            actor=actor.name,
            action=action,
            target=line.honour,
            sentence=told,
        )


def _tell_decision(
    actor: Actor, decision: Decision, action: str, said: str, awards: Sequence[Decision]
) -> None:
    act = "ký" if decision.document else "ghi"
    record(
        scope=actor.scope,
        actor=actor.name,
        action=action,
        target=decision,
        sentence=f"{act} {decision}, {said} tại {joined([str(each) for each in awards])}",
    )
