"""Who has voted, and the ballots: two tables, linked only where the vote is open."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from vinhdanh.councils.enums import Choice, VoteWay
from vinhdanh.councils.models.box import BallotBox
from vinhdanh.councils.models.council import CouncilMember
from vinhdanh.councils.models.item import AgendaItem

FIGURES = {
    "issued": "phát ra",
    "returned": "thu về",
    "by_letter": "của người vắng gửi về",
    "invalid": "không hợp lệ",
    "votes_for": "đồng ý",
    "votes_against": "không đồng ý",
    "votes_abstain": "không có ý kiến",
}
"""Figures of papers, in the order in which they are told."""
CHOICES = ("votes_for", "votes_against", "votes_abstain")
"""Those of them that say what is on the papers."""


class Participation(models.Model):
    """That a member has voted on an item in a round; for a secret vote, that they may."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="participations")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="participations")
    round = models.PositiveSmallIntegerField("vòng", default=1)
    way = models.CharField("cách bỏ phiếu", max_length=10, choices=VoteWay, default=VoteWay.SCREEN)
    has_voted = models.BooleanField("đã bỏ phiếu", default=True)
    """Rows of a secret vote are made when the box opens, all at once, and marked later."""

    class Meta:
        verbose_name = "đã biểu quyết"
        ordering = ["member__order", "member"]
        constraints = [
            models.UniqueConstraint(fields=["item", "member", "round"], name="one_vote_a_member")
        ]

    def __str__(self) -> str:
        return f"{self.member} – {self.item}"


class Ballot(models.Model):
    """A vote that names whose it is. A secret vote has none: its ballots are in an urn."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="ballots")
    choice = models.CharField("ý kiến", max_length=10, choices=Choice)
    participation = models.OneToOneField(Participation, models.CASCADE, related_name="ballot")
    round = models.PositiveSmallIntegerField("vòng", default=1)
    entered_by = models.CharField("người ghi thay", max_length=100, blank=True)
    opinion = models.CharField("nội dung ý kiến", max_length=500, blank=True)
    """What a written opinion says."""

    class Meta:
        verbose_name = "phiếu"

    def __str__(self) -> str:
        return self.get_choice_display()


class Urn(models.Model):
    """The sealed ballots on one item of a box: records of one length, in no order of casting."""

    box = models.ForeignKey(BallotBox, models.CASCADE, related_name="urns")
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="urns")
    sealed = models.BinaryField(default=bytes)
    """Cast on screens."""
    papers = models.BinaryField(default=bytes)
    """Counted on paper; put in their place as a whole where the tellers correct their figures."""

    class Meta:
        verbose_name = "phiếu đã niêm trong hòm"
        constraints = [models.UniqueConstraint(fields=["box", "item"], name="one_urn_an_item")]

    def __str__(self) -> str:
        return f"{self.box} – {self.item}"


class PaperTally(models.Model):
    """What the tellers counted on paper for one item and round.

    Where some vote on paper and others on a screen, the choices on paper go sealed into the urn,
    so that few papers do not show how few people voted: then they are empty here.
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="tallies")
    round = models.PositiveSmallIntegerField("vòng", default=1)
    issued = models.PositiveSmallIntegerField("phát ra")
    returned = models.PositiveSmallIntegerField("thu về")
    invalid = models.PositiveSmallIntegerField("không hợp lệ")
    votes_for = models.PositiveSmallIntegerField("đồng ý", null=True)
    votes_against = models.PositiveSmallIntegerField("không đồng ý", null=True)
    votes_abstain = models.PositiveSmallIntegerField("không có ý kiến", null=True)
    by_letter = models.PositiveSmallIntegerField("của người vắng gửi về", default=0)
    """Among those returned: of members who are absent and give their opinion in writing."""
    entered_by = models.CharField("người nhập", max_length=100)
    version = models.PositiveIntegerField("phiên bản", default=1)
    corrected_for = models.CharField("lý do sửa", max_length=300, blank=True)
    """Why the figures were last corrected; the earlier ones stay in the log."""

    class Meta:
        verbose_name = "kết quả kiểm phiếu giấy"
        constraints = [
            models.UniqueConstraint(fields=["item", "round"], name="one_tally_a_round"),
            models.CheckConstraint(
                condition=Q(returned__lte=F("issued")), name="tally_returns_at_most_what_it_issued"
            ),
            models.CheckConstraint(
                condition=Q(invalid__lte=F("returned")), name="tally_invalid_among_returned"
            ),
            models.CheckConstraint(
                condition=Q(by_letter__lte=F("returned")), name="tally_letters_among_returned"
            ),
            models.CheckConstraint(
                condition=Q(votes_for__isnull=True, votes_against__isnull=True,
                            votes_abstain__isnull=True)
                | Q(returned=F("invalid") + F("votes_for") + F("votes_against")
                    + F("votes_abstain")),
                name="tally_adds_up",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.returned}/{self.issued} phiếu giấy"

    @property
    def figures(self) -> dict[str, int]:
        """The figures by name; choices that are sealed are not among them."""
        said = {name: getattr(self, name) for name in FIGURES}
        return {name: figure for name, figure in said.items() if figure is not None}

    @property
    def valid(self) -> int:
        """Valid papers among those returned."""
        return self.returned - self.invalid

    @property
    def unreturned(self) -> int:
        """Papers given out and not returned."""
        return self.issued - self.returned
