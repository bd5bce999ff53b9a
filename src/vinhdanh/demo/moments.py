"""Doing acts on their own day, so that the histories read as a real year."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = "2024-06-24"
"""The day on which the demonstration stands."""


@contextmanager
def moment(instant: str) -> Iterator[None]:
    """Set the clock to an instant ("2024-01-10T08:30") while acts are done.

    It changes the setting of the whole process, so it is for loading alone, never for serving.
    """
    before = settings.TODAY
    settings.TODAY = instant
    try:
        yield
    finally:
        settings.TODAY = before
