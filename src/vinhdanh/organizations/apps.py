from __future__ import annotations

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "vinhdanh.organizations"
    label = "organizations"
    verbose_name = "Đơn vị và con người"

    def ready(self) -> None:
        """Enter the lists of this module among those that are read from files."""
        from vinhdanh.organizations import importing  # noqa: F401, PLC0415 - models are ready only now
