"""The emulation and commendation fund of a body and year (Law 06/2022/QH15, Article 11)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.decisions.enums import FundKind, FundPurpose, FundSource
from vinhdanh.decisions.models.honour import Honour
from vinhdanh.organizations.models import Unit


class Fund(models.Model):
    """The fund of one year."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="funds")
    year = models.PositiveSmallIntegerField("năm")

    class Meta:
        verbose_name = "quỹ thi đua, khen thưởng"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="one_fund_a_body_and_year")
        ]

    def __str__(self) -> str:
        return f"Quỹ thi đua, khen thưởng năm {self.year}"


class FundEntry(models.Model):
    """One line of the fund's book; never edited, only reversed by another line."""

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="entries")
    kind = models.CharField("loại", max_length=20, choices=FundKind)
    purpose = models.CharField("nội dung thu, chi", max_length=20, choices=FundPurpose)
    source = models.CharField("nguồn", max_length=20, choices=FundSource)
    amount = models.BigIntegerField("số tiền")
    """Đồng; below zero exactly where the line reverses another."""
    entered_on = models.DateField("ngày")
    content = models.CharField("diễn giải", max_length=300)
    voucher = models.CharField("số chứng từ", max_length=60, blank=True)
    excess_reason = models.CharField("lý do chi vượt", max_length=300, blank=True)
    reverses = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reversal",
        verbose_name="đảo dòng",
    )  # fmt: skip
    honour = models.ForeignKey(
        Honour, models.PROTECT, null=True, blank=True, related_name="fund_entries",
        verbose_name="khen thưởng",
    )  # fmt: skip
    """Whose prize the line paid or brought back; kept when the payment begins anew."""
    entered_by_name = models.CharField("người ghi", max_length=100)

    class Meta:
        verbose_name = "dòng của quỹ"
        ordering = ["entered_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reverses__isnull=True, amount__gt=0)
                | Q(reverses__isnull=False, amount__lt=0),
                name="fund_entry_is_positive_or_a_reversal",
            ),
            models.CheckConstraint(
                condition=Q(reverses__isnull=True) | ~Q(reverses=F("id")),
                name="fund_entry_does_not_reverse_itself",
            ),
        ]
        indexes = [models.Index(fields=["fund", "entered_on", "id"])]

    def __str__(self) -> str:
        return self.content
