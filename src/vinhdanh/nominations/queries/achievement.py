"""Reports of achievement: the recipient's earlier ones, and others with the same words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count

from vinhdanh.nominations.models import AchievementReport, ReportFingerprint
from vinhdanh.nominations.similarity import Likeness, likeness

if TYPE_CHECKING:
    from vinhdanh.nominations.models import Nomination

MOST_CANDIDATES = 20
"""Reports compared in full: those that share most of the sample."""
MOST_PREVIOUS = 5


@dataclass(frozen=True, slots=True)
class Alike:
    """Another report with the same words."""

    nomination: Nomination
    likeness: Likeness

    @property
    def percent(self) -> int:
        """Share of this report that stands in the other one."""
        return round(self.likeness.share * 100)


def report_of(nomination: Nomination) -> AchievementReport | None:
    """Return a nomination's report, None while nothing is written."""
    return AchievementReport.objects.filter(nomination=nomination).first()


def previous_reports(nomination: Nomination) -> list[AchievementReport]:
    """Return the recipient's other reports, the newest first."""
    found = AchievementReport.objects.filter(nomination__recipient=nomination.recipient_id)
    return list(
        found.exclude(nomination=nomination)
        .select_related("nomination__submission")
        .order_by("-nomination__year", "-id")[:MOST_PREVIOUS]
    )


def reports_alike(report: AchievementReport) -> list[Alike]:
    """Return reports of the same body that say much of the same, the likest first.

    The sample names the candidates in two queries, whatever the number of reports; only those are
    compared word by word.
    """
    counted = (
        ReportFingerprint.objects.filter(
            body_id=report.nomination.body_id,
            value__in=report.fingerprints.values("value"),
        )
        .exclude(report=report)
        .values_list("report")
        .annotate(shared=Count("id"))
        .order_by("-shared")[:MOST_CANDIDATES]
    )
    others = AchievementReport.objects.filter(pk__in=[pk for pk, _ in counted]).select_related(
        "nomination__recipient", "nomination__submission__unit"
    )
    own = text_of(report)
    found = [Alike(other.nomination, likeness(own, text_of(other))) for other in others]
    much = [each for each in found if each.likeness.is_much]
    return sorted(much, key=lambda each: -each.likeness.share)


def text_of(report: AchievementReport) -> str:
    """Return all sections as one text."""
    return "\n".join(report.sections.values())
