"""What the register tells the lawbook about recipients."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from vinhdanh.decisions.models import Honour
from vinhdanh.lawbook.facts import HeldHonour
from vinhdanh.nominations.sources import gives_honours
from vinhdanh.organizations.queries.successions import SAME_UNIT, recipient_lineage

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
    """Return the honours of the register, each in the year it was given for.

    What a unit was given under an older name is its own; what it was given before a merger or a
    split is not counted here, because people judge whether it is still the same unit.
    """
    lines = recipient_lineage(recipients, kinds=SAME_UNIT)
    every = {each for line in lines.values() for each in line}
    rows = Honour.objects.filter(recipient__in=every, revoked_on__isnull=True).values_list(
        "recipient_id", "honour", "year", "kind"
    )
    held: dict[int, list[HeldHonour]] = defaultdict(list)
    for recipient, honour, year, kind in rows:
        held[recipient].append(HeldHonour(honour, year, KINDS.get(kind)))
    found = {
        recipient: [honour for each in sorted(line) for honour in held.get(each, ())]
        for recipient, line in lines.items()
    }
    return {recipient: honours for recipient, honours in found.items() if honours}
