"""The only place that asks what day it is. Rules never ask: their date is an argument."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.utils import timezone


def today() -> dt.date:
    """Return today in Viet Nam, or the day that VINHDANH_TODAY sets (demo, training, tests)."""
    if settings.TODAY:
        return dt.datetime.fromisoformat(settings.TODAY).date()
    return timezone.localdate()


def now() -> dt.datetime:
    """Return this instant; on a set day, that day at the present time of day.

    A set day may carry its time too ("2024-01-10T08:30"); then that is the instant.
    """
    instant = timezone.localtime()
    if "T" in settings.TODAY:
        return timezone.make_aware(dt.datetime.fromisoformat(settings.TODAY))
    if settings.TODAY:
        return dt.datetime.combine(today(), instant.timetz())
    return instant
