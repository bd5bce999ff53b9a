"""Turning the list of a signed decision into honours of the register."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from vinhdanh.decisions.models import Honour
from vinhdanh.nominations.services.transitions import take_step
from vinhdanh.organizations.hooks import facts_changed
from vinhdanh.records.services.numbers import take_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import Decision
    from vinhdanh.decisions.papers import Award
    from vinhdanh.nominations.models import Nomination
    from vinhdanh.organizations.models import Unit

SERIAL_IN_DECISION_FROM = dt.date(2026, 1, 1)
"""From here "Số sổ vàng" is the serial in the decision (Decision 01/2026/QĐ-TTg, Article 61)."""


def grant(actor: Actor, decision: Decision, awards: Sequence[Award]) -> None:
    """Let every row of a signed decision become an honour; runs in the signing transaction."""
    if decision.decided_on is None:
        raise ValueError("Honours come from a signed decision.")
    for order, award in enumerate(awards, start=1):
        nomination = award.nomination
        take_step(actor=actor, nomination=nomination, name="decide")
        honour = honour_of(nomination, decision, order=order)
        honour.book_number = _book_number(decision, order, decision.decided_on)
        honour.prize_amount, honour.prize_source = award.prize_amount, award.prize_source
        honour.save()
    facts_changed([award.nomination.recipient_id for award in awards])


def honour_of(nomination: Nomination, decision: Decision, *, order: int) -> Honour:
    """Return the honour that a decision gives a nomination, unsaved; its day is the decision's."""
    assert decision.decided_on is not None
    return Honour(
        body=decision.body,
        decision=decision,
        nomination=nomination,
        recipient=nomination.recipient,
        unit=_unit_of(nomination),
        recipient_kind=nomination.recipient.kind,
        recipient_name=nomination.recipient.name,
        recipient_detail=nomination.recipient_detail,
        honour=nomination.honour,
        honour_name=nomination.honour_name,
        kind=nomination.submission.kind,
        year=nomination.submission.year,
        achievement=nomination.achievement,
        period=nomination.period,
        decided_on=decision.decided_on,
        order=order,
    )


def _unit_of(nomination: Nomination) -> Unit:
    """Return where the recipient belongs: itself, the household's village, or who proposed."""
    recipient = nomination.recipient
    if recipient.unit:
        return recipient.unit
    return recipient.household.unit if recipient.household else nomination.submission.unit


def _book_number(decision: Decision, order: int, decided_on: dt.date) -> int:
    if decided_on >= SERIAL_IN_DECISION_FROM:
        return order
    return take_number(body=decision.body, symbol="Sổ vàng", year=decided_on.year)
