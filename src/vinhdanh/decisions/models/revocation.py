"""Honours taken back, and given back where that was wrong: why, and what comes and goes."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

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
    ground = models.SlugField("trường hợp hủy bỏ", blank=True)
    """Empty where another office decided by a law whose grounds the corpus does not have."""
    ground_text = models.CharField("trường hợp hủy bỏ", max_length=500, blank=True)
    citation = models.CharField("căn cứ", max_length=200)
    within_days = models.PositiveSmallIntegerField("hạn nộp lại, ngày làm việc", default=15)
    money_to = models.CharField("nơi nhận tiền nộp lại", max_length=200)

    class Meta:
        verbose_name = "hủy bỏ khen thưởng"

    def __str__(self) -> str:
        return f"Hủy bỏ khen thưởng tại {self.award}"


class Restoration(models.Model):
    """What a decision rests on that undoes a revocation, wholly or in part."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="restoration")
    revocation = models.ForeignKey(
        Revocation, models.PROTECT, related_name="restorations", verbose_name="lần hủy bỏ"
    )
    basis = models.CharField("căn cứ", max_length=300)
    """The paper that says the revocation was wrong: "Kết luận số 12/KL-TTr ngày 01/6/2024"."""

    class Meta:
        verbose_name = "khôi phục khen thưởng"

    def __str__(self) -> str:
        return f"Khôi phục khen thưởng đã hủy bỏ tại {self.revocation.decision}"


class RevocationLine(models.Model):
    """One honour taken back; while that holds, the honour is not taken back again."""

    revocation = models.ForeignKey(Revocation, models.CASCADE, related_name="lines")
    honour = models.ForeignKey(Honour, models.PROTECT, related_name="revocation_lines")
    order = models.PositiveIntegerField("thứ tự")
    money_due = models.PositiveBigIntegerField("tiền phải nộp lại", default=0)
    """Đồng that had been paid when the decision was signed; it comes back into the fund."""
    due_on = models.DateField("hạn nộp lại", null=True, blank=True)
    """Empty in a draft, and where no calendar of the year is known."""
    object_back_on = models.DateField("nộp hiện vật ngày", null=True, blank=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)
    restoration = models.ForeignKey(
        Restoration, models.SET_NULL, null=True, blank=True, related_name="lines",
        verbose_name="lần khôi phục",
    )  # fmt: skip
    """Which undoes it, or will once it is signed."""
    restored_on = models.DateField("khôi phục ngày", null=True, blank=True)
    handed_back_on = models.DateField("trao lại hiện vật ngày", null=True, blank=True)

    class Meta:
        verbose_name = "trường hợp bị hủy bỏ"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["revocation", "order"], name="revocation_line_order_once"
            ),
            models.UniqueConstraint(
                fields=["honour"],
                condition=Q(restored_on__isnull=True),
                name="honour_in_one_revocation_that_holds",
            ),
            models.CheckConstraint(
                condition=Q(restored_on__isnull=True) | Q(restoration__isnull=False),
                name="restored_line_names_its_restoration",
            ),
            models.CheckConstraint(
                condition=Q(handed_back_on__isnull=True)
                | Q(
                    object_back_on__isnull=False,
                    restored_on__isnull=False,
                    handed_back_on__gte=F("restored_on"),
                ),
                name="handed_back_after_it_came_back_and_was_restored",
            ),
        ]

    def __str__(self) -> str:
        return str(self.honour)
