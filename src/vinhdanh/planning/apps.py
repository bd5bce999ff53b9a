from __future__ import annotations

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "vinhdanh.planning"
    label = "planning"
    verbose_name = "Kế hoạch"

    def ready(self) -> None:
        """Enter this module's measures, and let tasks follow the units that lead them."""
        from vinhdanh.planning import following, measures  # noqa: F401, PLC0415 - models are ready only now
