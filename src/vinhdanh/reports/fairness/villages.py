"""Villages that nobody of, nor they themselves, were honoured for years."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Min, Q

from vinhdanh.decisions.models import Honour
from vinhdanh.organizations.enums import UnitKind
from vinhdanh.organizations.models import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from vinhdanh.organizations.models import Recipient
    from vinhdanh.reports.fairness.rows import Given

YEARS = 5


@dataclass(frozen=True, slots=True)
class Villages:
    """What the register knows of the villages since a day."""

    since: dt.date
    register_since: dt.date | None
    """The first honour of the register; before that nothing is known."""
    all: tuple[Unit, ...]
    without: tuple[Unit, ...]

    @property
    def is_known(self) -> bool:
        """Tell whether the register reaches back as far as is asked."""
        return self.register_since is not None and self.register_since <= self.since


def unrewarded_villages(
    body: Unit, *, as_of: dt.date, years: int = YEARS, besides: Sequence[Given] = ()
) -> Villages:
    """Return the villages without an honour of their own, their households or people.

    Args:
        body: whose villages.
        as_of: the last day looked at.
        years: how many years back.
        besides: rows that count as well: of a draft about to be signed.
    """
    since = dt.date(as_of.year - years, 1, 1)
    villages = [
        each
        for each in Unit.objects.filter(body=body, kind=UnitKind.VILLAGE)
        if each.is_valid_on(as_of)
    ]
    rewarded = set(_rewarded(body, since, as_of)) | set(_units(each.recipient for each in besides))
    first = Honour.objects.filter(body=body).aggregate(first=Min("decided_on"))["first"]
    return Villages(
        since=since,
        register_since=first,
        all=tuple(villages),
        without=tuple(each for each in villages if each.pk not in rewarded),
    )


def _rewarded(body: Unit, since: dt.date, until: dt.date) -> Iterable[int]:
    given = Honour.objects.filter(
        body=body, decided_on__range=(since, until), revoked_on__isnull=True
    )
    for rows in (
        given.values_list("recipient__unit", flat=True),
        given.values_list("recipient__household__unit", flat=True),
        given.filter(~Q(recipient__person=None)).values_list(
            "recipient__person__positions__unit", flat=True
        ),
        given.values_list("nomination__submission__unit", flat=True),
    ):
        yield from (each for each in rows.order_by().distinct() if each)


def _units(recipients: Iterable[Recipient]) -> Iterable[int]:
    for each in recipients:
        if each.unit_id:
            yield each.unit_id
        elif each.household:
            yield each.household.unit_id
        elif each.person:
            yield from (post.unit_id for post in each.person.positions.all())
