from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.councils.models import Meeting
from vinhdanh.decisions.enums import DecisionState
from vinhdanh.organizations.models import Unit
from vinhdanh.records.models import OfficialDocument


class Decision(models.Model):
    """An award decision of the chair on what a meeting approved."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="decisions")
    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="decision")
    merit = models.CharField("lý do khen thưởng", max_length=300)
    state = models.CharField(
        "tình trạng", max_length=20, choices=DecisionState, default=DecisionState.DRAFT
    )
    document = models.OneToOneField(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="decision"
    )
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    signer_name = models.CharField("người ký", max_length=50, blank=True)
    authority_note = models.TextField("xác nhận thẩm quyền", max_length=500, blank=True)
    """Which text gives the authority and who confirmed it, where the corpus cannot say."""

    class Meta:
        verbose_name = "quyết định khen thưởng"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", document__isnull=True, decided_on__isnull=True)
                | Q(state="issued", document__isnull=False, decided_on__isnull=False),
                name="decision_has_number_exactly_when_issued",
            )
        ]

    def __str__(self) -> str:
        return f"Quyết định {self.document.code}" if self.document else "Dự thảo quyết định"
