"""Files and photos that prove what a nomination says."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from vinhdanh.nominations.enums import EvidenceFormat
from vinhdanh.nominations.models.nomination import Nomination


class EvidenceFile(models.Model):
    """One file of a dossier; its bytes are kept under their hash."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="evidence")
    name = models.CharField("tên tệp", max_length=200)
    note = models.CharField("chứng minh điều gì", max_length=300, blank=True)
    format = models.CharField("loại tệp", max_length=10, choices=EvidenceFormat)
    path = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField("dung lượng")
    """Bytes as they are kept."""
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    added_by_name = models.CharField("người gửi", max_length=100)
    added_at = models.DateTimeField("gửi lúc")

    class Meta:
        verbose_name = "tệp minh chứng"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["nomination", "sha256"], name="evidence_file_once"),
            models.CheckConstraint(
                condition=Q(format__in=EvidenceFormat.values), name="evidence_file_format_known"
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0) & ~Q(path=""), name="evidence_file_is_somewhere"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_photo(self) -> bool:
        """Tell whether it is shown as a picture."""
        return self.format in (EvidenceFormat.JPG, EvidenceFormat.PNG)
