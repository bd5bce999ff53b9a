from __future__ import annotations

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "vinhdanh.records"
    label = "records"
    verbose_name = "Văn bản"

    def ready(self) -> None:
        """Let papers follow the units they went to."""
        from vinhdanh.records import following  # noqa: F401, PLC0415 - models are ready only now
