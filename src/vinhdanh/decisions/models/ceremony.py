"""When and where the honours of a decision are handed over."""

from __future__ import annotations

from django.db import models

from vinhdanh.decisions.models.decision import Decision


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
