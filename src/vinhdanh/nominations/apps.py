from __future__ import annotations

from django.apps import AppConfig


class NominationsConfig(AppConfig):
    name = "vinhdanh.nominations"
    label = "nominations"
    verbose_name = "Đề nghị khen thưởng"

    def ready(self) -> None:
        """Let nominations follow what is known of their recipients."""
        from vinhdanh.nominations import following, imports  # noqa: F401, PLC0415 - models are ready only now
