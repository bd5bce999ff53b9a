"""Movements that are launched, and the pledges that units sign to them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.emulation.enums import MovementKind
from vinhdanh.organizations.models import Unit
from vinhdanh.planning.models import Task


class Movement(models.Model):
    """An emulation movement of a body."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="movements")
    year = models.PositiveSmallIntegerField("năm")
    kind = models.CharField("hình thức", max_length=20, choices=MovementKind)
    title = models.CharField("tên phong trào", max_length=300)
    launched_on = models.DateField("ngày phát động")
    ends_on = models.DateField("ngày tổng kết", null=True, blank=True)
    task = models.ForeignKey(
        Task,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="movements",
        verbose_name="nhiệm vụ trong kế hoạch",
    )
    """The task it fulfils; without one it counts for every task of its kind."""

    class Meta:
        verbose_name = "phong trào thi đua"
        ordering = ["launched_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("launched_on")),
                name="movement_ends_after_launch",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Pledge(models.Model):
    """A unit's signature under a movement; without a day it is still awaited."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="pledges")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="pledges")
    signed_on = models.DateField("ký ngày", null=True, blank=True)
    signed_by = models.CharField("người ký", max_length=100, blank=True)

    class Meta:
        verbose_name = "giao ước thi đua"
        ordering = ["unit__order"]
        constraints = [models.UniqueConstraint(fields=["movement", "unit"], name="pledge_once")]

    def __str__(self) -> str:
        return f"{self.unit} – {self.movement}"
