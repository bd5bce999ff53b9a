"""The register of incoming documents, and what is still to be dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet

from vinhdanh.accounts.enums import Act
from vinhdanh.records.enums import IncomingState
from vinhdanh.records.models import IncomingDocument

if TYPE_CHECKING:
    from vinhdanh.accounts.actor import Actor


def incoming_for(actor: Actor) -> QuerySet[IncomingDocument]:
    """Return the incoming documents the actor may see: the one door to them.

    The office sees all of its body; others see what their units are to deal with.
    """
    documents = IncomingDocument.objects.filter(body=actor.body).select_related("handler", "answer")
    if actor.may(Act.ISSUE_DOCUMENT):
        return documents
    return documents.filter(handler__in=actor.units)


def open_incoming(documents: QuerySet[IncomingDocument]) -> QuerySet[IncomingDocument]:
    """Keep what is not dealt with, the nearest deadline first, none last."""
    return documents.filter(~Q(state=IncomingState.DONE)).order_by(
        F("due_on").asc(nulls_last=True), "arrival_number"
    )
