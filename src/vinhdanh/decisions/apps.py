from __future__ import annotations

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "vinhdanh.decisions"
    label = "decisions"
    verbose_name = "Quyết định và sổ khen thưởng"
