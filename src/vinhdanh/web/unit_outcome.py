"""What follows from a change of units: done, looked at, and undone again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from vinhdanh.accounts.enums import Role
from vinhdanh.accounts.models import Membership
from vinhdanh.decisions.queries.honours import honours_for
from vinhdanh.organizations.queries.successions import lineage, whole_act
from vinhdanh.web.units_left import left_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit, UnitSuccession
    from vinhdanh.web.units_left import Left


OTHERS = {
    "pledges": "giao ước chưa ký",
    "receipts": "văn bản chưa đọc",
    "incoming": "văn bản đến đang xử lý",
    "tasks": "nhiệm vụ chưa xong",
}
"""What else goes along, by its key in `hooks.Moved`."""


@dataclass(frozen=True, slots=True)
class Going:
    """How much goes from one unit to another."""

    old: str
    new: str
    people: int
    households: int
    units: int
    lists: int
    registrations: int
    others: str
    """Pledges, papers and tasks in words; empty where none goes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change would do."""

    goings: list[Going]
    heads: list[tuple[str, list[str]]]
    """Each unit that goes on, with who heads it then."""
    members: list[str]
    """Who headed an old unit and then heads none."""
    honours: list[tuple[str, int]]
    """Each unit that ends, with the honours of it and those before it: its road goes on."""
    left: list[Left]
    """What nobody takes over."""


def rehearsed(actor: Actor, unit: Unit, act: Callable[[], object]) -> Outcome:
    """Return what follows from a change of a unit, without changing anything.

    Raises:
        DomainError: the change would be refused.
    """
    with transaction.atomic():
        act()
        outcome = _outcome(actor, list(whole_act(unit.continued_by.all()[0])))
        transaction.set_rollback(True)
    return outcome


def _outcome(actor: Actor, rows: list[UnitSuccession]) -> Outcome:
    old = list(dict.fromkeys(row.predecessor for row in rows))
    new = list(dict.fromkeys(row.successor for row in rows))
    moved = {user for row in rows for user, *_ in row.moved.get("seats", [])}
    seats = Membership.objects.filter(unit__in=new).select_related("user__person").order_by("id")
    heads = [seat for seat in seats if seat.role == Role.UNIT_HEAD]
    members = [seat for seat in seats if seat.role == Role.MEMBER and seat.user_id in moved]
    return Outcome(
        goings=[_going(row) for row in rows],
        heads=[
            (unit.name, [seat.user.get_full_name() for seat in heads if seat.unit_id == unit.pk])
            for unit in new
        ],
        members=[seat.user.get_full_name() for seat in members],
        honours=[(unit.name, honours_of(actor, unit)) for unit in old],
        left=[each for unit in old for each in left_by(actor, unit)],
    )


def _going(row: UnitSuccession) -> Going:
    posts = row.successor.positions.filter(pk__in=[after for _, after in row.moved["posts"]])
    return Going(
        old=row.predecessor.name,
        new=row.successor.name,
        people=posts.values("person").distinct().count(),
        households=len(row.moved["households"]),
        units=len(row.moved["units"]),
        lists=len(row.moved.get("lists", [])),
        registrations=len(row.moved.get("registrations", [])),
        others=", ".join(
            f"{len(row.moved[kind])} {what}" for kind, what in OTHERS.items() if row.moved.get(kind)
        ),
    )


def honours_of(actor: Actor, unit: Unit) -> int:
    """Return how often a unit, and those it came from, was honoured."""
    return honours_for(actor).filter(recipient__unit__in=lineage(unit)).count()
