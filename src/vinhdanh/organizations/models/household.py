from __future__ import annotations

from django.db import models

from vinhdanh.organizations.models.unit import Unit


class Household(models.Model):
    """A family of a village, known by its head."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="households", verbose_name="thôn")
    head_name = models.CharField("chủ hộ", max_length=100)
    address = models.CharField("địa chỉ", max_length=200, blank=True)

    class Meta:
        verbose_name = "hộ gia đình"
        ordering = ["unit__order", "head_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "head_name", "address"], name="household_once_a_village"
            )
        ]

    def __str__(self) -> str:
        return f"Gia đình ông (bà) {self.head_name}"
