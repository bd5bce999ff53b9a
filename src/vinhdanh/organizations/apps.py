from __future__ import annotations

from django.apps import AppConfig


class OrganizationsConfig(AppConfig):
    name = "vinhdanh.organizations"
    label = "organizations"
    verbose_name = "Đơn vị và con người"
