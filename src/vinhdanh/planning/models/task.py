from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

from vinhdanh.organizations.models import Unit
from vinhdanh.planning.deadlines import quarter_of
from vinhdanh.planning.enums import FulfilmentKind
from vinhdanh.planning.models.plan import Plan

if TYPE_CHECKING:
    import datetime as dt


class Task(models.Model):
    """One row of the plan's annex, as printed, with the units it means and its day."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks")
    order = models.PositiveIntegerField("thứ tự")
    no = models.TextField("số", blank=True)
    group = models.TextField("nhóm", blank=True)
    content = models.TextField("nội dung")
    lead = models.TextField("chủ trì", blank=True)
    partners = models.TextField("phối hợp", blank=True)
    period = models.TextField("thời gian", blank=True)
    product = models.TextField("sản phẩm", blank=True)
    note = models.TextField("ghi chú", blank=True)
    due_on = models.DateField("hạn", null=True, blank=True)
    lead_unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="led_tasks"
    )
    fulfilment = models.CharField(
        "đo bằng", max_length=30, choices=FulfilmentKind, default=FulfilmentKind.EVIDENCE
    )

    class Meta:
        verbose_name = "nhiệm vụ"
        verbose_name_plural = "nhiệm vụ"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "order"], name="task_order_once"),
        ]

    def __str__(self) -> str:
        return self.content

    @property
    def quarter(self) -> int | None:
        """The quarter it is due in; None for work of the whole year."""
        return quarter_of(self.due_on) if self.due_on else None

    def is_overdue(self, *, as_of: dt.date) -> bool:
        """Tell whether its day has passed; whether it is done is measured elsewhere."""
        return self.due_on is not None and self.due_on < as_of
