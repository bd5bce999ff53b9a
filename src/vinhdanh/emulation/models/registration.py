"""What a unit aims at this year."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.emulation.enums import RegistrationState
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.organizations.models import Unit


class Registration(models.Model):
    """One unit's registration for one year."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="registrations")
    year = models.PositiveSmallIntegerField("năm")
    state = models.CharField(
        "trạng thái", max_length=20, choices=RegistrationState, default=RegistrationState.DRAFT
    )
    sent_at = models.DateTimeField("gửi lúc", null=True, blank=True)
    accepted_at = models.DateTimeField("tiếp nhận lúc", null=True, blank=True)

    class Meta:
        verbose_name = "đăng ký thi đua"
        ordering = ["unit__order"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="registration_once_a_year"),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(sent_at__isnull=False),
                name="registration_sent_has_time",
            ),
            models.CheckConstraint(
                condition=Q(state="accepted", accepted_at__isnull=False)
                | (~Q(state="accepted") & Q(accepted_at__isnull=True)),
                name="registration_accepted_has_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}, năm {self.year}"


class RegistrationLine(models.Model):
    """How many of the unit aim at one honour."""

    registration = models.ForeignKey(Registration, models.CASCADE, related_name="lines")
    honour = models.SlugField("danh hiệu, hình thức")
    recipient_kind = models.CharField("đối tượng", max_length=20, choices=RecipientKind)
    quantity = models.PositiveIntegerField("số lượng")

    class Meta:
        verbose_name = "chỉ tiêu đăng ký"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "honour", "recipient_kind"], name="registration_line_once"
            ),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="registration_line_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.honour}: {self.quantity}"
