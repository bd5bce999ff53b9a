from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.organizations.models import Unit


class FairnessTarget(models.Model):
    """The share of direct workers among honoured individuals that a year's plan promises."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("năm")
    percent = models.PositiveSmallIntegerField("tỷ lệ người lao động trực tiếp (%)")
    source = models.CharField("căn cứ", max_length=200)
    set_by_name = models.CharField("người ghi", max_length=100)

    class Meta:
        verbose_name = "chỉ tiêu cơ cấu khen thưởng"
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="one_fairness_target_a_year"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="fairness_target_percent"),
        ]

    def __str__(self) -> str:
        return f"{self.percent}% người lao động trực tiếp, năm {self.year}"
