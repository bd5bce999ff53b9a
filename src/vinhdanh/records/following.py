"""Papers a unit still has to read or deal with follow it into the one it goes on in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vinhdanh.organizations.hooks import unit_continued, unit_returned
from vinhdanh.records.enums import IncomingState
from vinhdanh.records.models import IncomingDocument, Receipt

if TYPE_CHECKING:
    from vinhdanh.organizations.hooks import Moved
    from vinhdanh.organizations.models import Unit


@unit_continued.enter
def hand_over_papers(old: Unit, new: Unit, moved: Moved) -> None:
    """Let the new unit read and deal with what the old one has not.

    A document both were sent is asked of the new unit once; `moved` keeps what gave way.
    """
    unread = Receipt.objects.filter(unit=old, read_at__isnull=True)
    sent = Receipt.objects.filter(unit=new).values_list("document", flat=True)
    twice = unread.filter(document__in=list(sent))
    moved["receipts_once"] = list(twice.values_list("document", flat=True))
    twice.delete()
    moved["receipts"] = list(unread.values_list("pk", flat=True))
    unread.update(unit=new)
    incoming = IncomingDocument.objects.filter(handler=old).exclude(state=IncomingState.DONE)
    moved["incoming"] = list(incoming.values_list("pk", flat=True))
    incoming.update(handler=new)


@unit_returned.enter
def return_papers(old: Unit, new: Unit, moved: Moved) -> None:
    """Give the old unit its papers back, with what was done about them meanwhile."""
    Receipt.objects.filter(pk__in=moved.get("receipts", []), unit=new).update(unit=old)
    Receipt.objects.bulk_create(
        Receipt(document_id=document, unit=old) for document in moved.get("receipts_once", [])
    )
    IncomingDocument.objects.filter(pk__in=moved.get("incoming", []), handler=new).update(
        handler=old
    )
