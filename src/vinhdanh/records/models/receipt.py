from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from vinhdanh.organizations.models import Unit
from vinhdanh.records.models.document import OfficialDocument


class Receipt(models.Model):
    """A unit that a document is addressed to, and whether somebody there has read it."""

    document = models.ForeignKey(OfficialDocument, models.CASCADE, related_name="receipts")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="receipts")
    read_at = models.DateTimeField("đọc lúc", null=True, blank=True)
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)

    class Meta:
        verbose_name = "nơi nhận"
        constraints = [
            models.UniqueConstraint(fields=["document", "unit"], name="receipt_once"),
            models.CheckConstraint(
                condition=Q(read_at__isnull=True, read_by__isnull=True)
                | Q(read_at__isnull=False, read_by__isnull=False),
                name="receipt_read_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} gửi {self.unit}"
