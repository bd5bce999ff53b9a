"""The nominations of a list as rows that are read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.lawbook import LawbookError, honour
from vinhdanh.nominations.offers import printed_name
from vinhdanh.organizations.exporting import recipient_cells

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from vinhdanh.nominations.models import Submission

RECIPIENT = ("recipient__person", "recipient__household__unit")


def nomination_rows(submission: Submission, *, as_of: dt.date) -> Iterator[dict[str, Any]]:
    """Return the nominations of a list in their order; one query."""
    for each in submission.nominations.select_related(*RECIPIENT).order_by("order"):
        yield {
            **recipient_cells(each.recipient, each.recipient_detail),
            **honour_cell(each.honour, each.honour_name, as_of=as_of),
            "achievement": each.achievement,
            "period": each.period,
        }


def honour_cell(slug: str, name: str, *, as_of: dt.date) -> dict[str, str]:
    """Return an honour in its own column: title, or form of commendation."""
    try:
        law = honour(slug, as_of=as_of)
    except LawbookError:
        return {"title": name}
    return {"title" if law.is_title else "form": printed_name(law)}
