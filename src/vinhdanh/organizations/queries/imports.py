"""Lists read from files: who sees them, and their rows page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q

from vinhdanh.kernel.text import one_spelling, squeeze
from vinhdanh.organizations.enums import ImportState, RowStatus
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


def waiting_lists(importer: Importer) -> QuerySet[ListImport]:
    """Return the lists that somebody read in and has not confirmed yet, the oldest first."""
    own = imports_for(importer).filter(state=ImportState.PREVIEWED, by=importer.user.pk)
    return own.order_by("id")


def of_same_unit(row: ImportRow) -> QuerySet[ImportRow]:
    """Return the other rows of the list that write their unit alike, but for capitals, blanks."""
    said = row.values.get("unit")
    others = row.list_import.rows.filter(is_skipped=False).exclude(pk=row.pk)
    if not said:
        return others.none()
    named = others.filter(values__has_key="unit").order_by()
    written = set(named.values_list("values__unit", flat=True).distinct())
    alike = [each for each in written if _plain(each) == _plain(said)]
    return others.filter(values__unit__in=alike)


def left_out(listing: ListImport) -> QuerySet[ImportRow]:
    """Return the rows that were not, or will not be entered."""
    if listing.is_open:
        return listing.rows.filter(Q(is_skipped=True) | Q(status=RowStatus.ERROR))
    return listing.rows.filter(is_entered=False)


def _plain(text: str) -> str:
    return one_spelling(squeeze(text))
