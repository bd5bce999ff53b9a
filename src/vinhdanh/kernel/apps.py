from __future__ import annotations

from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "vinhdanh.kernel"
    label = "kernel"
    verbose_name = "Lõi"
