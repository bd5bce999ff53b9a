"""What a nomination still lacks when the office is to find it ready, and why it did so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery

from vinhdanh.lawbook import Verdict
from vinhdanh.nominations.models import AchievementReport, NominationStep
from vinhdanh.nominations.queries.assessments import last_assessment, trace_of

if TYPE_CHECKING:
    from vinhdanh.nominations.models import Nomination

STEP = "appraise"
_TOLD = ((Verdict.NOT_MET, "điều kiện chưa đủ"), (Verdict.UNDETERMINED, "điều kiện cần xác minh"))


def missing_for_appraisal(nomination: Nomination) -> list[str]:
    """Return what conditions and papers are missing, each in words; two or three queries.

    Conditions are those of the law's last answer; papers are there when the report of achievement
    is written or a file is kept.
    """
    found = _conditions(nomination)
    if not nomination.evidence.exists() and not _has_report(nomination):
        found.append("báo cáo thành tích hoặc minh chứng chưa có")
    return found


def appraised_because(nomination: str = "pk") -> Subquery:
    """Return the reason of the last appraisal, for rows whose field holds the nomination's id."""
    steps = NominationStep.objects.filter(nomination=OuterRef(nomination), name=STEP)
    return Subquery(steps.order_by("-id").values("reason")[:1])


def _conditions(nomination: Nomination) -> list[str]:
    assessment = last_assessment(nomination)
    if assessment is None:
        return ["điều kiện theo quy định chưa được kiểm tra"]
    if assessment.verdict == Verdict.MET:
        return []
    verdicts = [each["verdict"] for each in trace_of(assessment)["conditions"]]
    found = [f"{n} {words}" for verdict, words in _TOLD if (n := verdicts.count(verdict.value))]
    return found or ["điều kiện chưa xét được"]


def _has_report(nomination: Nomination) -> bool:
    reports = AchievementReport.objects.filter(nomination=nomination)
    return any(text for each in reports for text in each.sections.values())
