from __future__ import annotations

from django.conf import settings
from django.db import models

from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.organizations.models import Unit


class Submission(models.Model):
    """A unit's list of nominations, sent together; its state follows from theirs."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="submissions", verbose_name="đơn vị đề nghị"
    )
    year = models.PositiveSmallIntegerField("năm")
    kind = models.CharField("loại khen thưởng", max_length=20, choices=CommendationKind)
    title = models.CharField("về việc", max_length=300)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField("lập lúc")
    sent_on = models.DateField("ngày gửi", null=True, blank=True)

    class Meta:
        verbose_name = "danh sách đề nghị"
        ordering = ["-created_at", "-id"]

    def __str__(self) -> str:
        return self.title
