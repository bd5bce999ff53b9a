"""One recipient proposed for one honour, and the steps it went through."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from vinhdanh.kernel.text import fold
from vinhdanh.nominations.enums import NominationState
from vinhdanh.nominations.models.submission import Submission
from vinhdanh.organizations.models import Initiative, Recipient, Unit


class Nomination(models.Model):
    """One recipient for one honour; recipient, post and unit are kept as they were proposed."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="nominations")
    body = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    order = models.PositiveIntegerField("thứ tự")
    recipient = models.ForeignKey(Recipient, models.PROTECT, related_name="nominations")
    recipient_detail = models.CharField("chức vụ, đơn vị, địa chỉ", max_length=300, blank=True)
    honour = models.SlugField("danh hiệu, hình thức")
    honour_name = models.CharField("tên danh hiệu, hình thức", max_length=100)
    achievement = models.CharField("thành tích", max_length=500)
    period = models.CharField("thời gian lập thành tích", max_length=60)
    period_key = models.CharField(max_length=60, editable=False)
    """The period folded, so that one period is not written twice in other letters."""
    state = models.CharField(
        "tình trạng",
        max_length=20,
        choices=NominationState,
        default=NominationState.DRAFT,
        db_index=True,
    )
    version = models.PositiveIntegerField(default=1)
    initiatives = models.ManyToManyField(
        Initiative, blank=True, related_name="nominations", verbose_name="sáng kiến dùng để xét"
    )
    """What it rests on; once it is decided they have served."""

    class Meta:
        verbose_name = "đề nghị khen thưởng"
        verbose_name_plural = "đề nghị khen thưởng"
        ordering = ["submission", "order"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "order"], name="nomination_order_once"),
            models.UniqueConstraint(
                fields=["recipient", "honour", "period_key"],
                condition=~Q(state__in=["withdrawn", "not_approved"]),
                name="nomination_once_for_a_period",
            ),
            models.CheckConstraint(
                condition=Q(state__in=NominationState.values), name="nomination_state_known"
            ),
        ]
        indexes = [models.Index(fields=["body", "state", "-id"])]

    def __str__(self) -> str:
        return f"{self.recipient.name} – {self.honour_name}"

    def save(self, **kwargs: Any) -> None:
        self.period_key = fold(self.period)
        super().save(**kwargs)


class NominationStep(models.Model):
    """One step taken: by whom, when, why."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="steps")
    name = models.CharField("bước", max_length=30)
    source = models.CharField("từ", max_length=20, choices=NominationState)
    target = models.CharField("đến", max_length=20, choices=NominationState)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    actor_name = models.CharField("người làm", max_length=100)
    at = models.DateTimeField("lúc")
    reason = models.CharField("lý do", max_length=500, blank=True)

    class Meta:
        verbose_name = "bước xử lý"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.name}: {self.source} → {self.target}"
