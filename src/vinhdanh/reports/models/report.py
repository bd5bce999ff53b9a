from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.organizations.models import Unit
from vinhdanh.records.models import OfficialDocument
from vinhdanh.reports.enums import ReportKind, ReportState


class Report(models.Model):
    """A report: its figures are read from the records, its judgements are written by people."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="reports")
    year = models.PositiveSmallIntegerField("năm")
    kind = models.CharField("loại báo cáo", max_length=20, choices=ReportKind)
    cut_off_on = models.DateField("số liệu đến ngày")
    situation = models.TextField("đặc điểm, thuận lợi, khó khăn", blank=True)
    supervision = models.TextField("kiểm tra, giải quyết đơn thư, kiến nghị", blank=True)
    shortcomings = models.TextField("hạn chế, nguyên nhân", blank=True)
    next_steps = models.TextField("nhiệm vụ 6 tháng cuối năm", blank=True)
    state = models.CharField(
        "tình trạng", max_length=20, choices=ReportState, default=ReportState.DRAFT
    )
    figures = models.JSONField("số liệu khi ban hành", default=dict)
    document = models.OneToOneField(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="report"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "báo cáo"
        ordering = ["-year", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "kind"], name="one_report_a_kind"),
            models.CheckConstraint(
                condition=Q(state="draft", document__isnull=True)
                | Q(state="issued", document__isnull=False),
                name="report_has_number_exactly_when_issued",
            ),
        ]

    def __str__(self) -> str:
        return f"Báo cáo {self.get_kind_display().lower()} {self.year}"
