"""The register of outgoing documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from vinhdanh.records.models import OfficialDocument, Receipt

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor


def documents_for(actor: Actor) -> QuerySet[OfficialDocument]:
    """Return the documents of the actor's body: the one door to them."""
    return OfficialDocument.objects.filter(body=actor.body)


def with_readers(documents: QuerySet[OfficialDocument]) -> QuerySet[OfficialDocument]:
    """Add how many units a document went to (sent) and how many have read it (read)."""
    return documents.annotate(
        sent=Count("receipts"), read=Count("receipts", filter=Q(receipts__read_at__isnull=False))
    ).order_by("-issued_on", "-id")


def unread_by(actor: Actor) -> QuerySet[Receipt]:
    """Return what the units the actor heads were sent and have not read, oldest first."""
    return (
        Receipt.objects.filter(unit__in=actor.units, read_at__isnull=True)
        .select_related("document", "unit")
        .order_by("document__issued_on", "id")
    )
