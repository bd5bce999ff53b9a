"""People and the posts they hold."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.kernel.text import fold
from vinhdanh.organizations.enums import PersonGroup, Sex
from vinhdanh.organizations.fields import NameOrderField
from vinhdanh.organizations.models.unit import Unit


class Person(models.Model):
    """One person of a body; people of the same name are told apart by their birth date."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="people")
    full_name = models.CharField("họ và tên", max_length=100)
    folded_name = models.CharField(max_length=100, editable=False)
    name_order = NameOrderField(of="full_name")
    birth_date = models.DateField("ngày sinh", null=True, blank=True)
    sex = models.CharField("giới tính", max_length=10, choices=Sex, blank=True)
    is_direct_worker = models.BooleanField("lao động trực tiếp", default=False)
    group = models.CharField("nhóm đối tượng", max_length=10, choices=PersonGroup, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "người"
        verbose_name_plural = "con người"
        ordering = ["folded_name", "id"]
        indexes = [
            models.Index(fields=["body", "folded_name"]),
            models.Index(fields=["body", "name_order", "id"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "full_name", "birth_date"], name="person_once_per_body"
            ),
            models.UniqueConstraint(
                fields=["body", "full_name"],
                condition=models.Q(birth_date__isnull=True),
                name="person_without_birth_date_once",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    def save(self, **kwargs: object) -> None:
        self.folded_name = fold(self.full_name)
        super().save(**kwargs)  # type: ignore[arg-type]


class Position(models.Model):
    """A post in a unit, from when to when."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="positions")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="positions")
    title = models.CharField("chức vụ", max_length=100, blank=True)
    is_leader = models.BooleanField("giữ chức vụ lãnh đạo, quản lý", default=False)
    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến ngày", null=True, blank=True)
    """The first day the post is no longer held."""

    class Meta:
        verbose_name = "chức vụ"
        ordering = ["unit__order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gt=F("valid_from")),
                name="position_valid_to_after_from",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.unit}" if self.title else str(self.unit)
