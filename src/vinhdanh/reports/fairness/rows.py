"""What is counted: the rows of a decision, signed or not, or of a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vinhdanh.decisions.models import Honour
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.organizations.enums import RecipientKind

if TYPE_CHECKING:
    import datetime as dt

    from django.db.models import QuerySet

    from vinhdanh.decisions.models import Decision
    from vinhdanh.organizations.models import Person, Recipient, Unit


@dataclass(frozen=True, slots=True)
class Given:
    """One honour that was given, or would be by a draft."""

    recipient: Recipient
    detail: str
    """Post, unit, address, as written."""
    honour_name: str
    year: int
    """The year it is given for."""
    is_sudden: bool
    happened_on: dt.date | None
    decided_on: dt.date
    nomination_id: int | None
    honour_id: int | None

    @property
    def person(self) -> Person | None:
        """The person it goes to; none for a collective or household."""
        return self.recipient.person

    @property
    def is_collective(self) -> bool:
        """Tell whether it goes to a collective."""
        return self.recipient.kind == RecipientKind.COLLECTIVE


RECIPIENT = ("person", "unit", "household")
POSTS = "recipient__person__positions"


def rows_of_decision(decision: Decision, *, as_of: dt.date) -> list[Given]:
    """Return a decision's rows; of a draft as if it were signed on the day."""
    if decision.decided_on:
        return _rows(Honour.objects.filter(decision=decision))
    lines = decision.lines.select_related(
        "nomination__submission", *(f"nomination__recipient__{each}" for each in RECIPIENT)
    ).prefetch_related(f"nomination__{POSTS}")
    return [
        Given(
            recipient=line.nomination.recipient,
            detail=line.nomination.recipient_detail,
            honour_name=line.nomination.honour_name,
            year=line.nomination.year,
            is_sudden=line.nomination.submission.kind == CommendationKind.SUDDEN,
            happened_on=line.nomination.happened_on,
            decided_on=as_of,
            nomination_id=line.nomination_id,
            honour_id=None,
        )
        for line in lines
    ]


def rows_of_period(body: Unit, *, since: dt.date, until: dt.date) -> list[Given]:
    """Return the honours a body's decisions gave in a period, those taken back left out."""
    return _rows(Honour.objects.filter(body=body, decided_on__range=(since, until)))


def _rows(honours: QuerySet[Honour]) -> list[Given]:
    found = (
        honours.filter(revoked_on__isnull=True)
        .select_related("nomination", *(f"recipient__{each}" for each in RECIPIENT))
        .prefetch_related(POSTS)
        .order_by("decided_on", "order")
    )
    return [
        Given(
            recipient=each.recipient,
            detail=each.recipient_detail,
            honour_name=each.honour_name,
            year=each.year,
            is_sudden=each.kind == CommendationKind.SUDDEN,
            happened_on=each.nomination.happened_on if each.nomination else None,
            decided_on=each.decided_on,
            nomination_id=each.nomination_id,
            honour_id=each.pk,
        )
        for each in found
    ]
