"""The council with its members and its own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q

from vinhdanh.councils.enums import CouncilRole, CouncilTier
from vinhdanh.organizations.models import Person, Unit

if TYPE_CHECKING:
    import datetime as dt


class Council(models.Model):
    """A council of emulation and commendation; quorum and majority are its own rules."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="councils")
    name = models.CharField("tên Hội đồng", max_length=200)
    tier = models.CharField("cấp", max_length=10, choices=CouncilTier, default=CouncilTier.COMMUNE)
    established_on = models.DateField("thành lập ngày")
    term_ends_on = models.DateField("nhiệm kỳ đến ngày", null=True, blank=True)
    """Last day of the term as the decision foresees it; the council stands until it is ended."""
    ended_on = models.DateField("hết nhiệm kỳ ngày", null=True, blank=True)
    establishing_decision = models.CharField("quyết định thành lập", max_length=200)
    quorum_numerator = models.PositiveSmallIntegerField("tử số", default=2)
    quorum_denominator = models.PositiveSmallIntegerField("mẫu số", default=3)
    pass_percent = models.PositiveSmallIntegerField("tỷ lệ phải vượt", default=50)
    substitutes_vote = models.BooleanField("người dự thay được biểu quyết", default=False)
    decides_in_writing = models.BooleanField("được lấy ý kiến bằng văn bản thay họp", default=False)
    has_second_round = models.BooleanField("bỏ phiếu lại khi chưa đạt", default=False)
    rule_source = models.CharField("nguồn quy định", max_length=200)

    class Meta:
        verbose_name = "hội đồng"
        constraints = [
            models.UniqueConstraint(
                fields=["body"], condition=Q(ended_on__isnull=True), name="one_standing_council"
            ),
            models.CheckConstraint(
                condition=Q(quorum_numerator__gt=0)
                & Q(quorum_numerator__lte=F("quorum_denominator")),
                name="quorum_is_a_share",
            ),
            models.CheckConstraint(
                condition=Q(pass_percent__lt=100), name="council_pass_percent_below_100"
            ),
            models.CheckConstraint(
                condition=Q(term_ends_on__isnull=True) | Q(term_ends_on__gt=F("established_on")),
                name="council_term_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def sitting(self, day: dt.date) -> models.QuerySet[CouncilMember]:
        """Return the members whose seat covers a day."""
        return self.members.filter(
            Q(joined_on__isnull=True) | Q(joined_on__lte=day),
            Q(left_on__isnull=True) | Q(left_on__gt=day),
        ).select_related("person")


class CouncilMember(models.Model):
    """A person's seat, from the day of one decision to that of another."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="council_seats")
    role = models.CharField("vai trò", max_length=20, choices=CouncilRole)
    post = models.CharField("chức vụ", max_length=150, blank=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)
    joined_on = models.DateField("tham gia từ ngày", null=True, blank=True)
    """None: since the council was established."""
    joined_by = models.CharField("quyết định bổ sung", max_length=200, blank=True)
    left_on = models.DateField("thôi tham gia từ ngày", null=True, blank=True)
    """The first day without the seat."""
    left_by = models.CharField("quyết định cho thôi", max_length=200, blank=True)

    class Meta:
        verbose_name = "thành viên hội đồng"
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "person"],
                condition=Q(left_on__isnull=True),
                name="one_seat_a_person",
            ),
            models.UniqueConstraint(
                fields=["council"],
                condition=Q(role="chair", left_on__isnull=True),
                name="one_chair_a_council",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) & Q(left_by="")
                | Q(left_on__isnull=False) & ~Q(left_by=""),
                name="leaving_names_its_decision",
            ),
        ]

    def __str__(self) -> str:
        return self.person.full_name
