"""Initiatives of a body, and whose they are to which part."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.organizations.enums import InitiativeKind, Reach
from vinhdanh.organizations.models.person import Person
from vinhdanh.organizations.models.unit import Unit

WHOLE = 100


class Initiative(models.Model):
    """A recognised initiative, accepted research, or recognised resourcefulness in combat."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="initiatives")
    title = models.CharField("tên", max_length=300)
    kind = models.CharField(
        "loại", max_length=20, choices=InitiativeKind, default=InitiativeKind.INITIATIVE
    )
    scope = models.CharField(
        "phạm vi ảnh hưởng", max_length=20, choices=Reach, default=Reach.GRASSROOTS
    )
    recognised_by = models.CharField("số văn bản công nhận", max_length=100)
    recognised_on = models.DateField("ngày công nhận")
    authors = models.ManyToManyField(
        Person, through="InitiativeAuthor", related_name="initiatives", verbose_name="tác giả"
    )

    class Meta:
        verbose_name = "sáng kiến"
        ordering = ["-recognised_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "recognised_on", "title"], name="initiative_once"
            )
        ]

    def __str__(self) -> str:
        return self.title


class InitiativeAuthor(models.Model):
    """One author's part in an initiative; the parts together are at most the whole."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="shares")
    person = models.ForeignKey(Person, models.PROTECT, related_name="shares")
    share_percent = models.PositiveSmallIntegerField("tỷ lệ đóng góp (%)", default=WHOLE)

    class Meta:
        verbose_name = "tác giả sáng kiến"
        ordering = ["-share_percent", "id"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "person"], name="author_once"),
            models.CheckConstraint(
                condition=Q(share_percent__gte=1, share_percent__lte=WHOLE),
                name="share_is_one_to_hundred",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.share_percent}%)"
