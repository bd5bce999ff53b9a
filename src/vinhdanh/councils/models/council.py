"""The council with its members and its own rules."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.councils.enums import CouncilRole
from vinhdanh.organizations.models import Person, Unit


class Council(models.Model):
    """A council of emulation and commendation; quorum and majority are its own rules."""

    body = models.ForeignKey(Unit, models.PROTECT, related_name="councils")
    name = models.CharField("tên Hội đồng", max_length=200)
    established_on = models.DateField("thành lập ngày")
    ended_on = models.DateField("hết nhiệm kỳ ngày", null=True, blank=True)
    establishing_decision = models.CharField("quyết định thành lập", max_length=200)
    quorum_numerator = models.PositiveSmallIntegerField("tử số", default=2)
    quorum_denominator = models.PositiveSmallIntegerField("mẫu số", default=3)
    pass_percent = models.PositiveSmallIntegerField("tỷ lệ phải vượt", default=50)
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
        ]

    def __str__(self) -> str:
        return self.name

    def quorum_of(self, members: int) -> int:
        """Return how many members must attend, rounded up."""
        return -(-members * self.quorum_numerator // self.quorum_denominator)


class CouncilMember(models.Model):
    council = models.ForeignKey(Council, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="council_seats")
    role = models.CharField("vai trò", max_length=20, choices=CouncilRole)
    post = models.CharField("chức vụ", max_length=150, blank=True)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        verbose_name = "thành viên hội đồng"
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["council", "person"], name="one_seat_a_person"),
            models.UniqueConstraint(
                fields=["council"], condition=Q(role="chair"), name="one_chair_a_council"
            ),
        ]

    def __str__(self) -> str:
        return self.person.full_name
