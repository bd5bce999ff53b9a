"""Nominations sent to a superior office, and what came back."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.decisions.enums import CaseVerdict
from vinhdanh.lawbook import Level
from vinhdanh.nominations.models import Nomination
from vinhdanh.organizations.models import Unit
from vinhdanh.records.models import OfficialDocument

ANSWERED = (
    Q(verdict="", reason="", decision_code="", decided_on__isnull=True, issuer="")
    | Q(verdict="granted", decided_on__isnull=False) & ~Q(decision_code="") & ~Q(issuer="")
    | Q(verdict__in=["refused", "returned"], decision_code="", decided_on__isnull=True)
    & ~Q(reason="")
)
"""A grant names its decision, a refusal and a return their reason."""


class Forwarding(models.Model):
    """One letter to a superior with its list, as the bundle that was sent."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="forwardings")
    level = models.CharField("cấp quyết định", max_length=60, blank=True)
    """Who decides all its cases, a `Level`; empty where the law of the day does not say."""
    superior_name = models.CharField("cơ quan nhận", max_length=200)
    superior = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="cơ quan nhận trong hệ thống",
    )  # fmt: skip
    letter = models.OneToOneField(
        OfficialDocument, models.PROTECT, related_name="forwarding", verbose_name="tờ trình"
    )
    round = models.PositiveSmallIntegerField("lần trình", default=1)
    bundle_id = models.UUIDField("mã bộ hồ sơ", unique=True)
    path = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField("cỡ")
    sent_on = models.DateField("ngày trình")
    sent_how = models.CharField("cách gửi", max_length=200, blank=True)
    sent_by_name = models.CharField("người gửi", max_length=100)
    answer_by = models.DateField("hẹn trả lời", null=True, blank=True)
    """The day the letter asks for an answer; the law's days, where it names some, go before it."""
    reminded_on = models.DateField("nhắc lần cuối ngày", null=True, blank=True)

    class Meta:
        verbose_name = "hồ sơ trình cấp trên"
        ordering = ["-sent_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer_by__isnull=True) | Q(answer_by__gt=F("sent_on")),
                name="answer_is_asked_for_after_the_letter",
            ),
        ]
        indexes = [models.Index(fields=["body", "-sent_on", "-id"])]

    def __str__(self) -> str:
        return f"{self.letter} trình {self.superior_name}"

    @property
    def decider(self) -> str:
        """Who decides its cases, as people call them; empty where that is not known."""
        return Level(self.level).words if self.level else ""


class ForwardedCase(models.Model):
    """One nomination of a forwarding, and what became of it there."""

    forwarding = models.ForeignKey(Forwarding, models.CASCADE, related_name="cases")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="forwarded")
    key = models.CharField(max_length=32)
    """Names the nomination between the two offices, the same in every round."""
    order = models.PositiveIntegerField("thứ tự")
    missing = models.JSONField("giấy tờ còn thiếu", default=list)
    """Names of papers the law asks for that did not go with it."""
    verdict = models.CharField(
        "trả lời", max_length=10, choices=CaseVerdict, blank=True, default=CaseVerdict.PENDING
    )
    reason = models.CharField("lý do", max_length=500, blank=True)
    decision_code = models.CharField("số, ký hiệu quyết định", max_length=60, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    issuer = models.CharField("cơ quan quyết định", max_length=200, blank=True)
    answered_on = models.DateField("ngày ghi trả lời", null=True, blank=True)

    class Meta:
        verbose_name = "trường hợp trình cấp trên"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["forwarding", "key"], name="forwarded_case_key_once"),
            models.UniqueConstraint(
                fields=["nomination"], condition=Q(verdict=""), name="one_open_case_a_nomination"
            ),
            models.CheckConstraint(condition=ANSWERED, name="forwarded_case_answer_is_whole"),
            models.CheckConstraint(
                condition=Q(verdict="", answered_on__isnull=True)
                | ~Q(verdict="") & Q(answered_on__isnull=False),
                name="answered_case_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.nomination)


class TrustedSender(models.Model):
    """An office whose signing key a person compared with it, word by word."""

    body = models.ForeignKey(Unit, models.CASCADE, related_name="trusted_senders")
    name = models.CharField("cơ quan", max_length=200)
    public_key = models.CharField("khóa", max_length=64)
    confirmed_by_name = models.CharField("người đối chiếu", max_length=100)
    confirmed_on = models.DateField("ngày đối chiếu")

    class Meta:
        verbose_name = "cơ quan gửi đã đối chiếu"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name", "public_key"], name="sender_confirmed_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ReceivedProposal(models.Model):
    """A bundle that a lower office sent here, and the answer it got."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="received_proposals")
    bundle_id = models.UUIDField("mã bộ hồ sơ")
    forwarding = models.OneToOneField(
        Forwarding, models.PROTECT, null=True, blank=True, related_name="received"
    )
    """Where the sender works with this system too."""
    sender_name = models.CharField("cơ quan gửi", max_length=200)
    sender_key = models.CharField(max_length=64)
    letter = models.CharField("tờ trình", max_length=60)
    letter_on = models.DateField("ngày tờ trình")
    round = models.PositiveSmallIntegerField("lần trình", default=1)
    answer_by = models.DateField("nơi trình hẹn trả lời", null=True, blank=True)
    path = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64)
    received_on = models.DateField("ngày nhận")
    received_by_name = models.CharField("người nhận", max_length=100)
    answer_id = models.UUIDField(null=True, blank=True, unique=True)
    answer_path = models.CharField(max_length=100, blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)

    class Meta:
        verbose_name = "hồ sơ cấp dưới trình"
        ordering = ["-received_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "bundle_id"], name="proposal_received_once"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answer_id__isnull=True, answer_path="")
                | Q(answered_on__isnull=False, answer_id__isnull=False) & ~Q(answer_path=""),
                name="answered_proposal_has_its_bundle",
            ),
        ]

    def __str__(self) -> str:
        return f"Tờ trình {self.letter} của {self.sender_name}"


class ReceivedCase(models.Model):
    """One case of a received proposal, as its sender described it."""

    proposal = models.ForeignKey(ReceivedProposal, models.CASCADE, related_name="cases")
    key = models.CharField(max_length=32)
    order = models.PositiveIntegerField("thứ tự")
    recipient = models.CharField("cá nhân, tập thể, hộ gia đình", max_length=200)
    detail = models.CharField("chức vụ, đơn vị, địa chỉ", max_length=300, blank=True)
    honour_name = models.CharField("danh hiệu, hình thức", max_length=100)
    achievement = models.CharField("thành tích", max_length=500)
    period = models.CharField("thời gian lập thành tích", max_length=60)
    votes = models.CharField("kết quả biểu quyết", max_length=100, blank=True)
    missing = models.JSONField("giấy tờ còn thiếu", default=list)
    verdict = models.CharField(
        "trả lời", max_length=10, choices=CaseVerdict, blank=True, default=CaseVerdict.PENDING
    )
    reason = models.CharField("lý do", max_length=500, blank=True)
    decision_code = models.CharField("số, ký hiệu quyết định", max_length=60, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    issuer = models.CharField("cơ quan quyết định", max_length=200, blank=True)

    class Meta:
        verbose_name = "trường hợp cấp dưới trình"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "key"], name="received_case_key_once"),
            models.CheckConstraint(condition=ANSWERED, name="received_case_answer_is_whole"),
        ]

    def __str__(self) -> str:
        return f"{self.recipient} – {self.honour_name}"
