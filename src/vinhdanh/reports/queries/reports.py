from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.accounts.enums import Role
from vinhdanh.reports.enums import ReportState
from vinhdanh.reports.models import Report

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vinhdanh.accounts.actor import Actor


def reports_for(actor: Actor) -> QuerySet[Report]:
    """Return the reports the actor may see: the one door to them. Drafts are the office's."""
    reports = Report.objects.filter(body=actor.body).select_related("document")
    if actor.roles & {Role.CLERK, Role.CHAIR}:
        return reports
    return reports.filter(state=ReportState.ISSUED)
