from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "vinhdanh.web"
    label = "web"
    verbose_name = "Trang làm việc"
