"""Whom a member is close to, so that the member stays out of votes about them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from vinhdanh.councils.models.council import CouncilMember
from vinhdanh.organizations.models import Household, Person


class Kinship(models.Model):
    """That a member is related to a person or belongs to a household."""

    member = models.ForeignKey(CouncilMember, models.CASCADE, related_name="kin")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="kin_on_councils"
    )
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="kin_on_councils"
    )
    relation = models.CharField("quan hệ", max_length=100)
    """As it follows "là": "vợ", "con đẻ", "thành viên"."""
    declared_by = models.CharField("người khai", max_length=100)

    class Meta:
        verbose_name = "quan hệ của thành viên"
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, household__isnull=True)
                | Q(person__isnull=True, household__isnull=False),
                name="kinship_with_a_person_or_a_household",
            ),
            models.UniqueConstraint(
                fields=["member", "person"],
                condition=Q(person__isnull=False),
                name="kinship_person_once",
            ),
            models.UniqueConstraint(
                fields=["member", "household"],
                condition=Q(household__isnull=False),
                name="kinship_household_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} là {self.relation} của {self.person or self.household}"
