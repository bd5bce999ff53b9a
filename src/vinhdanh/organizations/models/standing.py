"""What stands in the way of an honour for a time."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.organizations.enums import DisciplineForm, HoldKind
from vinhdanh.organizations.models.person import Person
from vinhdanh.organizations.models.recipient import Recipient


class Hold(models.Model):
    """Something about a recipient being looked into; open as long as it has no end."""

    recipient = models.ForeignKey(Recipient, models.CASCADE, related_name="holds")
    kind = models.CharField("việc", max_length=20, choices=HoldKind)
    since = models.DateField("từ ngày")
    until = models.DateField("đến ngày", null=True, blank=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)

    class Meta:
        verbose_name = "việc đang xem xét"
        ordering = ["-since", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="hold_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Discipline(models.Model):
    """A disciplinary measure against a person, for its days."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="disciplines")
    level = models.CharField("hình thức", max_length=20, choices=DisciplineForm)
    since = models.DateField("từ ngày")
    until = models.DateField("hết thời hạn ngày", null=True, blank=True)

    class Meta:
        verbose_name = "kỷ luật"
        ordering = ["-since", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="discipline_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.get_level_display()
