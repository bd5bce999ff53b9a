"""Lists read from files: who sees them, and their rows page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from vinhdanh.organizations.enums import RowStatus
from vinhdanh.organizations.keeping import Kept
from vinhdanh.organizations.models import ImportRow, ListImport

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from vinhdanh.organizations.imports import Importer


def imports_for(importer: Importer) -> QuerySet[ListImport]:
    """Return the lists somebody may see: the office those of the body, others their own.

    The one door to them.
    """
    found = ListImport.objects.filter(body=importer.body)
    if importer.may_keep(Kept.UNITS):
        return found
    return found.filter(by=importer.user.pk)


def row_counts(listing: ListImport) -> dict[str, int]:
    """Return how many rows there are by status, and how many are left out; one query."""
    asked = {status: Count("pk", filter=Q(status=status)) for status in RowStatus.values}
    found: dict[str, int] = listing.rows.aggregate(
        total=Count("pk"),
        skipped=Count("pk", filter=Q(is_skipped=True)),
        ready=Count("pk", filter=Q(is_skipped=False) & ~Q(status=RowStatus.ERROR)),
        ambiguous=Count("pk", filter=Q(is_skipped=False) & ~Q(asked="")),
        **asked,
    )
    return found


def left_out(listing: ListImport) -> QuerySet[ImportRow]:
    """Return the rows that were not, or will not be entered."""
    if listing.is_open:
        return listing.rows.filter(Q(is_skipped=True) | Q(status=RowStatus.ERROR))
    return listing.rows.filter(is_entered=False)
