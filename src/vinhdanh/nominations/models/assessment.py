"""What the law said of a nomination, and what people answered where the law alone could not."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from vinhdanh.nominations.enums import FactList, LawVerdict, Moment
from vinhdanh.nominations.models.nomination import Nomination

APPEND_ONLY = "What was found, said or answered stays; a new row takes its place."


class Kept(models.Model):
    """A row that is written once."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert; a written row is never changed."""
        if not self._state.adding:
            raise TypeError(APPEND_ONLY)
        super().save(*args, **kwargs)


class Assessment(Kept):
    """One nomination held against the law of one day, with the receipt to do it again."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="assessments")
    moment = models.CharField("thời điểm", max_length=20, choices=Moment)
    as_of = models.DateField("ngày áp dụng")
    verdict = models.CharField("kết quả", max_length=20, choices=LawVerdict)
    receipt = models.TextField("phiếu đánh giá")
    """JSON of `lawbook.receipts`: inputs, articles, verdict, trace."""
    corpus = models.CharField("mã kho quy định", max_length=64)
    made_at = models.DateTimeField("lập lúc")

    class Meta:
        verbose_name = "phiếu đánh giá"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdict__in=LawVerdict.values), name="assessment_verdict_known"
            ),
            models.CheckConstraint(
                condition=~Q(receipt="") & ~Q(corpus=""), name="assessment_has_its_receipt"
            ),
        ]
        indexes = [models.Index(fields=["nomination", "-id"])]

    def __str__(self) -> str:
        return f"{self.nomination}: {self.get_verdict_display()}"


class Attestation(Kept):
    """The proposing unit's word on the conditions that only people judge, each by its id."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="attestations")
    conditions = models.JSONField("điều kiện")
    """Condition id → the sentence that was attested."""
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField("người xác nhận", max_length=100)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "xác nhận của đơn vị"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.by_name}: {self.nomination}"


class Verification(Kept):
    """A named person's answer to a condition that must be verified; the last one counts."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="verifications")
    condition = models.CharField("mã điều kiện", max_length=200)
    text = models.CharField("điều kiện", max_length=500)
    answer = models.BooleanField("đạt")
    reason = models.CharField("lý do", max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField("người xác minh", max_length=100)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "xác minh"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="verification_has_its_reason")
        ]

    def __str__(self) -> str:
        return f"{self.text}: {'đạt' if self.answer else 'không đạt'}"


class FactsStatement(Kept):
    """Somebody's word that a list about the recipient is whole, so that empty means none.

    It belongs to one nomination: what was said for another one may be out of date.
    """

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="statements")
    about = models.CharField("danh mục", max_length=20, choices=FactList)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_name = models.CharField("người xác nhận", max_length=100)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "xác nhận danh mục đầy đủ"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["nomination", "about"], name="statement_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.by_name}"
