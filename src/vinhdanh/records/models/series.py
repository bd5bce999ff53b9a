"""Series of numbers, and the numbers of a series that were set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from vinhdanh.organizations.models import Unit
from vinhdanh.records.enums import KeptState

if TYPE_CHECKING:
    from vinhdanh.records.models.document import OfficialDocument


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


class KeptNumber(models.Model):
    """A number taken out of the series without a document: reserved, then used or cancelled.

    It stays in the register with its note, so the register shows every number of the series.
    """

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="kept")
    number = models.PositiveIntegerField("số")
    state = models.CharField(
        "tình trạng", max_length=10, choices=KeptState, default=KeptState.RESERVED
    )
    note = models.CharField("ghi chú", max_length=300)
    kept_on = models.DateField("ngày giữ số")
    cancel_note = models.CharField("lý do hủy", max_length=300, blank=True)
    document: models.OneToOneField[OfficialDocument | None] = models.OneToOneField(
        "records.OfficialDocument",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="kept_number",
    )

    class Meta:
        verbose_name = "số để dành"
        ordering = ["series", "number"]
        constraints = [
            models.UniqueConstraint(fields=["series", "number"], name="kept_number_once"),
            models.CheckConstraint(
                condition=Q(state="used", document__isnull=False)
                | (~Q(state="used") & Q(document__isnull=True)),
                name="kept_number_has_document_exactly_when_used",
            ),
            models.CheckConstraint(
                condition=~Q(note="") & (~Q(state="cancelled") | ~Q(cancel_note="")),
                name="kept_number_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number:02d}/{self.series.symbol}"
