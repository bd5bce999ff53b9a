"""The register of outgoing documents, and the drafts before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from vinhdanh.accounts.enums import Act
from vinhdanh.records.enums import NOT_ISSUED, WITHOUT_NUMBER, DocumentState
from vinhdanh.records.models import KeptNumber, OfficialDocument, Receipt

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor


def documents_for(actor: Actor) -> QuerySet[OfficialDocument]:
    """Return the documents the actor may see: the one door to them. Drafts are the office's."""
    documents = OfficialDocument.objects.filter(body=actor.body)
    if actor.may(Act.ISSUE_DOCUMENT):
        return documents
    return documents.exclude(state__in=NOT_ISSUED)


def registered(documents: QuerySet[OfficialDocument]) -> QuerySet[OfficialDocument]:
    """Keep the documents that have a number."""
    return documents.exclude(state__in=WITHOUT_NUMBER)


def drafts_for(actor: Actor) -> QuerySet[OfficialDocument]:
    """Return the papers in the making the actor may see, the last begun first."""
    return documents_for(actor).filter(state__in=WITHOUT_NUMBER).order_by("-id")


def kept_numbers_for(actor: Actor) -> QuerySet[KeptNumber]:
    """Return the numbers that were set apart: the office's alone."""
    if not actor.may(Act.ISSUE_DOCUMENT):
        return KeptNumber.objects.none()
    return KeptNumber.objects.filter(series__body=actor.body).select_related("series", "document")


def with_readers(documents: QuerySet[OfficialDocument]) -> QuerySet[OfficialDocument]:
    """Add how many units a document went to (sent) and how many have read it (read)."""
    return documents.annotate(
        sent=Count("receipts"), read=Count("receipts", filter=Q(receipts__read_at__isnull=False))
    ).order_by("-issued_on", "-id")


def unread_by(actor: Actor) -> QuerySet[Receipt]:
    """Return what the units the actor heads were sent and have not read, oldest first."""
    return (
        Receipt.objects.filter(unit__in=actor.units, read_at__isnull=True)
        .exclude(document__state=DocumentState.NUMBERED)
        .select_related("document", "unit")
        .order_by("document__issued_on", "id")
    )
