"""The road of a person, a unit or a household: what was proposed, given, taken back, by year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from vinhdanh.decisions.enums import DecisionState
from vinhdanh.decisions.models import RevocationLine
from vinhdanh.decisions.queries.honours import honours_for
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.queries.nominations import nominations_for
from vinhdanh.organizations.models import Recipient, UnitSuccession
from vinhdanh.organizations.queries.successions import recipient_lineage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened."""

    on: dt.date
    sentence: str
    page: str = ""
    """Name of the page that shows it; the address needs `pk`."""
    pk: int = 0
    state: str = "neutral"
    former: str = ""
    """Under which earlier name, where a unit had another one then."""


@dataclass(frozen=True, slots=True)
class RoadYear:
    """A year of the road, newest event first."""

    year: int
    events: tuple[Event, ...]


def recipients_for(actor: Actor) -> QuerySet[Recipient]:
    """Return the recipients of the actor's body: the one door to their roads."""
    return Recipient.objects.filter(body=actor.body).select_related("person", "unit", "household")


def road_of(actor: Actor, recipient: Recipient) -> list[RoadYear]:
    """Return what the actor may see of a recipient's road, newest year first.

    A unit's road goes back through every unit it came from; each of these is named.
    """
    line = recipient_lineage([recipient.pk])[recipient.pk]
    events = sorted(
        [
            *_honours(actor, recipient, line),
            *_nominations(actor, recipient, line),
            *_changes(recipient, line),
        ],
        key=lambda event: event.on,
        reverse=True,
    )
    return [
        RoadYear(year, tuple(found))
        for year, found in groupby(events, key=lambda each: each.on.year)
    ]


def _honours(actor: Actor, recipient: Recipient, line: set[int]) -> Iterator[Event]:
    for each in honours_for(actor).filter(recipient__in=line):
        former = "" if each.recipient_id == recipient.pk else each.recipient_name
        told = f"Được tặng {each.honour_name}: {each.achievement} ({each.decision})"
        yield Event(each.decided_on, told, "honour", each.pk, "good", former)
    yield from _losses(recipient, line)


def _losses(recipient: Recipient, line: set[int]) -> Iterator[Event]:
    """Yield each time an honour was taken back, and given back."""
    rows = RevocationLine.objects.filter(
        honour__recipient__in=line, revocation__decision__state=DecisionState.ISSUED
    ).select_related("honour", "revocation__decision")
    for each in rows:
        honour, taken_on = each.honour, each.revocation.decision.decided_on
        assert taken_on is not None
        former = "" if honour.recipient_id == recipient.pk else honour.recipient_name
        what = f"{honour.honour_name} tặng ngày {honour.decided_on:%d/%m/%Y}"
        told = f"Bị hủy bỏ, thu hồi {what}"
        yield Event(taken_on, told, "honour", honour.pk, "stop", former)
        if each.restored_on:
            told = f"Được khôi phục {what}"
            yield Event(each.restored_on, told, "honour", honour.pk, "good", former)


def _nominations(actor: Actor, recipient: Recipient, line: set[int]) -> Iterator[Event]:
    """Yield what was proposed and did not become an honour, as far as the actor may see it."""
    found = nominations_for(actor).filter(recipient__in=line, submission__sent_on__isnull=False)
    for each in found.exclude(state__in=[NominationState.DRAFT, NominationState.DECIDED]):
        assert each.submission.sent_on is not None
        former = "" if each.recipient_id == recipient.pk else each.recipient.name
        now = NominationState(each.state).label.lower()
        told = f"Được đề nghị {each.honour_name} cho {each.period}: {now}"
        yield Event(each.submission.sent_on, told, "nomination", each.pk, "neutral", former)


def _changes(recipient: Recipient, line: set[int]) -> Iterator[Event]:
    """Yield how the unit became what it is."""
    if recipient.unit_id is None:
        return
    units = Recipient.objects.filter(pk__in=line).values("unit")
    rows = UnitSuccession.objects.filter(successor__in=units).select_related(
        "predecessor", "successor"
    )
    for each in rows:
        told = (
            f"{each.predecessor.name} thành {each.successor.name}:"
            f" {each.get_kind_display().lower()} ({each.basis})"
        )
        yield Event(each.on, told, "unit", each.successor_id, "info")
