"""Nominations with everything they are judged by, in a fixed number of queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.nominations.models import Nomination

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet


def with_records(nominations: Iterable[Nomination]) -> QuerySet[Nomination]:
    """Return nominations read anew, with the records of their recipients."""
    return (
        Nomination.objects.filter(pk__in=[each.pk for each in nominations])
        .select_related("body", "submission__unit", "recipient__person")
        .prefetch_related(
            "statements",
            "verifications",
            "attestations",
            "recipient__years",
            "recipient__holds",
            "recipient__person__disciplines",
            "recipient__person__initiatives__nominations",
        )
        .order_by("submission", "order")
    )
