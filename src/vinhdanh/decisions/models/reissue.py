"""Certificates given anew because one was damaged or lost."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.decisions.enums import ReissueKind, ReissueState
from vinhdanh.decisions.models.honour import Honour


class Reissue(models.Model):
    """A request for another certificate of an honour, the chair's answer, the new print."""

    honour = models.ForeignKey(Honour, models.PROTECT, related_name="reissues")
    kind = models.CharField("loại", max_length=20, choices=ReissueKind)
    reason = models.CharField("lý do", max_length=300)
    applicant = models.CharField("người đề nghị", max_length=200)
    requested_on = models.DateField("ngày đề nghị")
    state = models.CharField(
        "tình trạng", max_length=20, choices=ReissueState, default=ReissueState.ASKED
    )
    decided_on = models.DateField("ngày trả lời", null=True, blank=True)
    decided_by = models.CharField("người trả lời", max_length=200, blank=True)
    refusal = models.CharField("lý do không đồng ý", max_length=300, blank=True)
    order = models.PositiveSmallIntegerField("lần", null=True, blank=True)
    """Which one of the honour it is, counted from 1; only of those agreed to."""
    path = models.CharField(max_length=100, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "cấp đổi, cấp lại bằng"
        ordering = ["-requested_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["honour"], condition=Q(state="asked"), name="one_open_reissue_an_honour"
            ),
            models.UniqueConstraint(fields=["honour", "order"], name="reissue_order_once"),
            models.CheckConstraint(
                condition=Q(state="asked", decided_on__isnull=True)
                | ~Q(state="asked") & Q(decided_on__isnull=False),
                name="reissue_has_its_day_exactly_when_answered",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal=""), name="refused_reissue_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.honour}"
