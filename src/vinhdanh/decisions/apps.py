from __future__ import annotations

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "vinhdanh.decisions"
    label = "decisions"
    verbose_name = "Quyết định và sổ khen thưởng"

    def ready(self) -> None:
        """Enter the register among the sources of facts and of what is known of recipients."""
        from vinhdanh.decisions import imports, keeping, recipients, sources  # noqa: F401, PLC0415 - models are ready only now
