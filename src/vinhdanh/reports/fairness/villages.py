"""Villages that nobody of, nor they themselves, were honoured for years."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Min, Q

from vinhdanh.decisions.models import Honour
from vinhdanh.organizations.enums import UnitKind
from vinhdanh.organizations.models import Unit
from vinhdanh.reports.fairness.names import Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

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
    by_name: tuple[Unit, ...]
    """Known only by their name in a post or an address of somebody honoured."""
    without: tuple[Unit, ...]
    """Not found in the register."""

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
        for each in Unit.objects.filter(body=body, kind=UnitKind.VILLAGE).select_related("body")
        if each.is_valid_on(as_of)
    ]
    given = Honour.objects.filter(
        body=body, decided_on__range=(since, as_of), revoked_on__isnull=True
    )
    rewarded = set(_rewarded(given)) | set(_units(each.recipient for each in besides))
    left = [each for each in villages if each.pk not in rewarded]
    written = Written(_texts(given, besides)) if left else Written(())
    by_name = tuple(each for each in left if written.names(each))
    first = Honour.objects.filter(body=body).aggregate(first=Min("decided_on"))["first"]
    return Villages(
        since=since,
        register_since=first,
        all=tuple(villages),
        by_name=by_name,
        without=tuple(each for each in left if each not in by_name),
    )


def _texts(given: QuerySet[Honour], besides: Sequence[Given]) -> Iterable[str]:
    for detail, post in (
        given.values_list("recipient_detail", "recipient__person__positions__title")
        .order_by()
        .distinct()
    ):
        yield from (detail, post or "")
    for each in besides:
        yield each.detail
        if each.person:
            yield from (post.title for post in each.person.positions.all())


def _rewarded(given: QuerySet[Honour]) -> Iterable[int]:
    for rows in (
        given.values_list("unit", flat=True),
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
