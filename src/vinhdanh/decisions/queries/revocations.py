"""What a revocation takes back, and what is still to come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import DecisionState, PaymentState
from vinhdanh.decisions.models import RevocationLine

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Decision, Honour, Restoration, Revocation


def lines_of(revocation: Revocation) -> QuerySet[RevocationLine]:
    """Return the honours of a revocation with what its paper says of each."""
    return revocation.lines.select_related(
        "honour__nomination__submission__unit", "honour__payment"
    )


def paid_for(honour: Honour) -> int:
    """Return the money somebody was paid for an honour and has not given back, in đồng."""
    payment = getattr(honour, "payment", None)
    if payment is None or payment.state != PaymentState.PAID:
        return 0
    return payment.amount or 0


def revocation_lines_for(actor: Actor) -> QuerySet[RevocationLine]:
    """Return the lines of issued revocations of the actor's body: the one door to them."""
    return RevocationLine.objects.filter(
        revocation__decision__body=actor.body, revocation__decision__state=DecisionState.ISSUED
    ).select_related("revocation__decision", "restoration", "honour")


def revocable(award: Decision) -> QuerySet[Honour]:
    """Return the honours of a decision that stand and are in no draft of a revocation."""
    held = RevocationLine.objects.filter(restored_on__isnull=True)
    return (
        award.honours.filter(revoked_on__isnull=True)
        .exclude(pk__in=held.values("honour"))
        .order_by("order")
    )


def restorable(revocation: Revocation) -> QuerySet[RevocationLine]:
    """Return the lines of a revocation that hold and are in no draft of a restoration."""
    return lines_of(revocation).filter(restoration__isnull=True)


def restored_lines(restoration: Restoration) -> QuerySet[RevocationLine]:
    """Return the lines a restoration undoes, with what its paper says of each."""
    return restoration.lines.select_related(
        "honour__nomination__submission__unit", "honour__payment"
    )


def restored_money(line: RevocationLine) -> int:
    """Return the money that came back for an honour and is given again, in đồng."""
    payment = getattr(line.honour, "payment", None)
    if payment is None or payment.state != PaymentState.RECOVERED:
        return 0
    return payment.amount or 0


def revoked_in(award: Decision) -> QuerySet[RevocationLine]:
    """Return each time an honour of an award was taken back, and given back if it was."""
    return RevocationLine.objects.filter(
        honour__decision=award, revocation__decision__state=DecisionState.ISSUED
    ).select_related("honour", "revocation__decision__document", "restoration__decision__document")


def trail_of(honour: Honour) -> QuerySet[RevocationLine]:
    """Return each time an honour was taken back, and given back if it was; the oldest first."""
    return (
        honour.revocation_lines.filter(revocation__decision__state=DecisionState.ISSUED)
        .select_related("revocation__decision__document", "restoration__decision__document")
        .order_by("revocation__decision__decided_on", "pk")
    )
