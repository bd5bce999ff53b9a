from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "vinhdanh.accounts"
    label = "accounts"
    verbose_name = "Tài khoản"

    def ready(self) -> None:
        """Let accounts follow units."""
        from vinhdanh.accounts import following  # noqa: F401, PLC0415 - models are ready only now
