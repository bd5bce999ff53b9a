"""Tasks that are not done follow their lead into the unit it goes on in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.kernel import clock
from vinhdanh.organizations.hooks import unit_continued, unit_returned
from vinhdanh.planning.models import Task
from vinhdanh.planning.queries.plans import undone_of

if TYPE_CHECKING:
    from vinhdanh.organizations.hooks import Moved
    from vinhdanh.organizations.models import Unit


@unit_continued.enter
def hand_over_tasks(old: Unit, new: Unit, moved: Moved) -> None:
    """Let the new unit lead this year's and later tasks that are not done; as printed they stay."""
    moved["tasks"] = [task.pk for task in undone_of(old, since=clock.today().year)]
    Task.objects.filter(pk__in=moved["tasks"]).update(lead_unit=new)


@unit_returned.enter
def return_tasks(old: Unit, new: Unit, moved: Moved) -> None:
    """Give the old unit the lead of its tasks back."""
    Task.objects.filter(pk__in=moved.get("tasks", []), lead_unit=new).update(lead_unit=old)
