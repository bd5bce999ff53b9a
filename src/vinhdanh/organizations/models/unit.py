"""The tree of units, under each body one; a body is the office whose year this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from vinhdanh.organizations.enums import UnitKind

if TYPE_CHECKING:
    import datetime as dt


class Unit(models.Model):
    """A People's Committee, sector, association, village, school; valid for a time."""

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children",
        verbose_name="đơn vị cấp trên",
    )  # fmt: skip
    body = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="units",
        verbose_name="cơ quan",
    )  # fmt: skip
    path = models.CharField("đường dẫn", max_length=200, unique=True, editable=False)
    kind = models.CharField("loại", max_length=20, choices=UnitKind)
    name = models.CharField("tên đơn vị", max_length=200)
    short_name = models.CharField("tên gọn", max_length=60, blank=True)
    place = models.CharField("địa danh", max_length=60, blank=True)
    province = models.SlugField("tỉnh", max_length=40, blank=True)
    """Of a body: whose own rules the lawbook applies as well; empty for national rules only."""
    takes_part = models.BooleanField("tham gia thi đua", default=True)
    order = models.PositiveIntegerField("thứ tự", default=0)
    valid_from = models.DateField("có từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến ngày", null=True, blank=True)

    class Meta:
        verbose_name = "đơn vị"
        verbose_name_plural = "đơn vị"
        ordering = ["order", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gt=F("valid_from")),
                name="unit_valid_to_after_from",
            ),
            models.CheckConstraint(
                condition=Q(body__isnull=True, parent__isnull=True)
                | Q(body__isnull=False, parent__isnull=False),
                name="unit_body_and_parent_together",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """The short name, or the full one."""
        return self.short_name or self.name

    @property
    def office(self) -> Unit:
        """The body this unit belongs to; a body belongs to itself."""
        return self.body or self

    def is_valid_on(self, date: dt.date) -> bool:
        """Tell whether the unit existed on a day (valid_to is the first day it did not)."""
        return not (
            (self.valid_from and date < self.valid_from)
            or (self.valid_to and date >= self.valid_to)
        )


class Supervision(models.Model):
    """Which superior body a body reports to, from when to when (district, later province)."""

    body = models.ForeignKey(Unit, models.CASCADE, related_name="supervisions")
    superior = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="supervised",
        verbose_name="cơ quan cấp trên trong hệ thống",
    )  # fmt: skip
    """The superior itself where it works with this system too."""
    superior_name = models.CharField("cơ quan cấp trên", max_length=200)
    office_name = models.CharField("nơi nhận báo cáo", max_length=200)
    valid_from = models.DateField("từ ngày")
    valid_to = models.DateField("đến ngày", null=True, blank=True)

    class Meta:
        verbose_name = "quan hệ cấp trên"
        ordering = ["body", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["body"], condition=Q(valid_to__isnull=True), name="one_open_supervision"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="supervision_valid_to_after_from",
            ),
            models.CheckConstraint(
                condition=Q(superior__isnull=True) | ~Q(superior=F("body")),
                name="nobody_is_its_own_superior",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} – {self.superior_name}"
