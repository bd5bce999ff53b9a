from __future__ import annotations

from django.apps import AppConfig


class EmulationConfig(AppConfig):
    name = "vinhdanh.emulation"
    label = "emulation"
    verbose_name = "Thi đua"

    def ready(self) -> None:
        """Enter this module's measures, and let registrations and pledges follow their units."""
        from vinhdanh.emulation import following, measures  # noqa: F401, PLC0415 - models are ready only now
