"""One recipient proposed for one honour, and the steps it went through."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from vinhdanh.kernel.text import fold, one_spelling
from vinhdanh.nominations.enums import NominationState, Procedure
from vinhdanh.nominations.models.submission import Submission
from vinhdanh.nominations.workflow import LAW_2022, ProcedureTable, table_since
from vinhdanh.organizations.models import Initiative, Recipient, Unit


class Nomination(models.Model):
    """One recipient for one honour; recipient, post and unit are kept as they were proposed."""

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="nominations")
    body = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    order = models.PositiveIntegerField("thứ tự")
    year = models.PositiveSmallIntegerField("năm", editable=False)
    """The list's; kept here so that a year's nominations are found without it."""
    recipient = models.ForeignKey(Recipient, models.PROTECT, related_name="nominations")
    recipient_detail = models.CharField("chức vụ, đơn vị, địa chỉ", max_length=300, blank=True)
    honour = models.SlugField("danh hiệu, hình thức")
    honour_name = models.CharField("tên danh hiệu, hình thức", max_length=100)
    achievement = models.CharField("thành tích", max_length=500)
    period = models.CharField("thời gian lập thành tích", max_length=60)
    happened_on = models.DateField("ngày xảy ra", null=True, blank=True)
    place = models.CharField("nơi xảy ra", max_length=200, blank=True)
    """Day and place of a sudden deed."""
    period_key = models.CharField(max_length=60, editable=False)
    """The period folded, so that one period is not written twice in other letters."""
    state = models.CharField(
        "tình trạng",
        max_length=20,
        choices=NominationState,
        default=NominationState.DRAFT,
        db_index=True,
    )
    procedure = models.CharField(
        "thủ tục", max_length=20, choices=Procedure, default=Procedure.REGULAR
    )
    procedure_since = models.DateField("theo quy định từ ngày", default=LAW_2022)
    """First day of the table of steps it began under and keeps."""
    procedure_case = models.SlugField("trường hợp áp dụng", blank=True)
    """Case of the lawbook that opens the simplified procedure."""
    is_decided_above = models.BooleanField("cấp trên quyết định", default=False)
    """Others decide: once approved it is forwarded instead of decided."""
    state_since = models.DateField("ở bước này từ ngày", null=True, blank=True)
    arrived_on = models.DateField("đến văn phòng ngày", null=True, blank=True)
    """Day of the last sending: from then on the law's days count."""
    due_on = models.DateField("hạn của bước này", null=True, blank=True)
    """Last day the law leaves for the present step; empty where none is known."""
    version = models.PositiveIntegerField(default=1)
    folded = models.CharField(max_length=1000, editable=False, default="")
    exact = models.CharField(max_length=1000, editable=False, default="")
    """Recipient, post and honour for search: without diacritics, and in one spelling."""
    initiatives = models.ManyToManyField(
        Initiative, blank=True, related_name="nominations", verbose_name="sáng kiến dùng để xét"
    )
    """What it rests on; once it is decided they have served."""

    class Meta:
        verbose_name = "đề nghị khen thưởng"
        verbose_name_plural = "đề nghị khen thưởng"
        ordering = ["submission", "order"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "order"], name="nomination_order_once"),
            models.UniqueConstraint(
                fields=["recipient", "honour", "period_key"],
                condition=~Q(state__in=["withdrawn", "not_approved", "refused_above"]),
                name="nomination_once_for_a_period",
            ),
            models.CheckConstraint(
                condition=Q(state__in=NominationState.values), name="nomination_state_known"
            ),
            models.CheckConstraint(
                condition=Q(procedure__in=Procedure.values), name="nomination_procedure_known"
            ),
            models.CheckConstraint(
                condition=Q(is_decided_above=True)
                | ~Q(state__in=["forwarded", "returned_above", "refused_above"]),
                name="nomination_above_only_what_others_decide",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "state", "-id"]),
            models.Index(fields=["body", "year", "-id"]),
            models.Index(fields=["body", "year", "due_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.recipient.name} – {self.honour_name}"

    def save(self, **kwargs: Any) -> None:
        self.derive()
        super().save(**kwargs)

    def derive(self) -> None:
        """Set the columns that follow from others; for rows written in bulk too."""
        self.period_key = fold(self.period)
        if self._state.adding:
            self.year = self.submission.year
        words = f" {self.recipient.name} {self.recipient_detail} {self.honour_name}"
        self.folded, self.exact = f" {fold(words)}", one_spelling(words)

    @property
    def table(self) -> ProcedureTable:
        """The steps of the procedure it began under."""
        return table_since(Procedure(self.procedure), self.procedure_since)


class NominationStep(models.Model):
    """One step taken: by whom, when, why."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="steps")
    name = models.CharField("bước", max_length=30)
    source = models.CharField("từ", max_length=20, choices=NominationState)
    target = models.CharField("đến", max_length=20, choices=NominationState)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    actor_name = models.CharField("người làm", max_length=100)
    at = models.DateTimeField("lúc")
    reason = models.CharField("lý do", max_length=500, blank=True)

    class Meta:
        verbose_name = "bước xử lý"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.name}: {self.source} → {self.target}"
