from __future__ import annotations

from django.apps import AppConfig


class CouncilsConfig(AppConfig):
    name = "vinhdanh.councils"
    label = "councils"
    verbose_name = "Hội đồng"
