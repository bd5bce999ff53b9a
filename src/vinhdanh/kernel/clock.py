"""The only place that asks what day it is. Rules never ask: their date is an argument."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone


def today() -> dt.date:
    """Return today in Viet Nam, or the day that VINHDANH_TODAY sets (demo, training, tests)."""
    if settings.TODAY:
        return dt.date.fromisoformat(settings.TODAY)
    return timezone.localdate()


def now() -> dt.datetime:
    """Return this instant; on a set day, that day at the present time of day."""
    instant = timezone.localtime()
    if settings.TODAY:
        return dt.datetime.combine(today(), instant.timetz())
    return instant
