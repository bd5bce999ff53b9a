"""The electronic ballot box: sealed ballots that nothing ties to a member.

Which ballot is whose cannot be read from here, neither while the box is open nor afterwards; why,
and against whom, is in docs/workflows/secret-ballot.md.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.councils.enums import BoxState
from vinhdanh.councils.models.meeting import Meeting


class BallotBox(models.Model):
    """One secret vote over one or several items, from its opening to its count."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="boxes")
    state = models.CharField("tình trạng", max_length=10, choices=BoxState, default=BoxState.OPEN)
    public_key = models.BinaryField()
    """Seals ballots; opens none."""
    wrapped_key = models.BinaryField()
    """Opens them, with the locker's secret and the chair's code; empty once the box is counted."""
    locker = models.CharField(max_length=64, blank=True)
    """Names the file outside the database that holds the locker's secret; deleted with it."""
    discard_reason = models.CharField("lý do bỏ hòm phiếu", max_length=500, blank=True)

    class Meta:
        verbose_name = "hòm phiếu"
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open") & ~Q(locker="") | ~Q(state="open") & Q(locker=""),
                name="only_an_open_box_has_a_locker",
            ),
            models.CheckConstraint(
                condition=~Q(state="discarded") | ~Q(discard_reason=""),
                name="discarded_box_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"Hòm phiếu {self.pk}"
