"""The year's plan: read from a file, looked over, then confirmed and frozen."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.organizations.models import Unit
from vinhdanh.planning.enums import PlanState, Severity
from vinhdanh.records.models import OfficialDocument


class Plan(models.Model):
    """One plan of a body for a year."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField("năm")
    title = models.CharField("trích yếu", max_length=500)
    issuing_body = models.CharField("cơ quan ban hành", max_length=200)
    number = models.CharField("số ký hiệu", max_length=50, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    legal_bases = models.JSONField("căn cứ", default=list)
    clauses = models.JSONField("nội dung", default=list)
    recipients = models.JSONField("nơi nhận", default=list)
    signer_authority = models.CharField("thẩm quyền ký", max_length=200, blank=True)
    signer_position = models.CharField("chức vụ người ký", max_length=100, blank=True)
    signer_name = models.CharField("người ký", max_length=50, blank=True)
    state = models.CharField(
        "trạng thái", max_length=20, choices=PlanState, default=PlanState.DRAFT
    )
    source_name = models.CharField("tệp nguồn", max_length=200, blank=True)
    source_path = models.CharField(max_length=100, blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True)
    document = models.OneToOneField(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="plan"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "kế hoạch"
        ordering = ["-year", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year"],
                condition=Q(state="confirmed"),
                name="one_confirmed_plan_a_year",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", document__isnull=True)
                | Q(state="confirmed", document__isnull=False),
                name="plan_document_exactly_when_confirmed",
            ),
        ]

    def __str__(self) -> str:
        return f"Kế hoạch {self.number or 'chưa có số'} năm {self.year}"

    @property
    def is_frozen(self) -> bool:
        """Whether the plan is issued and only an amendment may change it."""
        return self.state == PlanState.CONFIRMED


class PlanFinding(models.Model):
    """Something a reader of the plan should look at; advice, never a refusal."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="findings")
    code = models.CharField(max_length=40)
    severity = models.CharField("mức", max_length=10, choices=Severity)
    message = models.TextField("nội dung")
    where = models.CharField("ở đâu", max_length=200, blank=True)

    class Meta:
        verbose_name = "điểm nên xem lại"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.message
