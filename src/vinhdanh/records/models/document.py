"""Outgoing documents and the series their numbers come from."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.organizations.models import Unit
from vinhdanh.records.enums import DocumentKind, FileFormat


class NumberSeries(models.Model):
    """Numbers of one symbol of one body in one year, from 1 January, without gap."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="number_series")
    symbol = models.CharField("ký hiệu", max_length=30)
    year = models.PositiveSmallIntegerField("năm")
    last_number = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "sổ số văn bản"
        constraints = [
            models.UniqueConstraint(fields=["body", "symbol", "year"], name="series_once")
        ]

    def __str__(self) -> str:
        return f"{self.symbol} năm {self.year}"


class OfficialDocument(models.Model):
    """One outgoing document, from the moment it has its number.

    Field lengths follow Decree 30/2020/NĐ-CP, Annex VI.
    """

    body = models.ForeignKey(Unit, models.PROTECT, related_name="documents")
    kind = models.CharField("loại", max_length=20, choices=DocumentKind)
    number = models.PositiveIntegerField("số")
    symbol = models.CharField("ký hiệu", max_length=30)
    year = models.PositiveSmallIntegerField("năm")
    issued_on = models.DateField("ngày ban hành")
    abstract = models.CharField("trích yếu", max_length=500)
    signer_position = models.CharField("chức vụ người ký", max_length=100, blank=True)
    signer_name = models.CharField("người ký", max_length=50, blank=True)
    numbered_outside = models.BooleanField("số cấp trước khi vào hệ thống", default=False)

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        ordering = ["-issued_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "symbol", "year", "number"], name="document_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="document_number_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} số {self.code}"

    @property
    def code(self) -> str:
        """Number and symbol; numbers below ten take a zero (Decree 30/2020, Annex I)."""
        return f"{self.number:02d}/{self.symbol}"


class DocumentFile(models.Model):
    """A file of an issued document; its bytes never change, its hash says so."""

    document = models.ForeignKey(OfficialDocument, models.CASCADE, related_name="files")
    format = models.CharField("dạng tệp", max_length=10, choices=FileFormat)
    title = models.CharField("tên tệp", max_length=200)
    path = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField("cỡ")
    manifest = models.JSONField(default=dict)
    """Template, context and output hash of a generated file; empty for an uploaded one."""

    class Meta:
        verbose_name = "tệp văn bản"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
