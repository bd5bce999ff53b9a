from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "vinhdanh.reports"
    label = "reports"
    verbose_name = "Báo cáo"

    def ready(self) -> None:
        """Enter this module's measures."""
        from vinhdanh.reports import measures  # noqa: F401, PLC0415 - models are ready only now
