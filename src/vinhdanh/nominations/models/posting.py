"""A list of nominees posted for opinions, and the opinions that came."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from vinhdanh.nominations.models.nomination import Nomination
from vinhdanh.organizations.models import Hold, Unit


class Posting(models.Model):
    """Nominees posted for some days; open until its last day is over."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    title = models.CharField("về việc", max_length=300)
    """Follows "Công khai danh sách"."""
    nominations = models.ManyToManyField(
        Nomination, related_name="postings", verbose_name="đề nghị được công khai"
    )
    posted_on = models.DateField("từ ngày")
    closes_on = models.DateField("đến hết ngày")
    places = models.JSONField("nơi niêm yết", default=list)
    contact = models.CharField("nơi nhận ý kiến", max_length=300)
    source = models.CharField("căn cứ", max_length=300, blank=True)
    """The article that asks for it; empty where the office chose to."""
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_by_name = models.CharField("người lập", max_length=100)
    created_at = models.DateTimeField("lập lúc")

    class Meta:
        verbose_name = "đợt công khai"
        ordering = ["-posted_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("posted_on")), name="posting_ends_after_it_begins"
            )
        ]
        indexes = [models.Index(fields=["body", "closes_on"])]

    def __str__(self) -> str:
        return f"Công khai danh sách {self.title}"


class Opinion(models.Model):
    """What somebody said of a posted list, and the office's answer."""

    posting = models.ForeignKey(Posting, models.PROTECT, related_name="opinions")
    nomination = models.ForeignKey(
        Nomination, models.PROTECT, null=True, blank=True, related_name="opinions",
        verbose_name="về trường hợp",
    )  # fmt: skip
    given_by = models.CharField("người có ý kiến", max_length=100)
    address = models.CharField("địa chỉ, điện thoại", max_length=200, blank=True)
    is_withheld = models.BooleanField("không nêu tên", default=False)
    """The name is known to the office and shown to nobody else."""
    content = models.TextField("nội dung", max_length=2000)
    received_on = models.DateField("ngày nhận")
    recorded_by_name = models.CharField("người ghi", max_length=100)
    answer = models.TextField("trả lời", max_length=2000, blank=True)
    answered_by_name = models.CharField("người trả lời", max_length=100, blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)
    hold = models.ForeignKey(
        Hold, models.SET_NULL, null=True, blank=True, related_name="opinions",
        verbose_name="việc đang xem xét",
    )  # fmt: skip

    class Meta:
        verbose_name = "ý kiến về danh sách công khai"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~Q(content=""), name="opinion_says_something"),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answer="")
                | (Q(answered_on__isnull=False) & ~Q(answer="")),
                name="opinion_is_answered_in_words",
            ),
        ]

    def __str__(self) -> str:
        return self.content[:60]
