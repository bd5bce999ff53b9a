"""What a view knows about the person who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from vinhdanh.accounts.actor import Actor


class StaffRequest(HttpRequest):
    """A signed-in request: who acts, for which year."""

    actor: Actor
    year: int
    htmx: HtmxDetails
