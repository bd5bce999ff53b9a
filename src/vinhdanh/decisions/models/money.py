"""The money of honours: one payment an honour, and the lists on which it is paid."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.decisions.enums import PaymentState
from vinhdanh.decisions.models.fund import FundEntry
from vinhdanh.decisions.models.honour import Honour
from vinhdanh.organizations.models import Unit


class PaymentList(models.Model):
    """A list by which the accountant pays: of one decision or of several."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="payment_lists")
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số danh sách")
    title = models.CharField("về việc", max_length=300)
    made_on = models.DateField("ngày lập")
    made_by_name = models.CharField("người lập", max_length=100)
    signed_path = models.CharField(max_length=100, blank=True)
    signed_sha256 = models.CharField(max_length=64, blank=True)
    signed_name = models.CharField("tệp đã ký nhận", max_length=120, blank=True)

    class Meta:
        verbose_name = "danh sách chi thưởng"
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year", "number"], name="payment_list_number_once"
            ),
            models.CheckConstraint(
                condition=Q(signed_path="", signed_sha256="")
                | ~Q(signed_path="") & ~Q(signed_sha256=""),
                name="signed_list_has_its_hash",
            ),
        ]

    def __str__(self) -> str:
        return f"Danh sách chi thưởng số {self.number}/{self.year}"


class PrizePayment(models.Model):
    """The money of one honour, from what is due to who took it; an honour is paid once."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="prize_payments")
    honour = models.OneToOneField(Honour, models.PROTECT, related_name="payment")
    state = models.CharField("tình trạng", max_length=20, choices=PaymentState)
    amount = models.PositiveBigIntegerField("số tiền", null=True, blank=True)
    """Đồng; empty while somebody has to say it."""
    source = models.CharField("căn cứ mức thưởng", max_length=200, blank=True)
    reason = models.CharField("lý do", max_length=500, blank=True)
    """What has to be verified, or why nothing is paid."""
    reason_source = models.CharField("căn cứ của lý do", max_length=200, blank=True)
    answer = models.CharField("trả lời xác minh", max_length=300, blank=True)
    answered_by_name = models.CharField("người trả lời", max_length=100, blank=True)
    list = models.ForeignKey(
        PaymentList, models.PROTECT, null=True, blank=True, related_name="payments",
        verbose_name="danh sách",
    )  # fmt: skip
    paid_on = models.DateField("ngày chi", null=True, blank=True)
    paid_by_name = models.CharField("người chi", max_length=100, blank=True)
    received_by = models.CharField("người nhận", max_length=200, blank=True)
    receiver_note = models.CharField("nhận thay vì", max_length=200, blank=True)
    """Why somebody else took it: "con, người được khen đã mất"."""
    entry = models.OneToOneField(
        FundEntry, models.PROTECT, null=True, blank=True, related_name="payment",
        verbose_name="dòng chi của quỹ",
    )  # fmt: skip
    refund = models.OneToOneField(
        FundEntry, models.PROTECT, null=True, blank=True, related_name="recovered",
        verbose_name="dòng thu hồi của quỹ",
    )  # fmt: skip
    recovered_on = models.DateField("ngày thu hồi", null=True, blank=True)

    class Meta:
        verbose_name = "khoản tiền thưởng"
        ordering = ["honour__decided_on", "honour__decision_id", "honour__order"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["asked", "not_payable"], list__isnull=True) & ~Q(reason="")
                | Q(state="due", list__isnull=True, amount__gt=0)
                | Q(state__in=["listed", "paid", "recovered"], list__isnull=False, amount__gt=0),
                name="payment_has_what_its_state_needs",
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["paid", "recovered"], paid_on__isnull=False, entry__isnull=False
                )
                & ~Q(received_by="")
                & ~Q(paid_by_name="")
                | ~Q(state__in=["paid", "recovered"])
                & Q(paid_on__isnull=True, received_by="", paid_by_name="", entry__isnull=True),
                name="paid_payment_says_when_to_whom_and_from_which_line",
            ),
            models.CheckConstraint(
                condition=Q(state="recovered", recovered_on__isnull=False, refund__isnull=False)
                | ~Q(state="recovered") & Q(recovered_on__isnull=True, refund__isnull=True),
                name="recovered_payment_has_its_day",
            ),
        ]
        indexes = [models.Index(fields=["body", "state"])]

    def __str__(self) -> str:
        return f"Tiền thưởng: {self.honour}"

    @property
    def is_to_recover(self) -> bool:
        """Tell whether the honour was taken back after its money was paid."""
        return self.state == PaymentState.PAID and self.honour.revoked_on is not None
