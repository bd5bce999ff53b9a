"""Honours taken back: on which ground, what is to come back, what came."""

from __future__ import annotations

from django.db import models

from vinhdanh.decisions.models.decision import Decision
from vinhdanh.decisions.models.honour import Honour


class Revocation(models.Model):
    """What a decision of revocation rests on (Law 06/2022/QH15, Article 93, clause 2)."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="revocation")
    award = models.ForeignKey(
        Decision, models.PROTECT, related_name="revocations",
        verbose_name="quyết định khen thưởng",
    )  # fmt: skip
    """The decision whose honours it takes back."""
    ground = models.SlugField("trường hợp hủy bỏ")
    ground_text = models.CharField("trường hợp hủy bỏ", max_length=500)
    citation = models.CharField("căn cứ", max_length=200)
    within_days = models.PositiveSmallIntegerField("hạn nộp lại, ngày làm việc", default=15)
    money_to = models.CharField("nơi nhận tiền nộp lại", max_length=200)

    class Meta:
        verbose_name = "hủy bỏ khen thưởng"

    def __str__(self) -> str:
        return f"Hủy bỏ khen thưởng tại {self.award}"


class RevocationLine(models.Model):
    """One honour taken back; no honour is taken back twice."""

    revocation = models.ForeignKey(Revocation, models.CASCADE, related_name="lines")
    honour = models.OneToOneField(Honour, models.PROTECT, related_name="revocation_line")
    order = models.PositiveIntegerField("thứ tự")
    money_due = models.PositiveIntegerField("tiền phải nộp lại", default=0)
    """Đồng that had been paid when the decision was signed; it comes back into the fund."""
    due_on = models.DateField("hạn nộp lại", null=True, blank=True)
    """Empty in a draft, and where no calendar of the year is known."""
    object_back_on = models.DateField("nộp hiện vật ngày", null=True, blank=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)

    class Meta:
        verbose_name = "trường hợp bị hủy bỏ"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["revocation", "order"], name="revocation_line_order_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.honour)
