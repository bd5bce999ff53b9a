"""Plans and tasks a person may see, and the year's board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from vinhdanh.accounts.enums import Role
from vinhdanh.kernel.wording import due
from vinhdanh.planning.enums import PlanState
from vinhdanh.planning.models import Plan, Task
from vinhdanh.planning.progress import Progress, measure

if TYPE_CHECKING:
    import datetime as dt

    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor
    from vinhdanh.organizations.models import Unit


@dataclass(frozen=True, slots=True)
class TaskStatus:
    """A task with its measured progress on a day."""

    task: Task
    progress: Progress
    as_of: dt.date

    @property
    def is_done(self) -> bool:
        """Whether the records prove it whole."""
        return self.progress.is_complete

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed without proof."""
        return not self.is_done and self.task.is_overdue(as_of=self.as_of)

    @property
    def due(self) -> str:
        """The deadline in words; empty for a done task and for work of the whole year."""
        if self.is_done or self.task.due_on is None:
            return ""
        return due(self.task.due_on, as_of=self.as_of)


@dataclass(frozen=True, slots=True)
class Quarter:
    """One column of the board."""

    number: int | None
    statuses: list[TaskStatus]

    @property
    def label(self) -> str:
        """Quý I … Quý IV, or the whole year."""
        return f"Quý {('I', 'II', 'III', 'IV')[self.number - 1]}" if self.number else "Cả năm"

    @property
    def done(self) -> int:
        """How many of its tasks are done."""
        return sum(status.is_done for status in self.statuses)


def plans_for(actor: Actor) -> QuerySet[Plan]:
    """Return the plans of the actor's body: the one door to them. Drafts are the clerk's."""
    plans = Plan.objects.filter(body=actor.body)
    if Role.CLERK in actor.roles or Role.CHAIR in actor.roles:
        return plans
    return plans.filter(state=PlanState.CONFIRMED)


def tasks_for(actor: Actor) -> QuerySet[Task]:
    """Return the tasks of plans the actor may see: the one door to them."""
    return Task.objects.filter(plan__in=plans_for(actor)).select_related("plan__body", "lead_unit")


def undone_of(unit: Unit, *, since: int) -> list[Task]:
    """Return the tasks a unit leads that no record proves, of plans of a year and later."""
    years = Q(plan__year__gte=since) | Q(plan__year__isnull=True)
    led = list(Task.objects.filter(years, lead_unit=unit).select_related("plan__body"))
    progress = measure(led)
    return [task for task in led if not progress[task.pk].is_complete]


def confirmed_plan(body: Unit, *, year: int) -> Plan | None:
    """Return the plan that is being carried out in a year."""
    return Plan.objects.filter(body=body, year=year, state=PlanState.CONFIRMED).first()


def statuses(tasks: QuerySet[Task], *, as_of: dt.date) -> list[TaskStatus]:
    """Return tasks with their measured progress, in the plan's order."""
    rows = list(tasks.select_related("plan__body", "lead_unit"))
    progress = measure(rows)
    return [TaskStatus(task, progress[task.pk], as_of) for task in rows]


def board(plan: Plan, *, as_of: dt.date) -> list[Quarter]:
    """Return the four quarters of a plan, and a fifth column where tasks have no quarter."""
    found = statuses(plan.tasks.all(), as_of=as_of)
    columns = [
        Quarter(number, [each for each in found if each.task.quarter == number])
        for number in (1, 2, 3, 4)
    ]
    whole_year = [each for each in found if each.task.quarter is None]
    return [*columns, Quarter(None, whole_year)] if whole_year else columns
