from __future__ import annotations

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "vinhdanh.records"
    label = "records"
    verbose_name = "Văn bản"
