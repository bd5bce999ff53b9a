"""What a unit came from and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from vinhdanh.kernel import clock
from vinhdanh.kernel.queries.audit import history_of
from vinhdanh.organizations.enums import SuccessionKind
from vinhdanh.organizations.models import Recipient, Unit, UnitSuccession

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from django.db.models import QuerySet

    from vinhdanh.kernel.models import AuditEvent

EVERY_KIND = frozenset(SuccessionKind)
SAME_UNIT = frozenset({SuccessionKind.RENAMED})
"""A new name leaves the unit what it was; whether it is the same after a merger, people judge."""


def whole_act(succession: UnitSuccession) -> QuerySet[UnitSuccession]:
    """Return all rows that were written with one: both units of a merger, all parts of a split."""
    rows = UnitSuccession.objects.select_related("predecessor", "successor").order_by("id")
    if succession.kind == SuccessionKind.MERGED:
        return rows.filter(successor=succession.successor_id, kind=succession.kind)
    return rows.filter(predecessor=succession.predecessor_id)


def is_of_today(succession: UnitSuccession) -> bool:
    """Tell whether a change was written today, so that a mistake can still be taken back."""
    return localdate(succession.written_at) == clock.today()


def ended_today(unit: Unit) -> AuditEvent | None:
    """Return the log's line of today by which a unit ended, if it goes on in no other."""
    if unit.valid_to is None or unit.continued_by.exists():
        return None
    event = history_of(unit).filter(action="unit.ended").first()
    return event if event and localdate(event.at) == clock.today() else None


def lineage(unit: Unit, *, kinds: Collection[SuccessionKind] = EVERY_KIND) -> set[int]:
    """Return the ids of a unit and of every unit it came from, however long ago."""
    return unit_lineage([unit.pk], kinds=kinds)[unit.pk]


def unit_lineage(
    units: Iterable[int], *, kinds: Collection[SuccessionKind] = EVERY_KIND
) -> dict[int, set[int]]:
    """Return the lineage of each of many units; one query for each generation of them all."""
    asked = set(units)
    older: dict[int, set[int]] = {}
    newest = asked
    while newest:
        older |= {unit: set() for unit in newest}
        rows = UnitSuccession.objects.filter(successor__in=newest, kind__in=kinds)
        for successor, predecessor in rows.values_list("successor", "predecessor"):
            older[successor].add(predecessor)
        newest = {each for unit in newest for each in older[unit]} - older.keys()
    return {unit: _reached(unit, older) for unit in asked}


def _reached(unit: int, older: dict[int, set[int]]) -> set[int]:
    found, waiting = {unit}, [unit]
    while waiting:
        new = older[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def recipient_lineage(
    recipients: Collection[int], *, kinds: Collection[SuccessionKind] = EVERY_KIND
) -> dict[int, set[int]]:
    """Return, by recipient id, the recipients whose honours are its own too.

    People and households are themselves only; a collective is also each unit it came from.
    """
    units = dict(
        Recipient.objects.filter(pk__in=recipients, unit__isnull=False).values_list("pk", "unit_id")
    )
    lines = unit_lineage(set(units.values()), kinds=kinds)
    others = {unit: recipient for recipient, unit in units.items()}
    older = {unit for line in lines.values() for unit in line} - others.keys()
    others |= dict(Recipient.objects.filter(unit__in=older).values_list("unit_id", "pk"))
    return {
        recipient: {recipient}
        | {others[unit] for unit in lines.get(units.get(recipient, 0), ()) if unit in others}
        for recipient in recipients
    }


def doubtful_predecessors(unit: Unit) -> list[Unit]:
    """Return the units it came from otherwise than by a new name: whose honours people judge."""
    doubtful = lineage(unit) - lineage(unit, kinds=SAME_UNIT)
    return list(Unit.objects.filter(pk__in=doubtful).order_by("name"))
