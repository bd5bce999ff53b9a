"""The register of honours."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.decisions.enums import HonourSource
from vinhdanh.decisions.models.decision import Decision
from vinhdanh.decisions.search_words import WordsField
from vinhdanh.nominations.enums import CommendationKind
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.enums import RecipientKind
from vinhdanh.organizations.models import Recipient, Unit


def _searched(honour: Honour) -> str:
    return f"{honour.recipient_name} {honour.recipient_detail}"


class Honour(models.Model):
    """A recipient's title or form of commendation; it comes only from a decision."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="honours", db_index=False)
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
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị",
        db_index=False,
    )  # fmt: skip
    """The recipient's unit when it was given; of a collective, itself."""
    recipient_kind = models.CharField("đối tượng", max_length=20, choices=RecipientKind)
    recipient_name = models.CharField("tên", max_length=200)
    recipient_detail = models.CharField("chức vụ, đơn vị, địa chỉ", max_length=300, blank=True)
    honour = models.SlugField("mã danh hiệu", db_index=False)
    honour_name = models.CharField("danh hiệu, hình thức", max_length=100)
    achievement = models.CharField("thành tích", max_length=500)
    period = models.CharField("thời gian lập thành tích", max_length=60)
    decided_on = models.DateField("ngày quyết định", db_index=True)
    order = models.PositiveIntegerField("thứ tự trong quyết định")
    book_number = models.PositiveIntegerField("số sổ vàng", null=True, blank=True)
    revoked_on = models.DateField("bị hủy bỏ, thu hồi ngày", null=True, blank=True)
    revoked_by = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="revoked",
        verbose_name="quyết định hủy bỏ",
    )  # fmt: skip
    prize_amount = models.PositiveBigIntegerField("tiền thưởng", null=True, blank=True)
    prize_source = models.CharField("căn cứ mức thưởng", max_length=200, blank=True)
    words = WordsField(of=_searched)

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
                condition=Q(revoked_on__isnull=True, revoked_by__isnull=True)
                | Q(revoked_on__gte=F("decided_on"), revoked_by__isnull=False),
                name="honour_is_revoked_after_it_was_given",
            ),
        ]
        indexes = [
            models.Index(fields=["body", "-decided_on", "-id"]),
            models.Index(fields=["recipient", "year"]),
            models.Index(fields=["body", "honour", "-decided_on", "-id"]),
            models.Index(fields=["body", "year", "-decided_on", "-id"]),
            models.Index(fields=["unit", "-decided_on", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.recipient_name} – {self.honour_name}"
