from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.decisions.enums import BatchState
from vinhdanh.decisions.models.decision import Decision


class CertificateBatch(models.Model):
    """All certificates of a decision in one PDF, made in the background."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="certificates")
    state = models.CharField(
        "tình trạng", max_length=20, choices=BatchState, default=BatchState.WAITING
    )
    ordered_at = models.DateTimeField("đặt in lúc")
    count = models.PositiveIntegerField("số bản")
    made = models.PositiveIntegerField("số bản đã dựng", default=0)
    """How many the worker has set; the file is written when all are."""
    layout_name = models.CharField("mẫu bằng", max_length=80, default="", blank=True)
    layout = models.JSONField("trình bày", default=dict, blank=True)
    """The layout as it was when the batch was ordered; empty means the shipped A4."""
    path = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    problem = models.CharField("trở ngại", max_length=500, blank=True)

    class Meta:
        verbose_name = "lượt in giấy khen"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="done") | ~Q(sha256=""), name="done_batch_has_its_file"
            ),
            models.CheckConstraint(condition=Q(made__lte=F("count")), name="made_within_count"),
        ]

    def __str__(self) -> str:
        return f"{self.count} bản của {self.decision}"

    @property
    def progress(self) -> str:
        """How far the worker is, measured; the last step is the file."""
        if self.made == self.count:
            return f"Đã dựng đủ {self.count} bản, đang ghi tệp"
        return f"Đã dựng {self.made}/{self.count} bản ({self.made * 100 // self.count}%)"
