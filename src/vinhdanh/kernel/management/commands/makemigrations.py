"""`makemigrations` with our own autodetector, as Django asks of both."""

from __future__ import annotations

from django.core.management.commands import makemigrations

from vinhdanh.kernel.management.autodetector import FoldingAutodetector


class Command(makemigrations.Command):
    """Django's command with our autodetector."""

    autodetector = FoldingAutodetector
