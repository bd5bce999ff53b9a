"""The road of one recipient through the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from vinhdanh.decisions.queries.timelines import recipients_for, road_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from vinhdanh.web.requests import StaffRequest


@require_safe
def road(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what a person, unit or household was proposed for, given and lost, by year."""
    found = get_object_or_404(recipients_for(request.actor), pk=pk)
    years = road_of(request.actor, found)
    given = sum(each.state == "good" for year in years for each in year.events)
    lost = sum(each.state == "stop" for year in years for each in year.events)
    return render(
        request,
        "web/decisions/road.html",
        {"recipient": found, "road": years, "given": given, "lost": lost},
    )
