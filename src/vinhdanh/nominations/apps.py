from __future__ import annotations

from django.apps import AppConfig


class NominationsConfig(AppConfig):
    name = "vinhdanh.nominations"
    label = "nominations"
    verbose_name = "Đề nghị khen thưởng"
