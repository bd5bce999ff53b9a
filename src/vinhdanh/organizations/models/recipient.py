"""One table in front of person, unit and household, so that honours need one join."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.organizations.models.household import Household
from vinhdanh.organizations.models.person import Person
from vinhdanh.organizations.models.unit import Unit


class Recipient(models.Model):
    """Whoever can be nominated and honoured; exactly one of the three."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="recipients")
    kind = models.CharField("loại đối tượng", max_length=20, choices=RecipientKind)
    person = models.OneToOneField(Person, models.PROTECT, null=True, related_name="recipient")
    unit = models.OneToOneField(Unit, models.PROTECT, null=True, related_name="recipient")
    household = models.OneToOneField(Household, models.PROTECT, null=True, related_name="recipient")
    name = models.CharField("tên", max_length=200)

    class Meta:
        verbose_name = "đối tượng khen thưởng"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="recipient_is_exactly_one",
                condition=Q(
                    kind="individual", person__isnull=False, unit__isnull=True,
                    household__isnull=True,
                )
                | Q(
                    kind="collective", person__isnull=True, unit__isnull=False,
                    household__isnull=True,
                )
                | Q(
                    kind="household", person__isnull=True, unit__isnull=True,
                    household__isnull=False,
                ),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name
