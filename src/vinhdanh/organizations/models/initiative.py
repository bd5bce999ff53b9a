from __future__ import annotations

from django.db import models

from vinhdanh.organizations.enums import InitiativeKind, Reach
from vinhdanh.organizations.models.person import Person


class Initiative(models.Model):
    """A recognised initiative, accepted research, or recognised resourcefulness in combat."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="initiatives")
    title = models.CharField("tên", max_length=300)
    kind = models.CharField(
        "loại", max_length=20, choices=InitiativeKind, default=InitiativeKind.INITIATIVE
    )
    scope = models.CharField(
        "phạm vi ảnh hưởng", max_length=20, choices=Reach, default=Reach.GRASSROOTS
    )
    recognised_by = models.CharField("số văn bản công nhận", max_length=100)
    recognised_on = models.DateField("ngày công nhận")

    class Meta:
        verbose_name = "sáng kiến"
        ordering = ["-recognised_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "recognised_on", "title"], name="initiative_once"
            )
        ]

    def __str__(self) -> str:
        return self.title
