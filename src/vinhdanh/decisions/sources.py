"""What the register tells the lawbook about recipients."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vinhdanh.decisions.models import Honour
from vinhdanh.lawbook.facts import HeldHonour
from vinhdanh.nominations.sources import gives_honours

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

KINDS: Mapping[str, str] = {
    "merit": "cong-trang",
    "sudden": "dot-xuat",
    "thematic": "phong-trao",
    "dedication": "cong-hien",
    "long_service": "nien-han",
    "foreign": "doi-ngoai",
}
"""As the lawbook calls the kinds of commendation (`CommendationKind`)."""


@gives_honours
def registered_honours(recipients: Collection[int]) -> dict[int, list[HeldHonour]]:
    """Return the honours of the register, each in the year it was given for."""
    rows = Honour.objects.filter(recipient__in=recipients, revoked_on__isnull=True).values_list(
        "recipient_id", "honour", "year", "kind"
    )
    found: dict[int, list[HeldHonour]] = defaultdict(list)
    for recipient, honour, year, kind in rows:
        found[recipient].append(HeldHonour(honour, year, KINDS.get(kind)))
    return found
