from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.organizations.enums import Completion, DisciplineForm
from vinhdanh.organizations.models.recipient import Recipient

MONTHS = 12
NONE = "none"
"""Nobody of the unit was disciplined; empty means not known."""


class YearRecord(models.Model):
    """What is known of a recipient's year; a fact left empty is not known."""

    recipient = models.ForeignKey(Recipient, models.CASCADE, related_name="years")
    year = models.PositiveSmallIntegerField("năm")
    completion = models.CharField(
        "mức độ hoàn thành nhiệm vụ", max_length=20, choices=Completion, blank=True
    )
    absent_months = models.DecimalField(
        "số tháng nghỉ", max_digits=3, decimal_places=1, null=True, blank=True
    )
    maternity_months = models.DecimalField(
        "trong đó nghỉ thai sản", max_digits=3, decimal_places=1, default=0
    )
    members = models.PositiveSmallIntegerField("tổng số thành viên", null=True, blank=True)
    members_completing = models.PositiveSmallIntegerField(
        "số thành viên hoàn thành nhiệm vụ", null=True, blank=True
    )
    members_advanced = models.PositiveSmallIntegerField(
        "số thành viên đạt Lao động tiên tiến", null=True, blank=True
    )
    members_exemplary = models.PositiveSmallIntegerField(
        "số thành viên đạt Chiến sĩ thi đua cơ sở", null=True, blank=True
    )
    worst_discipline = models.CharField(
        "hình thức kỷ luật nặng nhất của thành viên",
        max_length=20,
        choices=[(NONE, "Không có ai bị kỷ luật"), *DisciplineForm.choices],
        blank=True,
    )

    class Meta:
        verbose_name = "số liệu năm"
        ordering = ["recipient", "-year"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "year"], name="year_record_once"),
            models.CheckConstraint(
                condition=Q(absent_months__isnull=True)
                | Q(absent_months__gte=0, absent_months__lte=MONTHS),
                name="absence_within_a_year",
            ),
            models.CheckConstraint(
                condition=Q(maternity_months=0)
                | Q(
                    maternity_months__gt=0,
                    absent_months__isnull=False,
                    absent_months__gte=F("maternity_months"),
                ),
                name="maternity_is_part_of_absence",
            ),
            models.CheckConstraint(
                condition=(
                    Q(members__isnull=True)
                    | Q(members__gt=0)
                    & (Q(members_completing__isnull=True) | Q(members_completing__lte=F("members")))
                    & (Q(members_advanced__isnull=True) | Q(members_advanced__lte=F("members")))
                    & (Q(members_exemplary__isnull=True) | Q(members_exemplary__lte=F("members")))
                ),
                name="counted_members_are_members",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recipient}, năm {self.year}"
