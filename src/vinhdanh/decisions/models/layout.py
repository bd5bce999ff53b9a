from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from vinhdanh.organizations.models import Unit


class CertificateLayout(models.Model):
    """A body's own layout of certificates: where each text stands on its paper."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="certificate_layouts")
    name = models.CharField("tên mẫu", max_length=80)
    base = models.SlugField("mẫu gốc")
    """Slug of the shipped layout it began with."""
    content = models.JSONField("trình bày")
    """Page, boxes and printer offset in millimetres, as `documents.layout_from_plain` reads it."""
    scan_path = models.CharField(max_length=100, blank=True)
    scan_sha256 = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField("phiên bản", default=1)
    updated_at = models.DateTimeField("sửa lúc")
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người sửa"
    )

    class Meta:
        verbose_name = "mẫu bằng"
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "name"], name="layout_name_once_a_body"),
            models.CheckConstraint(
                condition=Q(scan_path="", scan_sha256="") | ~Q(scan_path="") & ~Q(scan_sha256=""),
                name="layout_scan_has_its_hash",
            ),
        ]

    def __str__(self) -> str:
        return self.name
