"""The minutes, rendered once when the meeting closes."""

from __future__ import annotations

from django.db import models

from vinhdanh.councils.models.meeting import Meeting
from vinhdanh.records.enums import FileFormat


class MinutesFile(models.Model):
    """A file of a meeting's minutes; its bytes never change, its hash says so."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="minutes")
    format = models.CharField("dạng tệp", max_length=10, choices=FileFormat)
    title = models.CharField("tên tệp", max_length=200)
    path = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField("cỡ")
    manifest = models.JSONField(default=dict)
    """Template, context and output hash."""

    class Meta:
        verbose_name = "tệp biên bản"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "format"], name="minutes_once_a_format")
        ]

    def __str__(self) -> str:
        return self.title
