"""Decisions a person may see, and the list a decision has or will have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, F, QuerySet

from vinhdanh.accounts.enums import Role
from vinhdanh.councils.enums import MeetingState, Outcome
from vinhdanh.councils.models import Meeting
from vinhdanh.decisions.enums import DecisionState
from vinhdanh.decisions.models import Decision, DecisionLine
from vinhdanh.decisions.papers import Award
from vinhdanh.lawbook import Level, honour, prize
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models import Nomination

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.decisions.models import CorrectionLine, RevocationLine
    from vinhdanh.lawbook import PrizeAnswer


def decisions_for(actor: Actor) -> QuerySet[Decision]:
    """Return the decisions the actor may see: the one door to them. Drafts are the office's."""
    decisions = Decision.objects.filter(body=actor.body).select_related("document", "meeting")
    if actor.roles & {Role.CLERK, Role.CHAIR}:
        return decisions
    return decisions.filter(state=DecisionState.ISSUED)


def changed_by(lines: Iterable[RevocationLine | CorrectionLine]) -> list[Decision]:
    """Return the awards these lines change, the oldest first."""
    awards = Decision.objects.filter(honours__in=[line.honour_id for line in lines])
    return list(awards.select_related("document").distinct().order_by("decided_on", "pk"))


def with_counts(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Add how many honours each decision gave; drafts first, then the newest day."""
    counted = decisions.annotate(honour_count=Count("honours"))
    return counted.order_by(F("decided_on").desc(nulls_first=True), "-id")


def nominations_to_decide(actor: Actor) -> QuerySet[Nomination]:
    """Return the approved nominations of the body that no decision holds yet."""
    return Nomination.objects.filter(
        body=actor.body,
        state=NominationState.APPROVED,
        is_decided_above=False,
        decision_line__isnull=True,
    ).select_related("recipient", "submission__unit")


def meetings_to_decide(actor: Actor) -> QuerySet[Meeting]:
    """Return closed meetings with approved nominations that no decision holds yet."""
    return Meeting.objects.filter(
        council__body=actor.body,
        state=MeetingState.CLOSED,
        pk__in=nominations_to_decide(actor)
        .filter(agenda_items__outcome=Outcome.APPROVED)
        .values("agenda_items__meeting"),
    )


def lines_of(decision: Decision) -> QuerySet[DecisionLine]:
    """Return a decision's list with what its papers say of each row."""
    return decision.lines.select_related(
        "nomination__recipient__unit",
        "nomination__recipient__household__unit",
        "nomination__submission__unit",
        "nomination__submission__body",
    )


def awards_of(decision: Decision, *, as_of: dt.date) -> list[Award]:
    """Return a decision's list, with the prize by the law of a day."""
    return [_award(line.nomination, as_of=as_of) for line in lines_of(decision)]


def _award(nomination: Nomination, *, as_of: dt.date) -> Award:
    money = prize(
        nomination.honour,
        nomination.recipient.kind,
        as_of=as_of,
        received=nomination.submission.sent_on,
        province=nomination.submission.body.province,
    )
    return Award(
        nomination=nomination,
        prize_amount=None if money.unconfirmed else money.amount,
        prize_source=_source(money),
    )


def _source(money: PrizeAnswer) -> str:
    """Return where the amount stands; nothing where a person must verify it."""
    return "" if money.unconfirmed or money.citation is None else str(money.citation)


def names_to_confirm(awards: Sequence[Award], *, as_of: dt.date) -> list[str]:
    """Return the honours of a list that the texts read do not let the commune's chair give."""
    unsure = {
        award.nomination.honour_name: None
        for award in awards
        if honour(
            award.nomination.honour, as_of=as_of, province=award.nomination.submission.body.province
        ).deciding_level
        is not Level.COMMUNE_CHAIR
    }
    return list(unsure)


def authority_lines(awards: Sequence[Award], *, as_of: dt.date) -> list[tuple[str, str]]:
    """Return each honour of a list with the article that says who decides it on a day."""
    lines = {}
    for award in awards:
        nomination = award.nomination
        law = honour(
            nomination.honour, as_of=as_of, province=nomination.submission.body.province
        ).authority
        if law.citation and not law.unconfirmed:
            lines[nomination.honour_name] = str(law.citation)
    return list(lines.items())
