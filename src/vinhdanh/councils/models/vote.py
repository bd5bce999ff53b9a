"""Who has voted, and the ballots: two tables, linked only where the vote is open."""

from __future__ import annotations

from django.db import models

from vinhdanh.councils.enums import Choice
from vinhdanh.councils.models.council import CouncilMember
from vinhdanh.councils.models.meeting import AgendaItem


class Participation(models.Model):
    """That a member has voted on an item."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="participations")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="participations")

    class Meta:
        verbose_name = "đã biểu quyết"
        constraints = [models.UniqueConstraint(fields=["item", "member"], name="one_vote_a_member")]

    def __str__(self) -> str:
        return f"{self.member} – {self.item}"


class Ballot(models.Model):
    """A vote; in an open vote it names whose it is, in a secret one it never will."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="ballots")
    choice = models.CharField("ý kiến", max_length=10, choices=Choice)
    participation = models.OneToOneField(
        Participation, models.CASCADE, null=True, blank=True, related_name="ballot"
    )
    entered_by = models.CharField("người ghi thay", max_length=100, blank=True)

    class Meta:
        verbose_name = "phiếu"

    def __str__(self) -> str:
        return self.get_choice_display()
