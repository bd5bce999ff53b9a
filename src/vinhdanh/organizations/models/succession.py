"""What became of a unit: renamed, merged with others, split, taken into another."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.kernel import clock
from vinhdanh.organizations.enums import SuccessionKind
from vinhdanh.organizations.models.unit import Unit


class UnitSuccession(models.Model):
    """One unit goes on in another from a day; a merger or split is several rows of one day."""

    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="continued_by", verbose_name="đơn vị cũ"
    )
    successor = models.ForeignKey(
        Unit, models.PROTECT, related_name="continues", verbose_name="đơn vị tiếp nối"
    )
    kind = models.CharField("hình thức", max_length=20, choices=SuccessionKind)
    on = models.DateField("từ ngày")
    """The first day on which the predecessor is no more."""
    basis = models.CharField("văn bản căn cứ", max_length=200)
    written_at = models.DateTimeField("ghi lúc", default=clock.now)
    moved = models.JSONField("đã chuyển", default=dict, editable=False)
    """What went from one unit to the other (`hooks.Moved`), to bring it back the same day."""

    class Meta:
        verbose_name = "kế thừa đơn vị"
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="succession_once"),
            models.UniqueConstraint(
                fields=["predecessor"], condition=~Q(kind="split"), name="one_successor_or_a_split"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="no_unit_succeeds_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
