"""The register of honours."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.decisions.enums import HonourSource
from vinhdanh.decisions.models.decision import Decision
from vinhdanh.kernel.text import fold, one_spelling, squeeze
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.organizations.models import Recipient, Unit


class Honour(models.Model):
    """A recipient's title or form of commendation; it comes only from a decision."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="honours")
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="honours")
    nomination = models.OneToOneField(
        Nomination, models.PROTECT, null=True, blank=True, related_name="granted"
    )
    source = models.CharField(
        "nguồn", max_length=20, choices=HonourSource, default=HonourSource.NOMINATED
    )
    kind = models.CharField("loại khen thưởng", max_length=20, choices=CommendationKind, blank=True)
    year = models.PositiveSmallIntegerField("năm được xét")
    """The year it was given for, by which the law counts it."""
    recipient = models.ForeignKey(Recipient, models.PROTECT, related_name="honours")
    recipient_kind = models.CharField("đối tượng", max_length=20, choices=RecipientKind)
    recipient_name = models.CharField("tên", max_length=200)
    recipient_detail = models.CharField("chức vụ, đơn vị, địa chỉ", max_length=300, blank=True)
    honour = models.SlugField("mã danh hiệu")
    honour_name = models.CharField("danh hiệu, hình thức", max_length=100)
    achievement = models.CharField("thành tích", max_length=500)
    period = models.CharField("thời gian lập thành tích", max_length=60)
    decided_on = models.DateField("ngày quyết định", db_index=True)
    order = models.PositiveIntegerField("thứ tự trong quyết định")
    book_number = models.PositiveIntegerField("số sổ vàng", null=True, blank=True)
    revoked_on = models.DateField("bị hủy bỏ, thu hồi ngày", null=True, blank=True)
    prize_amount = models.PositiveIntegerField("tiền thưởng", null=True, blank=True)
    prize_source = models.CharField("căn cứ mức thưởng", max_length=200, blank=True)
    exact = models.CharField(max_length=600, editable=False)
    folded = models.CharField(max_length=600, editable=False)

    class Meta:
        verbose_name = "khen thưởng"
        verbose_name_plural = "sổ khen thưởng"
        ordering = ["-decided_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "order"], name="honour_order_once"),
            models.CheckConstraint(
                condition=Q(source="nominated", nomination__isnull=False, book_number__isnull=False)
                | ~Q(source="nominated"),
                name="own_honour_has_nomination_and_number",
            ),
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True) | Q(revoked_on__gte=F("decided_on")),
                name="honour_is_revoked_after_it_was_given",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "-decided_on", "-id"]),
            models.Index(fields=["recipient", "year"]),
        ]

    def __str__(self) -> str:
        return f"{self.recipient_name} – {self.honour_name}"

    def save(self, **kwargs: object) -> None:
        words = f"{self.recipient_name} {self.recipient_detail}"
        self.exact = f" {one_spelling(squeeze(words))}"
        self.folded = f" {fold(words)}"
        super().save(**kwargs)  # type: ignore[arg-type]
