"""Who signs in, and as what in which unit."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from vinhdanh.accounts.enums import Role
from vinhdanh.organizations.models import Person, Unit


class User(AbstractUser):
    """An account; its person is who acts."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    person = models.OneToOneField(
        Person, models.PROTECT, null=True, blank=True, related_name="user", verbose_name="người"
    )

    class Meta:
        verbose_name = "tài khoản"

    def get_full_name(self) -> str:
        """Return the person's name, or the sign-in name of an account without one."""
        return self.person.full_name if self.person else self.username

    def get_short_name(self) -> str:
        """Return the given name."""
        return self.get_full_name().split(" ")[-1]


class Membership(models.Model):
    """A role held in a unit."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships")
    role = models.CharField("vai trò", max_length=20, choices=Role)

    class Meta:
        verbose_name = "vai trò"
        constraints = [
            models.UniqueConstraint(fields=["user", "unit", "role"], name="membership_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.unit}"
