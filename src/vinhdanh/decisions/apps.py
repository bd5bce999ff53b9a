from __future__ import annotations

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "vinhdanh.decisions"
    label = "decisions"
    verbose_name = "Quyết định và sổ khen thưởng"

    def ready(self) -> None:
        """Enter the register among the sources of facts."""
        from vinhdanh.decisions import sources  # noqa: F401, PLC0415 - models are ready only now
