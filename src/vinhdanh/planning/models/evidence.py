"""What proves a task: documents issued for it, and other evidence the clerk accepts."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from vinhdanh.planning.models.task import Task
from vinhdanh.records.models import OfficialDocument


class TaskDocument(models.Model):
    """A document that was issued to fulfil a task."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="document_links")
    document = models.ForeignKey(OfficialDocument, models.PROTECT, related_name="task_links")

    class Meta:
        verbose_name = "văn bản của nhiệm vụ"
        constraints = [
            models.UniqueConstraint(fields=["task", "document"], name="task_document_once")
        ]

    def __str__(self) -> str:
        return f"{self.document}"


class Evidence(models.Model):
    """A note with or without a file; it counts once the clerk has accepted it.

    A piece that the clerk does not accept stays, with the reason.
    """

    task = models.ForeignKey(Task, models.CASCADE, related_name="evidence")
    note = models.CharField("minh chứng", max_length=500)
    file_name = models.CharField("tên tệp", max_length=200, blank=True)
    path = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="evidence_added"
    )
    added_at = models.DateTimeField("gửi lúc")
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    accepted_at = models.DateTimeField("chấp nhận lúc", null=True, blank=True)
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    refused_at = models.DateTimeField("không chấp nhận lúc", null=True, blank=True)
    refusal_reason = models.CharField("lý do", max_length=500, blank=True)

    class Meta:
        verbose_name = "minh chứng"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="evidence_accepted_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(refused_at__isnull=True, refused_by__isnull=True, refusal_reason="")
                | (Q(refused_at__isnull=False, refused_by__isnull=False) & ~Q(refusal_reason="")),
                name="evidence_refused_by_somebody_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(refused_at__isnull=True),
                name="evidence_accepted_or_refused",
            ),
        ]

    def __str__(self) -> str:
        return self.note

    @property
    def is_waiting(self) -> bool:
        """Whether the clerk has yet to look at it."""
        return self.accepted_at is None and self.refused_at is None
