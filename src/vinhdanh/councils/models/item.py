"""What a meeting decides: its items, who stays out of which, the result of each round."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.councils.enums import Outcome, RecusalSource, VoteBase, VoteForm
from vinhdanh.councils.models.box import BallotBox
from vinhdanh.councils.models.council import CouncilMember
from vinhdanh.councils.models.meeting import Meeting
from vinhdanh.nominations.models import Nomination


class AgendaItem(models.Model):
    """One nomination before the council; once decided it is frozen with all it rests on."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    nomination = models.ForeignKey(Nomination, models.PROTECT, related_name="agenda_items")
    order = models.PositiveSmallIntegerField("thứ tự")
    form = models.CharField(
        "hình thức biểu quyết", max_length=10, choices=VoteForm, default=VoteForm.OPEN
    )
    round = models.PositiveSmallIntegerField("vòng", default=1)
    box = models.ForeignKey(
        BallotBox, models.PROTECT, null=True, blank=True, related_name="items",
        verbose_name="hòm phiếu",
    )  # fmt: skip
    """Where the ballots of a secret vote go, once the chair has opened it."""
    outcome = models.CharField("kết quả", max_length=20, choices=Outcome, default=Outcome.PENDING)
    votes_for = models.PositiveSmallIntegerField("đồng ý", null=True)
    votes_against = models.PositiveSmallIntegerField("không đồng ý", null=True)
    votes_abstain = models.PositiveSmallIntegerField("không có ý kiến", null=True)
    denominator = models.PositiveSmallIntegerField("mẫu số", null=True)
    base = models.CharField("tỷ lệ tính trên", max_length=10, choices=VoteBase, blank=True)
    threshold = models.CharField("tỷ lệ phải đạt", max_length=200, blank=True)
    threshold_source = models.CharField("nguồn của tỷ lệ", max_length=250, blank=True)
    defer_reason = models.CharField("lý do hoãn", max_length=500, blank=True)
    rank = models.PositiveSmallIntegerField("thứ tự theo số phiếu", null=True, blank=True)
    rank_reason = models.CharField("căn cứ xếp thứ tự", max_length=500, blank=True)

    class Meta:
        verbose_name = "nội dung biểu quyết"
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "order"], name="item_order_once"),
            models.UniqueConstraint(fields=["meeting", "nomination"], name="item_once_a_meeting"),
            models.UniqueConstraint(
                fields=["nomination"],
                condition=Q(outcome__in=["pending", "runoff", "ranking"]),
                name="nomination_on_one_open_agenda",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["pending", "deferred", "taken_off"])
                | Q(
                    votes_for__isnull=False,
                    votes_against__isnull=False,
                    votes_abstain__isnull=False,
                    denominator__gt=0,
                )
                & ~Q(threshold_source="")
                & ~Q(base=""),
                name="decided_item_keeps_its_count",
            ),
            models.CheckConstraint(
                condition=Q(box__isnull=True) | Q(form="secret"), name="only_secret_votes_use_a_box"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.nomination}"

    @property
    def eligible(self) -> int | None:
        """How many were entitled to vote, where the share is taken of them."""
        return self.denominator if self.base == VoteBase.ENTITLED else None

    @property
    def agreed(self) -> str:
        """How many agreed, and of whom: "5/6 thành viên được biểu quyết đồng ý"."""
        return f"{self.votes_for}/{self.denominator} {VoteBase(self.base).label} đồng ý"


class Recusal(models.Model):
    """A member who takes no part in one vote, visibly and with the reason."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="recusals")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="recusals")
    reason = models.CharField("lý do", max_length=200)
    source = models.CharField(
        "ai ghi nhận", max_length=10, choices=RecusalSource, default=RecusalSource.OFFICE
    )

    class Meta:
        verbose_name = "không tham gia biểu quyết"
        ordering = ["member__order"]
        constraints = [models.UniqueConstraint(fields=["item", "member"], name="recusal_once")]

    def __str__(self) -> str:
        return f"{self.member}: {self.reason}"


class RoundResult(models.Model):
    """The count of one round of voting on an item; kept when another round follows."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="rounds")
    round = models.PositiveSmallIntegerField("vòng")
    form = models.CharField("hình thức biểu quyết", max_length=10, choices=VoteForm)
    votes_for = models.PositiveSmallIntegerField("đồng ý")
    votes_against = models.PositiveSmallIntegerField("không đồng ý")
    votes_abstain = models.PositiveSmallIntegerField("không có ý kiến")
    denominator = models.PositiveSmallIntegerField("mẫu số")
    base = models.CharField("tỷ lệ tính trên", max_length=10, choices=VoteBase)
    threshold = models.CharField("tỷ lệ phải đạt", max_length=200)
    threshold_source = models.CharField("nguồn của tỷ lệ", max_length=250)
    passed = models.BooleanField("đạt")
    missing = models.TextField("ý kiến chưa có", blank=True)
    """Whose votes had not come when it was counted, as it follows "khi"; empty: all had."""

    class Meta:
        verbose_name = "kết quả một vòng"
        ordering = ["round"]
        constraints = [
            models.UniqueConstraint(fields=["item", "round"], name="one_result_a_round"),
            models.CheckConstraint(condition=Q(denominator__gt=0), name="round_has_voters"),
        ]

    def __str__(self) -> str:
        return f"Vòng {self.round}: {self.agreed}"

    @property
    def agreed(self) -> str:
        """How many agreed, and of whom, as of the item."""
        return f"{self.votes_for}/{self.denominator} {VoteBase(self.base).label} đồng ý"


class Ceiling(models.Model):
    """How many recipients of one honour a meeting may let pass; more are ranked by votes."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="ceilings")
    honour = models.SlugField("danh hiệu, hình thức", max_length=80)
    limit = models.PositiveSmallIntegerField("chỉ tiêu")
    source = models.CharField("căn cứ của chỉ tiêu", max_length=250)

    class Meta:
        verbose_name = "chỉ tiêu của phiên họp"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "honour"], name="one_ceiling_an_honour"),
            models.CheckConstraint(condition=Q(limit__gt=0), name="ceiling_is_positive"),
            models.CheckConstraint(condition=~Q(source=""), name="ceiling_names_its_source"),
        ]

    def __str__(self) -> str:
        return f"{self.honour}: {self.limit}"
