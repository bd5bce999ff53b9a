"""The report of achievement, written in the page, and what tells copies of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from vinhdanh.nominations.models.nomination import Nomination


class AchievementReport(models.Model):
    """What the recipient says of their merits, section by section of the official form."""

    nomination = models.OneToOneField(Nomination, models.CASCADE, related_name="achievement_report")
    sections = models.JSONField("các phần", default=dict)
    """Section slug (`nominations.report_forms`) → text as typed."""
    version = models.PositiveIntegerField(default=1)
    updated_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    updated_by_name = models.CharField("người viết", max_length=100)
    updated_at = models.DateTimeField("viết lúc")

    class Meta:
        verbose_name = "báo cáo thành tích"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(version__gt=0), name="achievement_report_has_version"
            )
        ]

    def __str__(self) -> str:
        return f"Báo cáo thành tích của {self.nomination.recipient.name}"


class ReportFingerprint(models.Model):
    """A sample of a report's runs of words; reports that share some are compared in full."""

    report = models.ForeignKey(
        AchievementReport, models.CASCADE, related_name="fingerprints", db_index=False
    )
    body_id = models.BigIntegerField()
    """Of the report's body: texts are compared inside one body."""
    value = models.BigIntegerField()

    class Meta:
        verbose_name = "dấu vết câu chữ"
        constraints = [
            models.UniqueConstraint(fields=["report", "value"], name="report_fingerprint_once")
        ]
        indexes = [models.Index(fields=["body_id", "value"])]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.value}"
