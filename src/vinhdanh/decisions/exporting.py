"""The register as rows that are read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vinhdanh.nominations.exporting import RECIPIENT, honour_cell
from vinhdanh.organizations.exporting import recipient_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet

    from vinhdanh.decisions.models import Honour


def honour_rows(honours: QuerySet[Honour]) -> Iterator[dict[str, Any]]:
    """Return honours with their decision; one query."""
    for each in honours.select_related(*RECIPIENT, "unit", "decision__document"):
        yield {
            **recipient_cells(each.recipient, each.recipient_detail),
            **({"unit": each.unit.name} if each.unit and each.recipient.person else {}),
            **honour_cell(each.honour, each.honour_name, as_of=each.decided_on),
            "achievement": each.achievement,
            "period": each.period,
            "decision_number": each.decision.code,
            "decided_on": each.decided_on,
            "prize": each.prize_amount,
        }
