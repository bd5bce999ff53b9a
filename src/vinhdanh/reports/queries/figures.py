"""Figures of a report, read from the records of a period; nobody types them."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q, Sum

from vinhdanh.councils.enums import MeetingState
from vinhdanh.councils.models import Meeting
from vinhdanh.decisions.enums import DecisionState
from vinhdanh.decisions.models import Decision, Honour
from vinhdanh.emulation.enums import RegistrationState
from vinhdanh.emulation.models import Movement, Registration
from vinhdanh.kernel import clock
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.organizations.queries.units import units_taking_part
from vinhdanh.planning.queries.plans import confirmed_plan, statuses
from vinhdanh.records.models import OfficialDocument

if TYPE_CHECKING:
    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class HonourCount:
    """How often one honour was given, by kind of recipient."""

    name: str
    individuals: int
    collectives: int
    households: int

    @property
    def total(self) -> int:
        """All recipients."""
        return self.individuals + self.collectives + self.households


@dataclass(frozen=True, slots=True)
class Figures:
    """What the records say about a body between 1 January and the cut-off day."""

    year: int
    until: dt.date
    units: int
    units_registered: int
    movements: tuple[str, ...]
    pledges_signed: int
    pledges_asked: int
    documents: int
    meetings: int
    nominations: int
    decisions: int
    honours: tuple[HonourCount, ...]
    women: int
    direct_workers: int
    prize_total: int
    tasks: int
    tasks_done: int
    tasks_overdue: int

    @property
    def honours_total(self) -> int:
        """All honours given."""
        return sum(each.total for each in self.honours)

    def to_json(self) -> dict[str, Any]:
        """Return plain data, the day in ISO form."""
        return asdict(self) | {"until": self.until.isoformat()}


def figures(body: Unit, *, year: int, until: dt.date) -> Figures:
    """Count a body's year up to a day, that day included; its tasks as they are now."""
    period = (dt.date(year, 1, 1), until)
    given = Honour.objects.filter(body=body, decided_on__range=period)
    movements = list(
        Movement.objects.filter(body=body, launched_on__range=period).annotate(
            asked=Count("pledges"),
            signed=Count("pledges", filter=Q(pledges__signed_on__lte=until)),
        )
    )
    plan = confirmed_plan(body, year=year)
    tasks = statuses(plan.tasks.all(), as_of=clock.today()) if plan else []
    people = given.filter(recipient_kind=RecipientKind.INDIVIDUAL)
    return Figures(
        year=year,
        until=until,
        units=units_taking_part(body, as_of=until).count(),
        units_registered=Registration.objects.filter(
            body=body,
            year=year,
            state=RegistrationState.ACCEPTED,
            accepted_at__date__lte=until,
        ).count(),
        movements=tuple(each.title for each in movements),
        pledges_signed=sum(each.signed for each in movements),
        pledges_asked=sum(each.asked for each in movements),
        documents=OfficialDocument.objects.filter(body=body, issued_on__range=period).count(),
        meetings=Meeting.objects.filter(
            council__body=body, state=MeetingState.CLOSED, held_on__range=period
        ).count(),
        nominations=Nomination.objects.filter(body=body, submission__sent_on__range=period).count(),
        decisions=Decision.objects.filter(
            body=body, state=DecisionState.ISSUED, decided_on__range=period
        ).count(),
        honours=_by_honour(body, period),
        women=people.filter(recipient__person__sex="female").count(),
        direct_workers=people.filter(recipient__person__is_direct_worker=True).count(),
        prize_total=given.aggregate(total=Sum("prize_amount"))["total"] or 0,
        tasks=len(tasks),
        tasks_done=sum(each.is_done for each in tasks),
        tasks_overdue=sum(each.is_overdue for each in tasks),
    )


def _by_honour(body: Unit, period: tuple[dt.date, dt.date]) -> tuple[HonourCount, ...]:
    rows = (
        Honour.objects.filter(body=body, decided_on__range=period)
        .values("honour_name")
        .annotate(
            individuals=Count("id", filter=Q(recipient_kind=RecipientKind.INDIVIDUAL)),
            collectives=Count("id", filter=Q(recipient_kind=RecipientKind.COLLECTIVE)),
            households=Count("id", filter=Q(recipient_kind=RecipientKind.HOUSEHOLD)),
        )
        .order_by("honour_name")
    )
    return tuple(
        HonourCount(row["honour_name"], row["individuals"], row["collectives"], row["households"])
        for row in rows
    )
