"""Decisions and their lists."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.councils.models import Meeting
from vinhdanh.decisions.enums import DecisionKind, DecisionState
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.models import Unit
from vinhdanh.records.models import OfficialDocument


class Decision(models.Model):
    """A decision that gives honours or takes them back; the body's own, or another office's."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="decisions")
    kind = models.CharField(
        "loại quyết định", max_length=20, choices=DecisionKind, default=DecisionKind.AWARD
    )
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="decisions",
        verbose_name="phiên họp",
    )  # fmt: skip
    """Whose results it carries out; none by the simplified procedure or for another's decision."""
    merit = models.CharField("lý do khen thưởng", max_length=300)
    state = models.CharField(
        "tình trạng", max_length=20, choices=DecisionState, default=DecisionState.DRAFT
    )
    given_number = models.PositiveIntegerField("số đã ghi trong sổ giấy", null=True, blank=True)
    """Taken by hand before; else it takes the next number of the series when it is signed."""
    document = models.OneToOneField(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="decision"
    )
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    signer_name = models.CharField("người ký", max_length=50, blank=True)
    authority_note = models.TextField("xác nhận thẩm quyền", max_length=500, blank=True)
    """Which text gives the authority and who confirmed it, where the corpus cannot say."""
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    """Of another office's decision: who issued it."""
    external_code = models.CharField("số, ký hiệu", max_length=60, blank=True)
    """Of another office's decision: its number and symbol, e.g. "1234/QĐ-UBND"."""
    scan_path = models.CharField(max_length=100, blank=True)
    scan_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = "quyết định khen thưởng"
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", document__isnull=True, decided_on__isnull=True)
                | Q(state="issued", document__isnull=False, decided_on__isnull=False)
                | Q(state="issued", kind="external", decided_on__isnull=False),
                name="decision_has_number_exactly_when_issued",
            ),
            models.CheckConstraint(
                condition=Q(kind="external", document__isnull=True, meeting__isnull=True)
                & ~Q(issuer="")
                & ~Q(external_code="")
                | ~Q(kind="external") & Q(issuer="", external_code=""),
                name="external_decision_names_its_issuer",
            ),
            models.UniqueConstraint(
                fields=["body", "issuer", "external_code", "decided_on"],
                condition=Q(kind="external"),
                name="external_decision_once",
            ),
        ]

    def __str__(self) -> str:
        if self.kind == DecisionKind.EXTERNAL:
            return f"Quyết định {self.external_code}"
        return f"Quyết định {self.document.code}" if self.document else "Dự thảo quyết định"

    @property
    def code(self) -> str:
        """Number and symbol; empty for a draft."""
        return self.document.code if self.document else self.external_code

    @property
    def is_of_body(self) -> bool:
        """Tell whether the body itself decided, here or before this register was kept."""
        return self.kind != DecisionKind.EXTERNAL or self.issuer == self.body.name

    @property
    def issuer_name(self) -> str:
        """Who decided, as it stands in a sentence: "Chủ tịch Ủy ban nhân dân xã Minh Tiến"."""
        return f"Chủ tịch {self.body.name}" if self.is_of_body else self.issuer


class DecisionLine(models.Model):
    """One nomination of a decision's list; no nomination stands in two decisions."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="lines")
    nomination = models.OneToOneField(Nomination, models.PROTECT, related_name="decision_line")
    order = models.PositiveIntegerField("thứ tự")

    class Meta:
        verbose_name = "dòng của quyết định"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "order"], name="decision_line_order_once")
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.nomination}"
