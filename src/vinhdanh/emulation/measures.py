"""Measures of tasks that registrations and movements prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from vinhdanh.emulation.enums import MovementKind, RegistrationState
from vinhdanh.emulation.models import Movement
from vinhdanh.kernel import clock
from vinhdanh.organizations.queries.units import units_taking_part
from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.progress import Progress, measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.organizations.models import Unit
    from vinhdanh.planning.models import Task

KINDS = {
    FulfilmentKind.MOVEMENT_LAUNCHED: MovementKind.REGULAR,
    FulfilmentKind.THEMATIC_LAUNCHED: MovementKind.THEMATIC,
}


@measures(FulfilmentKind.REGISTRATIONS_COMPLETE)
def registrations_complete(tasks: Sequence[Task]) -> dict[int, Progress]:
    """Units whose registration is accepted, of those that must register."""
    found = {plan: _registrations(body, year) for plan, (body, year) in _plans(tasks).items()}
    return {task.pk: found[task.plan_id] for task in tasks}


@measures(FulfilmentKind.MOVEMENT_LAUNCHED, FulfilmentKind.THEMATIC_LAUNCHED)
def movement_launched(tasks: Sequence[Task]) -> dict[int, Progress]:
    """One step for the launch, one for each pledge."""
    found = {plan: _movements(body, year) for plan, (body, year) in _plans(tasks).items()}
    return {
        task.pk: _of_movements(found[task.plan_id], KINDS[FulfilmentKind(task.fulfilment)])
        for task in tasks
    }


def _plans(tasks: Sequence[Task]) -> dict[int, tuple[Unit, int]]:
    return {task.plan_id: (task.plan.body, task.plan.year) for task in tasks}


def _registrations(body: Unit, year: int) -> Progress:
    own = Q(registrations__year=year)
    counts = units_taking_part(body, as_of=clock.today()).aggregate(
        needed=Count("id", distinct=True),
        accepted=Count("id", filter=own & Q(registrations__state=RegistrationState.ACCEPTED)),
        waiting=Count("id", filter=own & Q(registrations__state=RegistrationState.SENT)),
    )
    needed, accepted, waiting = counts["needed"], counts["accepted"], counts["waiting"]
    words = f"{accepted}/{needed} đơn vị đã đăng ký"
    return Progress(
        accepted, needed, f"{words}, {waiting} chờ tiếp nhận." if waiting else f"{words}."
    )


def _movements(body: Unit, year: int) -> list[tuple[str, int, int]]:
    """Return each movement's kind, pledges asked and pledges signed."""
    movements = Movement.objects.filter(body=body, year=year).annotate(
        asked=Count("pledges"),
        signed=Count("pledges", filter=Q(pledges__signed_on__isnull=False)),
    )
    return [(each.kind, each.asked, each.signed) for each in movements]


def _of_movements(movements: list[tuple[str, int, int]], kind: MovementKind) -> Progress:
    found = [(asked, signed) for each, asked, signed in movements if each == kind]
    if not found:
        return Progress(0, 1, "Chưa phát động phong trào nào.")
    asked, signed = (sum(column) for column in zip(*found, strict=True))
    return Progress(
        len(found) + signed,
        len(found) + asked,
        f"Đã phát động {len(found)} phong trào, {signed}/{asked} giao ước đã ký.",
    )
