"""Measures of tasks that registrations and movements prove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from vinhdanh.emulation.enums import MovementKind, RegistrationState
from vinhdanh.emulation.models import Movement, Registration
from vinhdanh.kernel import clock
from vinhdanh.organizations.queries.units import units_taking_part
from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.progress import Progress, measures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from vinhdanh.organizations.models import Unit
    from vinhdanh.planning.models import Task


@measures(FulfilmentKind.REGISTRATIONS_COMPLETE)
def registrations_complete(tasks: Sequence[Task]) -> dict[int, Progress]:
    """Units whose registration is accepted, of those that must register."""
    return _by_plan(tasks, _registrations)


@measures(FulfilmentKind.MOVEMENT_LAUNCHED)
def movement_launched(tasks: Sequence[Task]) -> dict[int, Progress]:
    """One step for the launch, one for each pledge."""
    return _by_plan(tasks, lambda body, year: _movements(body, year, MovementKind.REGULAR))


@measures(FulfilmentKind.THEMATIC_LAUNCHED)
def thematic_launched(tasks: Sequence[Task]) -> dict[int, Progress]:
    """One step for the launch, one for each pledge."""
    return _by_plan(tasks, lambda body, year: _movements(body, year, MovementKind.THEMATIC))


def _by_plan(
    tasks: Sequence[Task], measure: Callable[[Unit, int], Progress]
) -> dict[int, Progress]:
    found: dict[tuple[int, int], Progress] = {}
    for task in tasks:
        key = (task.plan.body_id, task.plan.year)
        if key not in found:
            found[key] = measure(task.plan.body, task.plan.year)
    return {task.pk: found[(task.plan.body_id, task.plan.year)] for task in tasks}


def _registrations(body: Unit, year: int) -> Progress:
    needed = units_taking_part(body, as_of=clock.today()).count()
    states = Registration.objects.filter(body=body, year=year).values_list("state", flat=True)
    accepted = sum(state == RegistrationState.ACCEPTED for state in states)
    waiting = sum(state == RegistrationState.SENT for state in states)
    words = f"{accepted}/{needed} đơn vị đã đăng ký"
    return Progress(
        accepted, needed, f"{words}, {waiting} chờ tiếp nhận." if waiting else f"{words}."
    )


def _movements(body: Unit, year: int, kind: MovementKind) -> Progress:
    movements = list(
        Movement.objects.filter(body=body, year=year, kind=kind).annotate(
            asked=Count("pledges"),
            signed=Count("pledges", filter=Q(pledges__signed_on__isnull=False)),
        )
    )
    if not movements:
        return Progress(0, 1, "Chưa phát động phong trào nào.")
    asked = sum(each.asked for each in movements)
    signed = sum(each.signed for each in movements)
    return Progress(
        len(movements) + signed,
        len(movements) + asked,
        f"Đã phát động {len(movements)} phong trào, {signed}/{asked} giao ước đã ký.",
    )
