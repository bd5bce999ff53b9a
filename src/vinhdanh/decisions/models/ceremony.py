"""When and where the honours of a decision are handed over."""

from __future__ import annotations

from django.db import models

from vinhdanh.decisions.models.decision import Decision
from vinhdanh.decisions.models.honour import Honour


class Ceremony(models.Model):
    """The handing over of what a decision gave."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="ceremony")
    name = models.CharField("buổi lễ", max_length=200)
    held_at = models.DateTimeField("thời gian")
    venue = models.CharField("địa điểm", max_length=200)
    presenter = models.CharField("người trao", max_length=200, blank=True)

    class Meta:
        verbose_name = "buổi trao thưởng"

    def __str__(self) -> str:
        return self.name


class CeremonyTaker(models.Model):
    """Who comes up for an honour, where it is not simply who was honoured."""

    ceremony = models.ForeignKey(Ceremony, models.CASCADE, related_name="takers")
    honour = models.OneToOneField(Honour, models.CASCADE, related_name="taker")
    name = models.CharField("người lên nhận", max_length=200, blank=True)
    """Of a collective or household its representative, of an absent person who takes it."""
    is_absent = models.BooleanField("vắng", default=False)

    class Meta:
        verbose_name = "người lên nhận"

    def __str__(self) -> str:
        return self.name or "Vắng"
