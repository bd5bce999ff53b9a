"""Measures of tasks that registrations and movements prove."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from vinhdanh.emulation.enums import MovementKind, RegistrationState
from vinhdanh.emulation.models import Movement
from vinhdanh.kernel import clock
from vinhdanh.kernel.wording import day
from vinhdanh.organizations.queries.units import units_taking_part
from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.progress import Progress, measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vinhdanh.planning.models import Plan, Task

KINDS = {
    FulfilmentKind.MOVEMENT_LAUNCHED: MovementKind.REGULAR,
    FulfilmentKind.THEMATIC_LAUNCHED: MovementKind.THEMATIC,
}


@measures(FulfilmentKind.REGISTRATIONS_COMPLETE)
def registrations_complete(tasks: Sequence[Task]) -> dict[int, Progress]:
    """Units whose registration is accepted, of those that must register."""
    found = {task.plan_id: task.plan for task in tasks}
    progress = {key: _registrations(plan) for key, plan in found.items()}
    return {task.pk: progress[task.plan_id] for task in tasks}


@measures(FulfilmentKind.MOVEMENT_LAUNCHED, FulfilmentKind.THEMATIC_LAUNCHED)
def movement_launched(tasks: Sequence[Task]) -> dict[int, Progress]:
    """One step for the launch, one for each pledge.

    A movement that names its task counts for that one; the others for every task of their kind.
    """
    plans = {task.plan_id: task.plan for task in tasks}
    movements = {key: _movements(plan) for key, plan in plans.items()}
    return {
        task.pk: _of_movements([each for each in movements[task.plan_id] if _proves(each, task)])
        for task in tasks
    }


def _proves(movement: Movement, task: Task) -> bool:
    if movement.task_id is not None:
        return movement.task_id == task.pk
    return movement.kind == KINDS[FulfilmentKind(task.fulfilment)]


def _registrations(plan: Plan) -> Progress:
    own = Q(registrations__year=plan.year)
    counts = units_taking_part(plan.body, as_of=_day_of(plan)).aggregate(
        needed=Count("id", distinct=True),
        accepted=Count("id", filter=own & Q(registrations__state=RegistrationState.ACCEPTED)),
        waiting=Count("id", filter=own & Q(registrations__state=RegistrationState.SENT)),
    )
    needed, accepted, waiting = counts["needed"], counts["accepted"], counts["waiting"]
    words = f"{accepted}/{needed} đơn vị đã đăng ký"
    return Progress(
        accepted, needed, f"{words}, {waiting} chờ tiếp nhận." if waiting else f"{words}."
    )


def _day_of(plan: Plan) -> dt.date:
    """Return today, or the last day of a plan whose year is over."""
    today = clock.today()
    return min(today, dt.date(plan.year, 12, 31)) if plan.year else today


def _movements(plan: Plan) -> list[Movement]:
    """Return the movements of the plan's tasks and year, with pledges asked and signed."""
    movements = Movement.objects.filter(
        Q(task__plan=plan) | Q(task__isnull=True, body=plan.body, year=plan.year)
    )
    today = clock.today()
    return list(
        movements.annotate(
            asked=Count("pledges"),
            signed=Count("pledges", filter=Q(pledges__signed_on__lte=today)),
        )
    )


def _of_movements(movements: list[Movement]) -> Progress:
    today = clock.today()
    launched = [each for each in movements if each.launched_on <= today]
    if not launched:
        ahead = min((each.launched_on for each in movements), default=None)
        return Progress(
            0,
            1,
            f"Phong trào sẽ phát động ngày {day(ahead)}."
            if ahead
            else "Chưa phát động phong trào nào.",
        )
    asked = sum(each.asked for each in launched)  # type: ignore[attr-defined]
    signed = sum(each.signed for each in launched)  # type: ignore[attr-defined]
    return Progress(
        len(launched) + signed,
        len(launched) + asked,
        f"Đã phát động {len(launched)} phong trào, {signed}/{asked} giao ước đã ký.",
    )
