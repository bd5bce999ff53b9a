from __future__ import annotations

from typing import Final

from django.db import models

from vinhdanh.kernel.text import fold
from vinhdanh.organizations.enums import Sex
from vinhdanh.organizations.fields import NameOrderField
from vinhdanh.organizations.models.unit import Unit

CALLED: Final[dict[str, str]] = {Sex.MALE: "ông", Sex.FEMALE: "bà"}


class Household(models.Model):
    """A family of a village, known by its head."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="households", verbose_name="thôn")
    head_name = models.CharField("chủ hộ", max_length=100)
    head_sex = models.CharField("giới tính chủ hộ", max_length=10, choices=Sex, blank=True)
    folded_name = models.CharField(max_length=100, editable=False, default="")
    name_order = NameOrderField(of="head_name")
    address = models.CharField("địa chỉ", max_length=200, blank=True)
    valid_to = models.DateField("không còn ở đây từ ngày", null=True, blank=True)

    class Meta:
        verbose_name = "hộ gia đình"
        ordering = ["unit__order", "head_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "head_name", "address"], name="household_once_a_village"
            )
        ]

    def __str__(self) -> str:
        return f"Gia đình {CALLED.get(self.head_sex, 'ông (bà)')} {self.head_name}"

    def save(self, **kwargs: object) -> None:
        self.folded_name = fold(self.head_name)
        super().save(**kwargs)  # type: ignore[arg-type]
