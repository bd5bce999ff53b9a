"""What a later decision corrects in the words of an award: a name, a year."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.decisions.enums import CorrectedField
from vinhdanh.decisions.models.decision import Decision
from vinhdanh.decisions.models.honour import Honour


class Correction(models.Model):
    """A decision that corrects the words of an award; its reason is the decision's `merit`."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="correction")
    award = models.ForeignKey(
        Decision, models.PROTECT, related_name="corrections",
        verbose_name="quyết định khen thưởng",
    )  # fmt: skip

    class Meta:
        verbose_name = "đính chính khen thưởng"

    def __str__(self) -> str:
        return f"Đính chính {self.award}"


class CorrectionLine(models.Model):
    """One word of one honour: as it was written, as it reads from now on."""

    correction = models.ForeignKey(Correction, models.CASCADE, related_name="lines")
    honour = models.ForeignKey(Honour, models.PROTECT, related_name="correction_lines")
    field = models.CharField("nội dung", max_length=20, choices=CorrectedField)
    before = models.CharField("đã ghi", max_length=500, blank=True)
    after = models.CharField("nay là", max_length=500)

    class Meta:
        verbose_name = "nội dung đính chính"
        ordering = ["honour__order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["correction", "honour", "field"], name="correction_says_a_thing_once"
            ),
            models.CheckConstraint(
                condition=~Q(before=F("after")) & ~Q(after=""), name="correction_changes_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_field_display()}: “{self.before}” thành “{self.after}”"
