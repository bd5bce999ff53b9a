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
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    """Empty while neither the reader nor a person has found it."""
    title = models.TextField("trích yếu")
    issuing_body = models.TextField("cơ quan ban hành")
    superior_body = models.TextField("cơ quan cấp trên ở đầu văn bản", blank=True)
    number = models.TextField("số ký hiệu", blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    legal_bases = models.JSONField("căn cứ", default=list)
    clauses = models.JSONField("nội dung", default=list)
    recipients = models.JSONField("nơi nhận", default=list)
    signer_authority = models.TextField("thẩm quyền ký", blank=True)
    signer_position = models.TextField("chức vụ người ký", blank=True)
    signer_name = models.TextField("người ký", blank=True)
    state = models.CharField(
        "trạng thái", max_length=20, choices=PlanState, default=PlanState.DRAFT
    )
    task_source = models.CharField("nhiệm vụ đọc từ", max_length=20, default="table")
    """Where the reader found the tasks, one of intake's TaskSource; rows typed here are a table."""
    gaps = models.JSONField("chỗ thiếu dòng", default=list)
    """Places where the reader saw that rows are missing."""
    source_name = models.TextField("tệp nguồn", blank=True)
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
            models.CheckConstraint(
                condition=Q(state="draft") | Q(year__isnull=False),
                name="plan_confirmed_has_year",
            ),
        ]

    def __str__(self) -> str:
        year = f"năm {self.year}" if self.year else "chưa rõ năm"
        return f"Kế hoạch {self.number or 'chưa có số'} {year}"

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
    where = models.TextField("ở đâu", blank=True)

    class Meta:
        verbose_name = "điểm nên xem lại"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.message
