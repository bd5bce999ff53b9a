"""What waits for the person who signs in, with the clock."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from vinhdanh.councils.enums import MeetingState
from vinhdanh.councils.queries.meetings import meetings_for
from vinhdanh.kernel import clock
from vinhdanh.kernel.wording import count, weekday
from vinhdanh.web.waiting import awaited_from_others, lines_for, year_statuses

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest

AHEAD = dt.timedelta(days=14)


@require_safe
def today(request: StaffRequest) -> HttpResponse:
    """Show what is due now, what comes in the next two weeks, and whom one waits for."""
    day = clock.today()
    found = year_statuses(request.actor, year=request.year, today=day)
    lines = lines_for(request.actor, found, year=request.year)
    awaited = awaited_from_others(request.actor, year=request.year)
    return render(
        request,
        "web/today.html",
        {
            "day": weekday(day),
            "state": _state(len(lines), len(awaited)),
            "lines": lines,
            "awaited": awaited,
            "soon": list(
                {
                    (each.task.content, each.task.due_on): each
                    for each in found
                    if not each.is_done
                    and each.task.due_on
                    and day <= each.task.due_on <= day + AHEAD
                }.values()
            ),
            "meetings": meetings_for(request.actor).filter(
                held_on__range=(day, day + AHEAD), state=MeetingState.PLANNED
            ),
        },
    )


def _state(waiting: int, awaited: int) -> str:
    now = f"{count(waiting)} việc cần làm" if waiting else "Không có việc nào chờ anh/chị"
    others = f", {count(awaited)} việc đang chờ người khác" if awaited else ""
    return f"{now}{others}.".capitalize() if waiting else f"{now}{others}."
